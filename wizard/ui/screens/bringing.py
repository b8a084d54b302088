"""Asking once before something is brought back from a plan's past, and saying what that does."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from schemas.compare import compare
from schemas.paths import NoSuchPath
from wizard.document.change import applied
from wizard.document.telling import one_sentence
from wizard.ui.printable import printable
from wizard.ui.widgets.listing import PagedList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.language import Words
    from schemas.plan import Plan
    from wizard.ui.bringing import Wish

AROUND, ROOM, TOLD = 14, 70, 3
"""Lines that are none of what is told; columns a sentence has; lines of one sentence."""


class BringScreen(ModalScreen["Wish | None"]):
    """Lets one choose what to bring back, and says what it does; dismisses with it, or with None to leave all."""

    BINDINGS = [("escape", "dismiss(None)", "")]

    def __init__(self, words: Words, plan: Plan, wishes: tuple[Wish, ...]) -> None:
        super().__init__()
        self.words = words
        self.plan = plan
        self.wishes = wishes

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(self.words("past.bring.title"), classes="sheet-title", markup=False)
            yield PagedList(*(Option(printable(wish.label)) for wish in self.wishes), id="bring-list", markup=False)
            yield Static("", id="bring-does", markup=False)
            yield Static(self.words("past.bring.hint"), classes="sheet-hint", markup=False)

    def on_mount(self) -> None:
        listed = self.query_one(OptionList)
        listed.focus()
        listed.highlighted = 0

    def on_resize(self) -> None:
        self._tell(self.query_one(OptionList).highlighted or 0)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._tell(event.option_index)

    def _tell(self, at: int) -> None:
        lines = self._does(self.wishes[at], max(2, self.app.size.height - AROUND - len(self.wishes)))
        self.query_one("#bring-does", Static).update("\n".join(lines))

    def _does(self, wish: Wish, room: int) -> list[str]:
        """Say what a wish changes, as far as there is room, and how much more."""
        try:
            new = applied(self.plan, wish.edits(self.plan))
        except NoSuchPath:
            return [self.words("past.bring.gone")]
        if not (found := compare(self.plan, new)):
            return [self.words("past.bring.nothing")]
        lines = [self.words("past.bring.does")]
        for number, one in enumerate(found):
            sentence = one_sentence(one, self.plan, new, self.words)
            told = wrap(sentence, ROOM, initial_indent="· ", subsequent_indent="  ", max_lines=TOLD, placeholder=" …")
            if len(lines) + len(told) > room:
                return [*lines, self.words("past.bring.more", count=len(found) - number)]
            lines += told
        return lines

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self.wishes[event.option_index])
