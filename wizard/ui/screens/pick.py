"""Picking one line of a list by typing."""

from __future__ import annotations

from functools import lru_cache

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from schemas.language import Words
from wizard.ui.printable import printable
from wizard.ui.search import folded
from wizard.ui.widgets.listing import PagedList

Line = tuple[str, str, str]
"""What is dismissed with, what stands in the line, and what stands after it in fainter letters."""


MOST = 60
"""Lines that are listed while typing; the nearest come first, and more letters find the others."""

_folded = lru_cache(maxsize=2048)(folded)
"""The same lines are folded anew at every key."""


class PickScreen(ModalScreen[str | None]):
    """Lists lines and narrows them to those that hold every word typed; dismisses with the one picked, or None.

    more: lines that are only found by typing.
    """

    BINDINGS = [("escape", "dismiss(None)", "")]

    def __init__(
        self, words: Words, title: str, lines: list[Line], at: str | None = None, more: list[Line] | None = None
    ) -> None:
        super().__init__()
        self.words = words
        self.heading = title
        self.lines = lines
        self.at = at
        self.more = more or []

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(self.heading, classes="sheet-title", markup=False)
            yield Input(id="pick-line")
            yield PagedList(id="pick-list", markup=False)
            yield Static(self.words("interface.hint.pick"), classes="sheet-hint", markup=False)

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False
        self.query_one(OptionList).can_focus = False
        self._list("")
        self.query_one(Input).focus()

    def _list(self, typed: str) -> None:
        sought = folded(typed).split()
        listed = self.query_one(OptionList)
        listed.clear_options()
        lines = [*self.lines, *self.more] if sought else self.lines
        found = [line for line in lines if all(word in _folded(f"{line[1]} {line[2]}") for word in sought)]
        found.sort(key=lambda line: _rank(line, sought))
        found = found[:MOST] if sought else found
        listed.add_options([Option(self._prompt(line), id=line[0]) for line in found])
        keys = [key for key, _, _ in found]
        if found:
            listed.highlighted = keys.index(self.at) if self.at in keys and not sought else 0

    @staticmethod
    def _prompt(line: Line) -> Content:
        _, text, hint = line
        return Content.assemble(printable(text), "   ", (printable(hint), "$text-muted"))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._list(event.value)

    def on_key(self, event: Key) -> None:
        """Move in the list while typing."""
        moves = {"down": "cursor_down", "up": "cursor_up", "pagedown": "page_down", "pageup": "page_up"}
        if event.key in moves:
            event.stop()
            getattr(self.query_one(OptionList), f"action_{moves[event.key]}")()

    def on_input_submitted(self) -> None:
        if (option := self.query_one(OptionList).highlighted_option) is not None:
            self.dismiss(option.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)


def _rank(line: Line, sought: list[str]) -> int:
    """Tell how near a line comes: 0 where it begins with what is sought, 1 where words do, 2 inside, 3 its hint."""
    text = " ".join(_folded(line[1]).strip(" ●○◐").split())
    begins = " ".join(sought)
    if not sought or text.startswith(begins):
        return 0
    if all(f" {word}" in f" {text}" for word in sought):
        return 1
    return 2 if all(word in text for word in sought) else 3
