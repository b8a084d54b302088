"""The line of keys at the bottom."""

from __future__ import annotations

from rich.text import Text
from textual.app import RenderResult
from textual.widget import Widget

Key = tuple[str, str]
"""A key as it is written, and what it does in a word."""


class KeyLine(Widget):
    """Names the keys that can be pressed now, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self.keys: tuple[Key, ...] = ()

    def show(self, keys: tuple[Key, ...]) -> None:
        """Name other keys."""
        if keys != self.keys:
            self.keys = keys
            self.refresh()

    def render(self) -> RenderResult:
        """Write the keys, and stop where the next one would be cut."""
        text = Text(" ", no_wrap=True)
        for key, word in self.keys:
            if text.cell_len + len(key) + len(word) + 3 > self.size.width:
                break
            text.append(key, "bold reverse")
            text.append(f" {word}  ")
        return text
