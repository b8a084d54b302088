"""Closed lists: one of several, several of several, yes or no."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Size

from .asked import Asked, Control

INDENT = 9
"""Columns before a label: pointer, sign and number."""


class ChoiceControl(Control, can_focus=True):
    """Chooses one of a list, with the arrows and Space or by its number. Enter chooses and goes on."""

    BINDINGS = [
        Binding("up", "point(-1)", show=False),
        Binding("down", "point(1)", show=False),
        Binding("space", "choose", show=False),
        Binding("enter", "finish", show=False),
        Binding("backspace,delete", "withdraw", show=False),
    ]

    def __init__(self, asked: Asked | None = None) -> None:
        super().__init__(classes="control choice")
        self.chosen: tuple[Any, ...] = ()
        self.pointer = -1
        self._top = 0
        self.bind(asked)

    def options(self) -> tuple[tuple[Any, str], ...]:
        """Give what can be chosen, as (value, label)."""
        return self.asked.spec.choices if self.asked is not None else ()

    def bind(self, asked: Asked | None) -> None:
        """Take on a question; the pointer stands at its answer, or at none."""
        super().bind(asked)
        self.pointer = self._first()
        self._top = 0
        self.refresh(layout=True)

    def _first(self) -> int:
        return next((n for n, (value, _) in enumerate(self.options()) if value in self.chosen), -1)

    def show(self, value: Any) -> None:
        """Show what was chosen."""
        self.chosen = self.several(value)
        self.refresh()

    def several(self, value: Any) -> tuple[Any, ...]:
        """Give a value as what is chosen."""
        return () if value is None else (value,)

    def render(self) -> Text:
        """Write an option a line, its sign before it; where there is no room for all, those around the pointer."""
        lines, starts = self._lines()
        height = max(1, self.content_size.height)
        self._top = self._scrolled(starts, len(lines), height)
        shown = lines[self._top : self._top + height]
        if self._top:
            shown[0] = _marked(shown[0], "↑")
        if self._top + height < len(lines):
            shown[-1] = _marked(shown[-1], "↓")
        return Text("\n", no_wrap=True, overflow="ellipsis", end="").join(shown)

    def _lines(self) -> tuple[list[Text], list[int]]:
        """Write every option out, and tell at which line each begins."""
        lines: list[Text] = []
        starts: list[int] = []
        for number, (value, _) in enumerate(self.options()):
            starts.append(len(lines))
            at = number == self.pointer and self.has_focus
            style = "bold reverse" if at else "bold" if value in self.chosen else ""
            head = f"{'›' if at else ' '} {self.sign(value in self.chosen)} {number + 1:<2} "
            for part in self._wrapped(number, self.content_size.width):
                lines.append(Text.assemble(f"{head:{INDENT}}", (part, style)))
                head = ""
        return lines, starts

    def _scrolled(self, starts: list[int], count: int, height: int) -> int:
        """Give the first line to show, so that the whole option at the pointer is in view."""
        if count <= height or self.pointer < 0:
            return min(self._top, max(0, count - height))
        first, end = starts[self.pointer], (*starts, count)[self.pointer + 1]
        return max(0, min(max(self._top, end - height), first, count - height))

    def _wrapped(self, number: int, width: int) -> list[str]:
        """Break an option's label into the lines that fit beside its sign and number."""
        return wrap(self.options()[number][1], max(12, width - INDENT), break_on_hyphens=False) or [""]

    def sign(self, chosen: bool) -> str:
        """Give the sign before an option."""
        return "(•)" if chosen else "( )"

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give the lines that all options take; the style sheet says how many of them are shown at once."""
        return max(1, sum(len(self._wrapped(number, width)) for number in range(len(self.options()))))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take the width there is."""
        return container.width

    def action_point(self, by: int) -> None:
        """Move the pointer."""
        count = len(self.options())
        if count:
            self.pointer = max(0, min(count - 1, self.pointer + by))
            self.refresh()

    def action_choose(self) -> None:
        """Choose what the pointer stands at."""
        if 0 <= self.pointer < len(self.options()):
            self.choose(self.options()[self.pointer][0])

    def choose(self, value: Any) -> None:
        """Answer with one value."""
        if self.asked is not None:
            self.asked.decide(value)
            self.renew()

    def action_withdraw(self) -> None:
        """Take the answer back."""
        if self.asked is not None and self.chosen:
            self.asked.decide(None)
            self.renew()

    def action_finish(self) -> None:
        """Choose and go on."""
        if self.pointer >= 0 and self.options()[self.pointer][0] not in self.chosen:
            self.action_choose()
        if self.asked is not None:
            self.asked.turn("on")

    def on_key(self, event: events.Key) -> None:
        """Choose by number."""
        if event.character is not None and event.character.isdecimal():
            number = int(event.character) - 1
            if 0 <= number < len(self.options()):
                event.stop()
                self.pointer = number
                self.action_choose()

    def on_focus(self) -> None:
        """Show the pointer."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the pointer."""
        self.refresh()
        self.leave()


def _marked(line: Text, sign: str) -> Text:
    """Put a sign in a line's first column where nothing stands there: that there is more above it or below."""
    if not line.plain.startswith(" "):
        return line
    return Text.assemble(sign, line[1:])


class ChoicesControl(ChoiceControl):
    """Chooses several of a list: Space or a number puts one in or out, Enter goes on."""

    def several(self, value: Any) -> tuple[Any, ...]:
        """Give the list as it is."""
        return tuple(value or ())

    def sign(self, chosen: bool) -> str:
        """Give the sign before an option."""
        return "[x]" if chosen else "[ ]"

    def bind(self, asked: Asked | None) -> None:
        """Take on a question; the pointer stands at the first option."""
        super().bind(asked)
        self.pointer = 0

    def choose(self, value: Any) -> None:
        """Put one value in or out, in the list's own order."""
        if self.asked is not None:
            wanted = {*self.chosen} ^ {value}
            self.asked.decide([one for one, _ in self.options() if one in wanted])
            self.renew()

    def action_withdraw(self) -> None:
        """Choose nothing."""
        if self.asked is not None and self.chosen:
            self.asked.decide([])
            self.renew()

    def action_finish(self) -> None:
        """Go on."""
        if self.asked is not None:
            self.asked.turn("on")


class FlagControl(ChoiceControl):
    """Answers yes or no."""

    def options(self) -> tuple[tuple[Any, str], ...]:
        """Give yes and no."""
        words = self.asked.words if self.asked is not None else None
        return () if words is None else ((True, words("interface.yes")), (False, words("interface.no")))

    def action_withdraw(self) -> None:
        """Answer no, which is what stands where nobody answered."""
        if self.asked is not None:
            self.asked.decide(False)
            self.renew()
