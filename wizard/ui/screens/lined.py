"""What the screens of the past have in common: rows to choose among, a sentence, and letters that do something."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.document.telling import safe
from wizard.ui.printable import printable
from wizard.ui.taken_back import taken_back
from wizard.ui.widgets.listing import PagedList

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

    from schemas.plan import Plan

WIDEST, AROUND = 100, 6
"""The columns a list has at most, and those that are none of its rows'."""


class Lined(Above):
    """Lists rows; a letter of `past.key` does what it is named for, and undo and redo work as on the page."""

    AUTO_FOCUS = ""
    BINDINGS = [("ctrl+z", "take_back('undo')", ""), ("ctrl+y", "take_back('redo')", "")]
    TITLE_KEY: ClassVar[str]
    LETTERS: ClassVar[tuple[str, ...]] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="leaf board"):
            yield Static(self.words(self.TITLE_KEY), classes="leaf-title", markup=False)
            yield Static("", id="board-head", markup=False)
            yield PagedList(id="board-rows", markup=False)
            yield Static("", id="board-none", markup=False)
            yield Static("", id="board-says", markup=False)
            yield Static("", id="board-keys", markup=False)

    @property
    def listed(self) -> OptionList:
        """Give the list."""
        return self.query_one("#board-rows", OptionList)

    @property
    def width(self) -> int:
        """Give the columns a row has."""
        return max(20, min(self.app.size.width, WIDEST) - AROUND)

    def folded(self, text: str, first: str, rest: str, most: int) -> str:
        """Break a text into lines, the later ones set in; what is too long ends in three dots."""
        lines = wrap(text, self.width, initial_indent=first, subsequent_indent=rest, max_lines=most, placeholder=" …")
        return "\n".join(lines)

    @staticmethod
    def heading(text: str) -> Option:
        """Write a heading."""
        return Option(Content.styled(printable(text), "bold"), disabled=True)

    def head(self, text: str) -> None:
        """Write what stands above the rows."""
        self.query_one("#board-head", Static).update(printable(text))

    def empty(self, sentence: str) -> None:
        """Write what stands in place of the rows; nothing where there are some."""
        none = self.query_one("#board-none", Static)
        none.update(sentence)
        none.display = bool(sentence)
        self.listed.display = not sentence
        if not sentence and self.focused is None:  # a list that was hidden lost the focus
            self.set_focus(self.listed)

    def say(self, sentence: str) -> None:
        """Show a sentence above the keys."""
        self.query_one("#board-says", Static).update(printable(sentence))

    def keys(self, text: str) -> None:
        """Name the keys."""
        self.query_one("#board-keys", Static).update(text)

    def may(self) -> bool:
        """Tell whether the plan can be changed, and say where it cannot."""
        if self.session.read_only is not None:
            self.say(self.words(self.session.read_only))
        return self.session.read_only is None

    def on_key(self, event: Key) -> None:
        """Do what a letter stands for."""
        if event.character is None or not event.is_printable:
            return
        pressed = event.character.lower()
        if name := next((one for one in self.LETTERS if self.words(f"past.key.{one}") == pressed), None):
            event.stop()
            self.do(name)

    def do(self, name: str) -> None:
        """Do what a letter stands for."""
        raise NotImplementedError

    def letters(self) -> dict[str, str]:
        """Give the letters by their names, for the line of keys."""
        return {name: self.words(f"past.key.{name}") for name in self.LETTERS}

    def show(self, plan: Plan, when: str, only: str = "") -> None:
        """Show the plan as it was, or what stood at a path; what lays it out is read only then."""
        from .then import FieldThenScreen, ThenScreen

        kind = FieldThenScreen if only else ThenScreen
        self.app.push_screen(kind(self.session, self.words, only or self.path, plan, when))

    def action_take_back(self, way: str) -> None:
        """Undo or redo, and say what."""
        if self.may():
            _, sentence = taken_back(self.session, way, self.words)
            self.say(safe(sentence))
