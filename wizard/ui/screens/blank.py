"""Hides everything at once, for when a name slips in front of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key, Paste

    from schemas.language import Words
    from wizard.document.session import Session


class BlankScreen(ModalScreen[str | None], inherit_bindings=False):
    """An empty screen; any key brings back what stood there and does nothing else."""

    def __init__(self, session: Session | None, words: Words, path: str = "") -> None:
        super().__init__()
        self.words = words

    def compose(self) -> ComposeResult:
        yield Static(self.words("screens.blank.hint"), id="blank-hint", markup=False)

    def on_key(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss(None)

    def on_paste(self, event: Paste) -> None:
        event.stop()
