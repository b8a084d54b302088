"""A list of records, a line each."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from wizard.ui.printable import printable

Row = tuple[str, str]
"""A record's id and the line that shows it."""


class RowList(ScrollView, can_focus=True):
    """Shows records and points at one. It draws only the lines that changed, however long the list is."""

    BINDINGS = [
        Binding("up", "point(-1)", show=False),
        Binding("down", "point(1)", show=False),
        Binding("home", "point(-100000)", show=False),
        Binding("end", "point(100000)", show=False),
        Binding("enter", "open", show=False),
    ]

    class Opened(Message):
        """A record was chosen to be edited."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        super().__init__(classes="rows")
        self.rows: list[Row] = []
        self.pointer = 0

    @property
    def key(self) -> str | None:
        """Give the id of the record pointed at."""
        return self.rows[self.pointer][0] if self.rows else None

    def show(self, rows: list[Row]) -> None:
        """Show these records; only lines that differ are drawn anew."""
        pointed, top = self.key, round(self.scroll_y)
        seen = self.rows[top][0] if 0 < top < len(self.rows) else None
        old, self.rows = self.rows, rows
        keys = [key for key, _ in rows]
        self.pointer = keys.index(pointed) if pointed in keys else min(self.pointer, max(0, len(rows) - 1))
        if len(old) != len(rows):
            self.virtual_size = Size(0, len(rows))
            self.refresh(layout=True)
            if seen in keys and (moved := keys.index(seen) - top):
                self.scroll_relative(y=moved, animate=False, force=True, immediate=True)
            return
        for y, (before, after) in enumerate(zip(old, rows, strict=True)):
            if before != after:
                self._refresh_row(y)

    def point_at(self, key: str | None) -> None:
        """Point at a record."""
        for number, (other, _) in enumerate(self.rows):
            if other == key:
                self._point(number)

    def _point(self, number: int) -> None:
        old, self.pointer = self.pointer, number
        self._refresh_row(old)
        self._refresh_row(number)
        region = Region(0, number, 1, 1)
        self.call_after_refresh(self.scroll_to_region, region, animate=False, force=True)

    def _refresh_row(self, number: int) -> None:
        self.refresh_lines(number, 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give a line for each record."""
        return max(1, len(self.rows))

    def render_line(self, y: int) -> Strip:
        """Draw one record: its number, then what it says."""
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if number >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        at = number == self.pointer
        marker = "›" if at else " "
        text = Text(f"{marker}{number + 1:>3}  {printable(self.rows[number][1])}", no_wrap=True, end="")
        text.truncate(width, overflow="ellipsis", pad=True)
        style = self.rich_style + Style(bold=True, reverse=self.has_focus) if at else self.rich_style
        return Strip(text.render(self.app.console)).apply_style(style)

    def action_point(self, by: int) -> None:
        """Move the pointer."""
        if self.rows:
            self._point(max(0, min(len(self.rows) - 1, self.pointer + by)))

    def action_open(self) -> None:
        """Edit the record pointed at."""
        if self.key is not None:
            self.post_message(self.Opened(self.key))
