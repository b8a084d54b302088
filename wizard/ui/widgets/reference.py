"""A reference to a record elsewhere in the plan, picked by typing."""

from __future__ import annotations

from typing import Any

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.strip import Strip

from wizard.ui.printable import printable
from wizard.ui.search import folded

from .asked import Asked
from .line import LineControl

SHOWN = 6
"""How many records the list shows at once."""


class ReferenceControl(LineControl):
    """Picks a record: typing narrows the list beneath, Enter takes the line pointed at or makes a new record."""

    BINDINGS = [
        Binding("up", "point(-1)", show=False),
        Binding("down", "point(1)", show=False),
    ]

    REPLACES = True

    def __init__(self, asked: Asked | None = None) -> None:
        self.pointer = -1
        self._all: list[tuple[str, str]] = []
        self._record = ""
        super().__init__(asked)

    def bind(self, asked: Asked | None) -> None:
        """Take on a question; where the control has the focus already, its list opens anew."""
        super().bind(asked)
        if asked is not None and self.has_focus:
            self._open()

    def _open(self) -> None:
        """Point at nothing, and let the first key replace what stands there."""
        self.pointer, self._moved = 0 if self.value.strip() and not self.picked else -1, False
        self.action_select_all()
        self._reopen()

    def show(self, value: Any) -> None:
        """Show the record's name; what was typed and not yet picked stands as it is."""
        assert self.asked is not None
        self._all = self.asked.targets()
        self._record = dict(self._all).get(value, "")
        super().show(self._record or value)
        self._reopen()

    def plain(self, text: str) -> Any:
        """Give what is typed so far; it is no reference until it is picked."""
        return text.strip() or None

    def replace(self, text: str, start: int, end: int) -> None:
        """Type, and narrow the list."""
        super().replace(text, start, end)
        self.pointer = 0 if self.value.strip() else -1
        self._reopen()

    def _reopen(self) -> None:
        if self.is_attached:
            self.refresh(layout=True)

    @property
    def picked(self) -> bool:
        """Tell whether what stands there is the answer."""
        return self.value.strip() == self._record

    def lines(self) -> list[tuple[str | None, str]]:
        """Give the records that fit what is typed, and last, as None, the one that could be made of it."""
        typed = "" if self.picked else self.value.strip()
        sought = folded(typed).split()
        found: list[tuple[str | None, str]] = [
            (key, name) for key, name in self._all if name and all(word in folded(name) for word in sought)
        ]
        if typed and not any(name.casefold() == typed.casefold() for _, name in found):
            found.append((None, typed))
        return found

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give a line, and while it has the focus one for each record shown."""
        return 1 + (min(SHOWN, len(self.lines())) if self.has_focus else 0)

    def render_line(self, y: int) -> Strip:
        """Draw the line that is typed, then the list."""
        if y == 0 or not self.has_focus:
            return super().render_line(y)
        lines = self.lines()
        number = y - 1 + max(0, self.pointer - SHOWN + 1)
        if number >= len(lines):
            return super().render_line(y)
        return self._line(*lines[number], at=number == self.pointer)

    def _line(self, key: str | None, name: str, at: bool) -> Strip:
        words = self.asked.words if self.asked is not None else None
        said = name if key is not None or words is None else words("interface.create", name=name)
        text = Text(f"{'›' if at else ' '} {printable(said)}", no_wrap=True, overflow="ellipsis", end="")
        text.truncate(self.size.width, overflow="ellipsis", pad=True)
        style = self.rich_style + Style(bold=True, reverse=True) if at else self.rich_style
        return Strip(text.render(self.app.console)).apply_style(style)

    def action_point(self, by: int) -> None:
        """Move the pointer in the list."""
        self.pointer = max(0, min(len(self.lines()) - 1, self.pointer + by))
        self._moved = True
        self.refresh()

    _moved = False

    async def action_submit(self) -> None:
        """Take the line pointed at and go on; where nothing was typed or pointed at, just go on."""
        lines = self.lines()
        if self.asked is None:
            return
        if lines and (self._moved or (self.value.strip() and not self.picked)):
            self._take(*lines[max(0, min(self.pointer, len(lines) - 1))])
        elif not self.value.strip() and self._record:
            self.asked.decide(None)
        self._moved = False
        self.asked.turn("on")

    def _take(self, key: str | None, name: str) -> None:
        assert self.asked is not None
        if key is None:
            self.asked.create(name)
        else:
            self.asked.decide(key)
        self.renew()

    def _on_focus(self, event: events.Focus) -> None:
        super()._on_focus(event)
        self.renew()
        self._open()

    def leave(self) -> None:
        """Take what was typed in full, and say where something typed was not picked."""
        exact = [key for key, name in self._all if name.casefold() == self.value.strip().casefold()]
        if self.asked is not None and not self.picked:
            if exact:
                self.asked.decide(exact[0])
                self.renew()
            elif self.value.strip():
                self.asked.say(self.asked.words("interface.not_picked", name=self.value.strip()))
        super().leave()

    def _on_blur(self, event: events.Blur) -> None:
        super()._on_blur(event)
        self._reopen()
