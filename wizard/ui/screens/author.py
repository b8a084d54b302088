"""Asking who types where several people share a login."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from wizard.ui.access import LONGEST_NAME, tidy_name
from wizard.ui.printable import printable

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.language import Words


class AuthorScreen(ModalScreen[str]):
    """Asks for a name or a role in one line; dismisses with it, or with nothing where the login alone is to serve.

    key: the sentence that says why this is asked, `shared` or `guest`.
    """

    BINDINGS = [("escape", "alone", "")]
    AUTO_FOCUS = "#author-line"

    def __init__(self, words: Words, login: str, key: str) -> None:
        super().__init__()
        self.words = words
        self.login = login
        self.key = key

    def compose(self) -> ComposeResult:
        say = self.words
        with Vertical(classes="sheet"):
            yield Static(say("hosting.naming.title"), classes="sheet-title", markup=False)
            reason = say(f"hosting.naming.{self.key}", login=printable(self.login))
            yield Static(f"{reason} {say('hosting.naming.why')}", markup=False)
            yield Label(say("hosting.naming.label"), markup=False)
            placeholder = say("hosting.naming.placeholder")
            yield Input(placeholder=placeholder, max_length=LONGEST_NAME, id="author-line")
            yield Static("", id="author-says", markup=False)
            yield Static(say("hosting.naming.hint"), classes="sheet-hint", markup=False)

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False

    def on_input_changed(self) -> None:
        self.query_one("#author-says", Static).update("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        from schemas.checks.cpr import find_cpr

        event.stop()
        if find_cpr(event.value):
            self.query_one("#author-says", Static).update(self.words("hosting.naming.cpr"))
        else:
            self.dismiss(tidy_name(event.value))

    def action_alone(self) -> None:
        """Go on under the login alone."""
        self.dismiss("")
