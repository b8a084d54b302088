"""A list of wishes: some of which one is chosen, some that are each chosen or not."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from .listing import Listing

SIGNS = {("one", True): "(•)", ("one", False): "( )", ("any", True): "[x]", ("any", False): "[ ]"}


class Wishes(Listing):
    """Groups of wishes below their headings; Space chooses the one that is marked, Enter says that all is chosen.

    groups: (name, heading, "one" or "any", wishes as (name, label)); a wish is known as `group.name`.
    chosen: the wishes that are chosen at first.
    """

    BINDINGS = [Binding("space", "select", show=False), Binding("enter", "done", show=False)]

    class Changed(Message):
        """Another wish was chosen, or one was dropped."""

    class Done(Message):
        """All that is wished for is chosen."""

    def __init__(
        self, groups: list[tuple[str, str, str, list[tuple[str, str]]]], chosen: set[str], id: str | None = None
    ) -> None:
        super().__init__(id=id, markup=False)
        self.chosen = set(chosen)
        self._wishes: dict[str, tuple[str, str]] = {}
        for group, heading, way, wishes in groups:
            self.add_option(Option(Content.styled(heading, "bold"), disabled=True))
            for name, label in wishes:
                key = f"{group}.{name}"
                self._wishes[key] = (way, label)
                self.add_option(Option(self._line(key), id=key))

    def _line(self, key: str) -> Content:
        way, label = self._wishes[key]
        return Content(f"{SIGNS[way, key in self.chosen]} {label}")

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Let what the list stands in show the marked wish, and the heading above it where it is its group's first."""
        super().scroll_to_highlight(top)
        self.call_after_refresh(self._bring)

    def _bring(self) -> None:
        if self.highlighted is None or self.highlighted not in self._index_to_line:
            return
        first = self.highlighted - self.get_option_at_index(self.highlighted - 1).disabled
        line, end = (self._index_to_line[one] for one in (first, self.highlighted))
        shown = Region(0, self.virtual_region.y + line, 1, end - line + 1)
        if isinstance(self.parent, Widget):
            self.parent.scroll_to_region(shown, animate=False, force=True, immediate=True)

    def on_focus(self) -> None:
        self.scroll_to_highlight()

    def action_cursor_down(self) -> None:
        """Go to the next wish; from the last one to what stands below the list."""
        if self.highlighted == self.option_count - 1:
            self.screen.focus_next()
        else:
            super().action_cursor_down()

    def action_done(self) -> None:
        """Say that all is chosen."""
        self.post_message(self.Done())

    def of(self, group: str) -> list[str]:
        """Give the chosen wishes of a group, in the list's order."""
        return [key.partition(".")[2] for key in self._wishes if key in self.chosen and key.startswith(f"{group}.")]

    def choose(self, wishes: set[str]) -> None:
        """Choose these wishes, and of their groups no others."""
        groups = {one.partition(".")[0] for one in wishes}
        self.chosen = {one for one in self.chosen if one.partition(".")[0] not in groups} | (wishes & {*self._wishes})
        for one in self._wishes:
            self.replace_option_prompt(one, self._line(one))
        self.post_message(self.Changed())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        key = event.option_id or ""
        way = self._wishes[key][0]
        if way == "any":
            self.chosen ^= {key}
        else:
            group = key.partition(".")[0]
            self.chosen -= {one for one in self._wishes if one.startswith(f"{group}.")}
            self.chosen.add(key)
        for one in self._wishes:
            self.replace_option_prompt(one, self._line(one))
        self.post_message(self.Changed())
