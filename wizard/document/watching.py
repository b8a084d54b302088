"""Notices, beside the program, that others have written: in the history, or in the plan file itself."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .people import Presence

POLL = 0.2
"""Seconds between two looks. One costs some microseconds where nothing was written."""
SIGNS = 1.0
"""Seconds between two looks at whether the others still live."""

_MARK = """
select (select max(seq) from changes), (select count(*) from changes),
    (select group_concat(session || person) from present),
    (select group_concat(session || path) from leases),
    (select group_concat(id || coalesce(settled, '')) from conflicts where settled is null),
    (select group_concat(key || value) from meta where key like 'kept.clock%' or key = 'epoch')
"""


class Watcher(threading.Thread):
    """Calls back, from its own thread, when there is news for a session.

    history: None where there is none to look at. file: the plan file. presence: who else is here, as the session
    knows it.
    """

    def __init__(self, history: Path | None, file: Path, presence: Presence, call: Callable[[], None]) -> None:
        super().__init__(name="watcher", daemon=True)
        self.history = history
        self.file = file
        self.presence = presence
        self.call = call
        self._ending = threading.Event()
        self._mark: Any = None
        self._version: int | None = None
        self._looked = 0.0
        self._standing = stamp(file)

    def run(self) -> None:
        """Look until the session ends."""
        with contextlib.ExitStack() as stack:
            db = self._connected(stack)
            while not self._ending.wait(POLL):
                with contextlib.suppress(sqlite3.Error):
                    if self._written(db) or self._replaced() or self._restless():
                        self.call()

    def _connected(self, stack: contextlib.ExitStack) -> sqlite3.Connection | None:
        if self.history is None:
            return None
        with contextlib.suppress(sqlite3.Error):
            return stack.enter_context(contextlib.closing(sqlite3.connect(self.history, isolation_level=None)))
        return None

    def _written(self, db: sqlite3.Connection | None) -> bool:
        """Tell whether the log, or who is here, is otherwise; what others merely type is no news."""
        if db is None:
            return False
        version = db.execute("pragma data_version").fetchone()[0]
        if version == self._version:
            return False
        mark = db.execute(_MARK).fetchone()
        self._version = version  # not before: where the look fails, it is done again
        before, self._mark = self._mark, mark
        return bool(before != mark)

    def _replaced(self) -> bool:
        before, self._standing = self._standing, stamp(self.file)
        return before != self._standing

    def _restless(self) -> bool:
        if time.monotonic() - self._looked < SIGNS:
            return False
        self._looked = time.monotonic()
        return self.presence.restless

    def end(self) -> None:
        """Look no more."""
        self._ending.set()


def stamp(file: Path) -> tuple[int, int, int] | None:
    """Give what changes when a file is written or replaced; None where it is gone."""
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
