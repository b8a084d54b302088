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
    _has_drawn = False

    def hold_still(self) -> None:
        """Draw one picture, and then nothing until `draw` is called."""
        self._is_still, self._has_drawn = True, False

    def draw(self) -> None:
        """Draw the whole screen as it is now, and every change from here on."""
        if self._is_still:
            self._is_still = False
            self.screen.refresh()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if not self._is_still:
            super()._display(screen, renderable)
        elif renderable is not None and not self._has_drawn:
            self._has_drawn = True
            super()._display(screen, renderable)
