"""Whether somebody of the same login has a plan open, told without opening it."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path

from .history import history_path
from .housing import own_path
from .people import namespace, runs


def login_is_here(plan_file: Path, login: str) -> bool:
    """Tell whether a living session of a login has a plan open, under whatever name.

    Where the history cannot be read, nobody is seen.
    """
    return any(_is_here(history, login) for history in (history_path(plan_file), own_path(plan_file)))


def _is_here(history: Path, login: str) -> bool:
    with contextlib.suppress(sqlite3.Error, OSError, ValueError, KeyError):
        # While a session is open this file stands there; reading without it would leave files behind.
        if history.with_name(f"{history.name}-wal").is_file():
            database = sqlite3.connect(f"{history.resolve().as_uri()}?mode=ro", uri=True, timeout=0.2)
            with contextlib.closing(database):
                rows = database.execute("select pid, person from present").fetchall()
            return any(_lives(pid, json.loads(person), login) for pid, person in rows)
    return False


def _lives(pid: int, person: dict[str, str], login: str) -> bool:
    """Tell whether a row is of the login and of a process that runs; one of another host is taken to run."""
    ours = person["author"] == login or person["author"].startswith(f"{login} (")
    return ours and (person["world"] != namespace() or runs(pid))
