"""What a session that ended suddenly left behind, told without opening the plan."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path

from .history import history_path
from .housing import own_path
from .people import namespace, runs
from .rescue import Rescued, rescued


def left_behind(plan_file: Path) -> int:
    """Count the answers that wait to be brought back when the plan is opened: drafts, and what could not be kept.

    What others are typing just now is not counted, nor what stands in a history that is not there or cannot be read.
    """
    drafts = sum(_left(history) for history in (history_path(plan_file), own_path(plan_file)))
    return drafts + sum(one.count for one in rescued(plan_file))


def orphans() -> list[Rescued]:
    """Give the plans that were kept with the user and whose own file is gone."""
    return [one for one in rescued() if one.homeless and one.copy.is_file()]


def _left(history: Path) -> int:
    """Count the drafts of sessions that are no more."""
    # A session that ends as it should takes this file with it; reading without it would leave files behind.
    if not history.with_name(f"{history.name}-wal").is_file():
        return 0
    with contextlib.suppress(sqlite3.Error, OSError, ValueError, KeyError, TypeError):
        database = sqlite3.connect(f"{history.resolve().as_uri()}?mode=ro", uri=True, timeout=0.2)
        with contextlib.closing(database):
            sessions = [session for (session,) in database.execute("select session from drafts")]
            present = database.execute("select session, pid, person from present").fetchall()
        here = {session for session, pid, person in present if _lives(pid, json.loads(person))}
        return sum(session not in here for session in sessions)
    return 0


def _lives(pid: int, person: dict[str, str]) -> bool:
    return person["world"] != namespace() or runs(pid)
