"""Asking why a question is passed by."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from schemas.language import Words

STATES = ("skipped", "irrelevant")


class ReasonScreen(ModalScreen[tuple[str, str] | None]):
    """Asks for a reason in one line; dismisses with the state and the reason, or None to stay.

    state: `skipped` or `irrelevant`; the arrows take the other one.
    """

    BINDINGS = [
        ("escape", "dismiss(None)", ""),
        ("up,down,tab,shift+tab", "other", ""),
    ]

    def __init__(self, words: Words, question: str, state: str, reason: str = "", answered: bool = False) -> None:
        super().__init__()
        self.words = words
        self.question = question
        self.state = state
        self.reason = reason
        self.answered = answered

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(self.question, classes="sheet-title", markup=False)
            yield Static("", id="reason-states", markup=False)
            yield Input(self.reason, placeholder=self.words("interface.reason.placeholder"), id="reason-line")
            says = self.words("interface.reason.empties") if self.answered else ""
            yield Static(says, id="reason-says", markup=False)
            yield Static(self.words("interface.reason.hint"), classes="sheet-hint", markup=False)

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False
        self.query_one(Input).focus()
        self._show()

    def _show(self) -> None:
        lines = [f"{'(•)' if one == self.state else '( )'} {self.words(f'interface.reason.{one}')}" for one in STATES]
        self.query_one("#reason-states", Static).update("\n".join(lines))

    def action_other(self) -> None:
        """Take the other state."""
        self.state = STATES[1 - STATES.index(self.state)]
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        reason = " ".join(event.value.split())
        if reason:
            self.dismiss((self.state, reason))
        else:
            self.query_one("#reason-says", Static).update(self.words("interface.reason.missing"))
