"""Deleting for good what should never have been written: choosing it, and confirming it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.ui.forgetting import Target, counted, forgotten, found, targets, typed
from wizard.ui.printable import printable
from wizard.ui.widgets.listing import PagedList

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.language import Words
    from wizard.document.forgetting import Traces


class ForgetScreen(Above):
    """Lets one choose what to delete for good, and says what came of it."""

    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="leaf"):
            yield Static(self.words("past.forget.title"), classes="leaf-title", markup=False)
            yield Static(self.words("past.forget.lead"), classes="leaf-text", markup=False)
            yield PagedList(id="forget-list", markup=False)
            yield Input(placeholder=self.words("past.forget.placeholder"), id="forget-line")
            yield Static("", id="forget-says", markup=False)
            yield Static(self.words("past.forget.hint"), classes="leaf-hint", markup=False)

    def on_mount(self) -> None:
        self.session.settle()
        line = self.query_one(Input)
        line.cursor_blink = line.display = False
        self._list()
        self.set_focus(self.query_one(OptionList))

    def _list(self) -> None:
        self.targets = targets(self.session, self.path, self.words)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Option(printable(target.label)) for target in self.targets])
        listed.highlighted = 0

    def _say(self, sentence: str) -> None:
        self.query_one("#forget-says", Static).update(printable(sentence))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        target = self.targets[event.option_index]
        if target.unwanted:
            self._confirm(target)
        else:
            line = self.query_one(Input)
            line.display = True
            self.set_focus(line)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        target = typed(event.value, self.words)
        if target is None:
            self._say(self.words("past.forget.short"))
        else:
            self._confirm(target)

    def _confirm(self, target: Target) -> None:
        places = counted(self.session, target)
        if places.now + places.past == 0:
            self._say(self.words("past.forget.nothing"))
        else:
            self.app.push_screen(ConfirmScreen(self.words, target, places), lambda sure: self._done(target, sure))

    def _done(self, target: Target, sure: bool | None) -> None:
        if sure:
            self._say(forgotten(self.session, target, self.words))
            line = self.query_one(Input)
            line.value, line.display = "", False
            self._list()
            self.set_focus(self.query_one(OptionList))

    def action_leave(self) -> None:
        """Go back to the list from the line, else to the question."""
        line = self.query_one(Input)
        if line.has_focus:
            line.display = False
            self.set_focus(self.query_one(OptionList))
        else:
            self.dismiss(None)


class ConfirmScreen(ModalScreen[bool]):
    """Says what is reached and what is not, and takes a word for a yes; dismisses with whether it was given."""

    BINDINGS = [("escape", "dismiss(False)", ""), ("up", "scroll(-1)", ""), ("down", "scroll(1)", "")]

    def __init__(self, words: Words, target: Target, places: Traces) -> None:
        super().__init__()
        self.words = words
        self.target = target
        self.places = places

    def compose(self) -> ComposeResult:
        say = self.words
        with Vertical(classes="sheet"):
            yield Static(printable(self.target.label), classes="sheet-title", markup=False)
            with VerticalScroll(id="forget-told", can_focus=False):
                yield Static(found(self.target, self.places, say), classes="sheet-text", markup=False)
                yield Static(say("past.forget.reaches"), classes="sheet-text", markup=False)
                yield Static(say("past.forget.beyond"), classes="sheet-text", markup=False)
            yield Static(say("past.forget.final", word=say("past.forget.word")), classes="sheet-says", markup=False)
            yield Input(id="forget-word")
            yield Static("", id="forget-refused", classes="sheet-says", markup=False)
            yield Static(say("past.forget.confirm_hint"), classes="sheet-hint", markup=False)

    def on_mount(self) -> None:
        line = self.query_one(Input)
        line.cursor_blink = False
        line.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        word = self.words("past.forget.word")
        if event.value.strip().casefold() == word.casefold():
            self.dismiss(True)
        else:
            self.query_one("#forget-refused", Static).update(self.words("past.forget.refused", word=word))

    def action_scroll(self, by: int) -> None:
        """Scroll what does not fit a small screen."""
        self.query_one("#forget-told").scroll_relative(y=by, animate=False)
