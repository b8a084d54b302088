"""A history that is only read: beside an open wizard or not, and without making a file."""

from __future__ import annotations

import re
import sqlite3
import threading
from pathlib import Path

from .history import _TABLES, BUSY, HISTORY_VERSION, History, NewerHistory


class ReadHistory(History):
    """An open history that takes no writing. Raises `NewerHistory` and `sqlite3.Error`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        # At rest there is no log beside the file, and reading it as any other would make one.
        at_rest = not path.with_name(f"{path.name}-wal").exists()
        address = f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if at_rest else ''}"
        self._db = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY)
        try:
            self._prepare()
        except BaseException:
            self._db.close()
            raise

    def _prepare(self) -> None:
        version = self._db.execute("pragma user_version").fetchone()[0]
        if version > HISTORY_VERSION:
            raise NewerHistory(str(self.path))
        if version < HISTORY_VERSION:
            self._stand_in()

    def _stand_in(self) -> None:
        """Give a history of an older program the tables it lacks, in memory."""
        self._db.execute("pragma temp_store=memory")
        known = {row[0] for row in self._db.execute("select name from sqlite_master")}
        for name, columns in re.findall(
            r"create table if not exists (\w+) (\(.*?\))(?: without rowid)?;", _TABLES, re.DOTALL
        ):
            if name not in known:
                self._db.execute(f"create temp table {name} {columns}")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()
