"""A list on a page: the arrows go through it, and Page Up and Page Down stay free for the way through the plan."""

from __future__ import annotations

from textual.binding import Binding
from textual.widgets import OptionList


class Listing(OptionList, inherit_bindings=False):
    """A list of options, of which Enter takes the one that is marked."""

    BINDINGS = [
        Binding("down", "cursor_down", show=False),
        Binding("up", "cursor_up", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "select", show=False),
    ]


class PagedList(OptionList):
    """A list that is turned page by page, also by keys that come before it is laid out: those turn nothing."""

    def action_page_down(self) -> None:
        """Go a page down."""
        if self._laid_out:
            super().action_page_down()  # type: ignore[no-untyped-call]  # Textual left it bare

    def action_page_up(self) -> None:
        """Go a page up."""
        if self._laid_out:
            super().action_page_up()  # type: ignore[no-untyped-call]  # Textual left it bare

    @property
    def _laid_out(self) -> bool:
        return bool(self.scrollable_content_region) and (self.highlighted or 0) in self._index_to_line
