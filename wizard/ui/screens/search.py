"""Searching across the plan: type, choose, go there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.ui.following import Following
from wizard.ui.printable import printable
from wizard.ui.route import leads
from wizard.ui.search import Hit, find
from wizard.ui.widgets.listing import PagedList

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

MOST = 100
"""How many places a list shows; more are found by more words."""


class SearchScreen(Above):
    """A line to type in and the places that hold what was typed; Enter goes to the one chosen."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="leaf"):
            yield Static(self.words("screens.search.title"), classes="leaf-title", markup=False)
            yield Input(placeholder=self.words("screens.search.placeholder"), id="search-line")
            yield Static("", id="search-count", markup=False)
            yield PagedList(id="search-hits", markup=False)
            yield Static(self.words("screens.search.hint"), classes="leaf-hint", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).display = False
        self.query_one(Input).focus()
        self.following = Following(self, self.session, self._follow)

    def on_unmount(self) -> None:
        self.following.end()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._list(event.value)

    def _follow(self) -> None:
        """Find anew what others have changed; the one that is marked stays marked."""
        listed = self.query_one(OptionList)
        marked, top = listed.highlighted_option, listed.scroll_offset.y
        self._list(self.query_one(Input).value)
        keys = [option.id for option in listed.options]
        if marked is not None and marked.id in keys:
            listed.highlighted = keys.index(marked.id)
            listed.scroll_to(y=top, animate=False, immediate=True)
            listed.scroll_to_highlight()

    def _list(self, sought: str) -> None:
        found = find(self.session.plan, sought, self.words)
        hits = [hit for hit in found if leads(self.session, hit.path)]
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Option(self._prompt(hit), id=hit.path) for hit in hits[:MOST]])
        listed.display = bool(hits)
        if hits:
            listed.highlighted = 0
        elif self.focused is None:
            self.query_one(Input).focus()
        self.query_one("#search-count", Static).update(self._count(len(hits)) if sought.strip() else "")

    def _count(self, found: int) -> str:
        key = "none" if found == 0 else "one" if found == 1 else "capped" if found > MOST else "many"
        return self.words(f"screens.search.{key}", count=min(found, MOST))

    def _prompt(self, hit: Hit) -> Content:
        """Write a result on two lines: where it stands, and the piece of the answer with the word marked."""
        place = Content.styled(printable(f"{hit.part} › {hit.label}" if hit.label else hit.part), "bold")
        snippet = Content(printable(hit.snippet) or self.words("screens.search.empty"))
        if hit.end > hit.start:
            snippet = snippet.stylize("underline", hit.start, hit.end)
        return Content.assemble(place, "\n  ", snippet)

    def on_key(self, event: Key) -> None:
        """Let the arrows reach the list from the line, so that one types and chooses without a tab between."""
        listed = self.query_one(OptionList)
        if event.key in ("down", "up") and listed.display and self.focused is not listed:
            event.stop()
            listed.focus()
            if event.key == "down" and listed.option_count > 1:
                listed.action_cursor_down()

    def on_input_submitted(self) -> None:
        listed = self.query_one(OptionList)
        if listed.display and (option := listed.highlighted_option) is not None:
            self.dismiss(option.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)
