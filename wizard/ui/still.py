"""Draws what is settled in several steps once, when it is settled: at the start each step costs a whole screen."""

from __future__ import annotations

from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.screen import Screen


class Still(App[Any]):
    """An app that can hold its picture still while it is laid out.

    `_display` is private to Textual: it is the one place where a picture goes to the terminal.
    """

    _is_still = False

    def hold_still(self) -> None:
        """Draw nothing until `draw` is called."""
        self._is_still = True

    def draw(self) -> None:
        """Draw the whole screen as it is now, and every change from here on."""
        self._is_still = False
        self.screen.refresh()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if not self._is_still:
            super()._display(screen, renderable)
