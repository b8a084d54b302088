"""A line of text."""

from __future__ import annotations

from typing import Any

from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input
from textual.widgets.input import Selection

from schemas.texts import TEXT_LIMIT, fit
from wizard.ui.pasting import joined
from wizard.ui.printable import printable
from wizard.ui.replacing import Replaced

from .asked import Asked, Control


class LineControl(Input, Control):
    """Types one line. Enter goes on; several pasted lines become one, and that is said."""

    REPLACES = False
    """Whether the first key replaces what stands there."""

    # A line keeps its place while it is typed in: no key needs the screen to be laid out anew.
    value = Reactive("", layout=False, init=False)
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, asked: Asked | None = None) -> None:
        super().__init__(compact=True, select_on_focus=self.REPLACES, classes="control")
        self.cursor_blink = False
        self._quiet = False
        self.bind(asked)

    def show(self, value: Any) -> None:
        """Show a text; the cursor stays where it was, or goes to the end of a new text."""
        text = "" if value is None else str(value)
        if text == self.value:
            return
        self._quiet = True
        self.value = text
        self._quiet = False
        self.cursor_position = len(text)

    def renew(self) -> None:
        """Show the value anew; a cursor that stands in the line keeps its place in what others changed around it."""
        old, (start, end) = self.value, self.selection
        super().renew()
        if self.has_focus and self.value != old:
            found = Replaced.between(old, self.value)
            self.selection = Selection(found.moved(start), found.moved(end))

    def plain(self, text: str) -> Any:
        """Give what is reported for a text."""
        return text

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in place of a part of the line, after it was kept; what is too long is refused whole."""
        if self.asked is None:
            super().replace(text, start, end)
            return
        first, last = sorted((max(0, start), min(len(self.value), end)))
        text = fit(text)
        new = self.value[:first] + text + self.value[last:]
        if len(new) > TEXT_LIMIT:
            self.asked.say(self.asked.words("interface.too_long"))
        elif self.asked.draft(self.plain(new)):
            super().replace(text, start, end)

    def insert(self, text: str, index: int) -> None:
        """Insert text as if it was typed."""
        self.replace(text, index, index)

    def delete(self, start: int, end: int) -> None:
        """Delete a part of the line."""
        self.replace("", start, end)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        line, count = joined(event.text)
        self.replace(line, *self.selection)
        if self.asked is not None and count > 1:
            self.asked.say(self.asked.words("interface.lines_joined", count=count))

    def action_paste(self) -> None:
        """Paste what was copied here."""
        self.post_message(events.Paste(self.app.clipboard))

    @property
    def _value(self) -> Text:
        """Give the line as it is drawn: nothing in it steers the terminal."""
        return Text(printable(self.value), no_wrap=True, overflow="ignore", end="")

    async def action_submit(self) -> None:
        """Go on."""
        if self.asked is not None:
            self.asked.turn("on")

    def _on_blur(self, event: events.Blur) -> None:
        super()._on_blur(event)
        self.leave()
