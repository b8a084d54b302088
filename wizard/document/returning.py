"""Brings back what earlier sessions of the user could not keep where it belongs."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from schemas.plan import Plan
from wizard.files.plan_file import read_plan
from wizard.files.trouble import FileTrouble

from .change import Change
from .difference import difference
from .edits import to_json
from .history import Draft, History
from .housing import PARTED
from .opening import Opened
from .rescue import Head, rescued


@dataclass(frozen=True, slots=True)
class Left:
    """What is to be brought back, and what to do when all of it is in the log.

    settled: session and path of drafts that are drafts no more.
    copy: a whole plan of which this log does not know everything; it stays where it is. None where there is none.
    """

    changes: tuple[Change, ...]
    drafts: tuple[Draft, ...]
    done: Callable[[], None]
    settled: tuple[tuple[str, str], ...] = ()
    copy: Path | None = None


def left(plan_file: Path, found: Opened) -> Iterator[Left]:
    """Yield what waits for a plan that has been opened, what the history has already left out."""
    if found.mended is not None and found.mended.unfit:
        yield Left(_new(found.history, found.mended.unfit), (), _nothing)
    if found.housed is not None and found.housed.left is not None:
        with contextlib.suppress(sqlite3.Error, ValueError, TypeError, LookupError):
            changes, drafts = _at_home(found.housed.left)
            own = found.housed.left.parent
            yield Left(_new(found.history, changes), drafts, lambda: shutil.rmtree(own, ignore_errors=True))
    for one in rescued(plan_file, found.plan.saved.plan):
        known = one.head is None or _has(found.history, one.head)
        changes, copy = _new(found.history, one.changes), None if known or _same(one.copy, found.plan) else one.copy
        yield Left(changes, one.drafts, one.drop, one.settled, copy)


def _same(copy: Path, plan: Plan) -> bool:
    """Tell whether a copy says nothing else than the plan."""
    try:
        return not difference(plan, read_plan(copy))
    except FileTrouble:
        return not copy.exists()


def _has(history: History, head: Head) -> bool:
    return bool(history.rows("select 1 from changes where seq = ? and session = ? and at = ?", *head))


def _nothing() -> None:
    """Do nothing."""


def _at_home(own: Path) -> tuple[tuple[Change, ...], tuple[Draft, ...]]:
    """Read the user's own history, where no other process has it open. Raises `sqlite3.Error`."""
    with contextlib.closing(sqlite3.connect(own, timeout=0, isolation_level=None)) as database:
        # Leaving WAL needs the file for oneself alone.
        database.execute("pragma journal_mode=delete")
    with contextlib.closing(History(own)) as history:
        base = int(history.meta(PARTED) or 0)
        return tuple(history.changes(base)), tuple(history.drafts())


def _new(history: History, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Leave out what the log has already."""
    return tuple(change for change in changes if not _known(history, change))


def _known(history: History, change: Change) -> bool:
    edits = json.dumps([to_json(edit) for edit in change.edits], ensure_ascii=False)
    query = "select 1 from changes where session = ? and at = ? and edits = ?"
    return bool(history.rows(query, change.session, change.at, edits))


def numbered(changes: tuple[Change, ...], first: int) -> list[Change]:
    """Give changes the numbers from `first` on; what undoes one of them still does."""
    numbers: dict[int, int] = {}
    result = []
    for number, change in enumerate(changes, first):
        numbers[change.seq] = number
        undoes = numbers.get(change.undoes, change.undoes) if change.undoes is not None else None
        result.append(replace(change, seq=number, undoes=undoes))
    return result
