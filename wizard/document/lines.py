"""Lines kept beside a plan, such as how the block timer stands: no part of the plan, never undone."""

from __future__ import annotations

import contextlib
import sqlite3

from .history import History


class Lines:
    """The lines of one plan, by name; others may write them too."""

    def __init__(self, history: History) -> None:
        self.history = history
        self._known: dict[str, str] = {}
        self._alone: set[str] = set()

    def remember(self, key: str, value: str, shared: bool = True) -> None:
        """Keep a line, in memory at least; shared: whether others shall have it too."""
        self._known[key] = value
        if not shared:
            self._alone.add(key)
            return
        with contextlib.suppress(sqlite3.Error):
            self.history.set_meta(f"kept.{key}", value)

    def recall(self, key: str) -> str | None:
        """Give a line that was kept, also by an earlier session; None where there is none."""
        if key not in self._known:
            with contextlib.suppress(sqlite3.Error):
                if (value := self.history.meta(f"kept.{key}")) is not None:
                    self._known[key] = value
        return self._known.get(key)

    def refresh(self) -> None:
        """Read anew what others may have written."""
        for key in self._known.keys() - self._alone:
            with contextlib.suppress(sqlite3.Error):
                self._known[key] = self.history.meta(f"kept.{key}") or self._known[key]
