"""A text of several lines, and a list of lines."""

from __future__ import annotations

from typing import Any, cast

from rich.text import Text
from textual import events
from textual.widgets import TextArea
from textual.widgets.text_area import Document, Edit, EditResult, Selection

from schemas.texts import TEXT_LIMIT, fit
from wizard.ui.printable import printable
from wizard.ui.replacing import Replaced

from .asked import Asked, Control


class TextControl(TextArea, Control):
    """Types a text. Page down at its end goes on, and so does Tab; Enter makes a new line."""

    def __init__(self, asked: Asked | None = None) -> None:
        super().__init__(compact=True, highlight_cursor_line=False, classes="control")
        self.cursor_blink = False
        self.bind(asked)

    def show(self, value: Any) -> None:
        """Show a text, the cursor at its end; a text that stands there already is left alone."""
        text = self.written(value)
        if text != self.text:
            self.load_text(text)
            self.move_cursor(self.document.end)

    def renew(self) -> None:
        """Show the value anew: only what differs is replaced, so that cursor and scroll stay where they were."""
        if self.asked is None or (text := self.written(self.asked.value())) == self.text:
            return
        found, line = Replaced.between(self.text, text), self._line_on_screen
        document = cast("Document", self.document)
        index, place = document.get_index_from_location, document.get_location_from_index
        start, end = (found.moved(index(at)) for at in self.selection)
        super().edit(Edit(found.put, place(found.start), place(found.end), maintain_selection_offset=False))
        self.selection = Selection(place(start), place(end))
        self.history.clear()
        self.scroll_relative(y=self._line_on_screen - line, animate=False, immediate=True)

    @property
    def _line_on_screen(self) -> int:
        """Give the line of the control in which the cursor stands."""
        return self.wrapped_document.location_to_offset(self.cursor_location).y - round(self.scroll_y)

    def written(self, value: Any) -> str:
        """Give a value as the text to show."""
        return str(value or "")

    def plain(self, text: str) -> Any:
        """Give what is reported for a text."""
        return text

    def get_line(self, line_index: int) -> Text:
        """Give a line as it is drawn: nothing in it steers the terminal."""
        parts = self.document.get_line(line_index).split("\t")
        return Text("\t".join(printable(part) for part in parts), end="", no_wrap=True)

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit after the new text was kept; what is too long, or cannot be kept, is refused whole."""
        if (asked := self.asked) is None:
            return super().edit(edit)
        text, index = self.text, cast("Document", self.document).get_index_from_location
        new = text[: index(edit.top)] + Document(edit.text).text + text[index(edit.bottom) :]
        if edit.text and len(new) > TEXT_LIMIT:
            asked.say(asked.words("interface.too_long"))
        elif asked.draft(self.plain(new)):
            return super().edit(edit)
        return EditResult(self.selection.end, "")

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if result := self._replace_via_keyboard(fit(event.text), *self.selection):
            self.move_cursor(result.end_location)

    def action_cursor_page_down(self) -> None:
        """Scroll a long text; at its end go on."""
        if self.asked is not None and self.cursor_at_last_line:
            self.asked.turn("on")
        else:
            super().action_cursor_page_down()

    def action_cursor_page_up(self) -> None:
        """Scroll a long text; at its beginning go back."""
        if self.asked is not None and self.cursor_at_first_line:
            self.asked.turn("back")
        else:
            super().action_cursor_page_up()

    def _on_blur(self, event: events.Blur) -> None:
        super()._on_blur(event)
        self.leave()


class LinesControl(TextControl):
    """Types a list, one line each. Enter on an empty last line goes on."""

    def written(self, value: Any) -> str:
        """Give the list as lines; what differs only by empty lines is left as it is typed."""
        lines = tuple(value or ())
        return self.text if lines == self._lines(self.text) else "\n".join(lines)

    def plain(self, text: str) -> Any:
        """Give the lines that hold something."""
        return list(self._lines(text))

    @staticmethod
    def _lines(text: str) -> tuple[str, ...]:
        return tuple(line.strip() for line in text.split("\n") if line.strip())

    async def _on_key(self, event: events.Key) -> None:
        row, _ = self.cursor_location
        at_end = row == self.document.line_count - 1
        if event.key == "enter" and self.asked is not None and at_end and not self.document.get_line(row).strip():
            event.stop()
            event.prevent_default()
            self.asked.turn("on")
