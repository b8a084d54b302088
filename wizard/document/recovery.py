"""What a session that ended suddenly left behind, told without opening the plan."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from filelock import FileLock, Timeout

from .history import history_path


def left_behind(plan_file: Path) -> int:
    """Count the answers that were typed but not yet kept when the plan was last open; opening it brings them back.

    Nothing is counted for a plan that is open elsewhere, or whose history is not there or cannot be read.
    """
    history = history_path(plan_file)
    # A session that ends as it should takes this file with it; reading without it would leave files behind.
    if not history.with_name(f"{history.name}-wal").is_file() or not (count := _drafts(history)):
        return 0
    return 0 if _open_elsewhere(history) else count


def _drafts(history: Path) -> int:
    with contextlib.suppress(sqlite3.Error, ValueError):
        database = sqlite3.connect(f"{history.resolve().as_uri()}?mode=ro", uri=True, timeout=0.2)
        with contextlib.closing(database):
            return int(database.execute("select count(*) from drafts").fetchone()[0])
    return 0


def _open_elsewhere(history: Path) -> bool:
    lock = FileLock(history.with_suffix(".lock"))
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError):
        return True
    lock.release()
    return False
