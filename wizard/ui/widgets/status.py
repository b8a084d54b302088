"""The line above the keys, which says what has just happened."""

from __future__ import annotations

from time import monotonic

from textual.widgets import Static

from wizard.ui.printable import printable

FRESH = 1.0
"""Seconds for which a sentence outlasts a turn to another question."""
READ = 4.0
"""Seconds after which a sentence has been read, so that less important ones may take its place."""


class StatusLine(Static):
    """Shows a sentence until the next one."""

    def __init__(self) -> None:
        super().__init__("", id="status", markup=False)
        self.said = ""
        self._told_at = 0.0

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self.said, self._told_at = sentence, monotonic()
        self.update(printable(sentence))

    @property
    def fresh(self) -> bool:
        """Tell whether something was said just now."""
        return monotonic() - self._told_at <= FRESH

    @property
    def unread(self) -> float:
        """Give the seconds until what stands there has been read; 0 where nothing stands there."""
        return max(0.0, READ - (monotonic() - self._told_at)) if self.said else 0.0
