"""References to several records elsewhere in the plan, ticked by typing."""

from __future__ import annotations

import re
from textwrap import wrap
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

SHOWN = 5
"""How many records the list shows at once."""

CHOSEN = 3
"""The most lines that name what is chosen."""

ID = re.compile(r"[a-z]-[0-9a-z]{8}")


class ReferencesControl(LineControl):
    """Picks several records: typing narrows the list beneath, Enter ticks the line pointed at or makes a new record.

    Space ticks where nothing is typed, Backspace on an empty line takes the last one away, and Enter on an empty
    line goes on. What is chosen stands beneath the line, in its own order.
    """

    BINDINGS = [
        Binding("up", "point(-1)", show=False),
        Binding("down", "point(1)", show=False),
    ]

    def __init__(self, asked: Asked | None = None) -> None:
        self.pointer = -1
        self.chosen: tuple[str, ...] = ()
        self._all: list[tuple[str, str]] = []
        super().__init__(asked)

    def bind(self, asked: Asked | None) -> None:
        """Take on a question; the pointer stands at no line."""
        self.pointer = -1
        super().bind(asked)

    def show(self, value: Any) -> None:
        """Show what is chosen, and what was typed and not yet picked."""
        assert self.asked is not None
        self._all = self.asked.targets()
        said = tuple(value or ())
        self.chosen = tuple(one for one in said if ID.fullmatch(one))
        typed = next((one for one in said if not ID.fullmatch(one)), "")
        if typed != self.value.strip():
            super().show(typed)
        self._redraw()

    def plain(self, text: str) -> Any:
        """Give what is chosen, and behind it what is typed so far; that is no reference until it is picked."""
        return [*self.chosen, *filter(None, [text.strip()])]

    def replace(self, text: str, start: int, end: int) -> None:
        """Type, and narrow the list."""
        super().replace(text, start, end)
        self.pointer = 0 if self.value.strip() else -1
        self._redraw()

    def _redraw(self) -> None:
        if self.is_attached:
            self.refresh(layout=True)

    def names(self) -> list[str]:
        """Name what is chosen, in its order; a record that is gone keeps its id."""
        known = dict(self._all)
        return [printable(known.get(key, key)) for key in self.chosen]

    def lines(self) -> list[tuple[str | None, str]]:
        """Give the records that fit what is typed, and last, as None, the one that could be made of it."""
        typed = self.value.strip()
        sought = folded(typed).split()
        found: list[tuple[str | None, str]] = [
            (key, name) for key, name in self._all if all(word in folded(name) for word in sought)
        ]
        if typed and not any(name.casefold() == typed.casefold() for _, name in found):
            found.append((None, typed))
        return found

    def _summary(self, width: int) -> list[str]:
        """Set what is chosen on a few lines."""
        said = " · ".join(f"{number}\u00a0{name}" for number, name in enumerate(self.names(), 1))
        lines = wrap(said, max(12, width), break_on_hyphens=False)  # a number stays with its name
        return lines if len(lines) <= CHOSEN else [*lines[: CHOSEN - 1], lines[CHOSEN - 1][: width - 2] + " …"]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give the line that is typed, what is chosen, and while it has the focus one for each record shown."""
        listed = min(SHOWN, len(self.lines())) if self.has_focus else 0
        return 1 + len(self._summary(width)) + listed

    def render_line(self, y: int) -> Strip:
        """Draw the line that is typed, what is chosen, then the list."""
        if y == 0:
            return super().render_line(y)
        summary = self._summary(self.size.width)
        if y <= len(summary):
            return self._strip(summary[y - 1], self.rich_style + Style(bold=True))
        lines = self.lines()
        number = y - 1 - len(summary) + max(0, self.pointer - SHOWN + 1)
        if not self.has_focus or number >= len(lines):
            return self._strip("", self.rich_style)
        key, name = lines[number]
        at = number == self.pointer
        style = self.rich_style + Style(bold=True, reverse=True) if at else self.rich_style
        return self._strip(f"{'›' if at else ' '} {self._said(key, name)}", style)

    def _said(self, key: str | None, name: str) -> str:
        if key is None:
            return self.asked.words("interface.create", name=printable(name)) if self.asked is not None else name
        return f"[{'x' if key in self.chosen else ' '}] {printable(name)}"

    def _strip(self, said: str, style: Style) -> Strip:
        text = Text(said, no_wrap=True, overflow="ellipsis", end="")
        text.truncate(self.size.width, overflow="ellipsis", pad=True)
        return Strip(text.render(self.app.console)).apply_style(style)

    def action_point(self, by: int) -> None:
        """Move the pointer in the list; above its first line it stands at none."""
        lowest = 0 if self.value.strip() else -1
        self.pointer = max(lowest, min(len(self.lines()) - 1, self.pointer + by))
        self.refresh()

    async def _on_key(self, event: events.Key) -> None:
        """Tick with Space where nothing is typed, and take the last one away with Backspace there."""
        if not self.value.strip() and event.key == "space":
            event.stop()
            event.prevent_default()
            self._tick()
        elif not self.value and event.key == "backspace" and self.chosen:
            event.stop()
            event.prevent_default()
            self._decide(self.chosen[:-1])

    def _tick(self) -> None:
        """Put the record pointed at in or out; the pointer stays."""
        lines = self.lines()
        if 0 <= self.pointer < len(lines) and (key := lines[self.pointer][0]) is not None:
            self._decide(tuple(one for one in self.chosen if one != key) if key in self.chosen else (*self.chosen, key))

    def _decide(self, chosen: tuple[str, ...]) -> None:
        if self.asked is not None:
            self.asked.decide(list(chosen))
            self.renew()

    async def action_submit(self) -> None:
        """Take the line pointed at; where none is, or it is taken already, go on."""
        if self.asked is None:
            return
        lines = self.lines()
        if not 0 <= self.pointer < len(lines):
            self.asked.turn("on")
            return
        key, name = lines[self.pointer]
        if key in self.chosen and not self.value.strip():
            self.asked.turn("on")
            return
        self._take(key, name)

    def _take(self, key: str | None, name: str) -> None:
        """Add a record to what is chosen, empty the line and wait for the next one."""
        assert self.asked is not None
        if key is None:
            self.asked.create(name)
            self.renew()
        else:
            self._decide(tuple(dict.fromkeys((*self.chosen, key))))
        self.pointer = -1

    def leave(self) -> None:
        """Take what was typed in full, and say where something typed was not picked."""
        typed = self.value.strip()
        exact = [key for key, name in self._all if name.casefold() == typed.casefold()]
        if self.asked is not None and typed:
            if exact:
                self._take(exact[0], typed)
            else:
                self.asked.say(self.asked.words("interface.not_picked", name=typed))
        super().leave()

    def _on_focus(self, event: events.Focus) -> None:
        self.pointer = 0 if self.value.strip() else -1
        self.renew()

    def _on_blur(self, event: events.Blur) -> None:
        super()._on_blur(event)
        self._redraw()
