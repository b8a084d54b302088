"""Hides everything at once, for when a name slips in front of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key, Paste


class BlankScreen(Above, inherit_bindings=False):
    """An empty screen; any key brings back what stood there and does nothing else."""

    def compose(self) -> ComposeResult:
        yield Static(self.words("screens.blank.hint"), id="blank-hint", markup=False)

    def on_key(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss(None)

    def on_paste(self, event: Paste) -> None:
        event.stop()
