"""How a plan file and its history find each other again when a plan is opened."""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.ids import ALPHABET
from schemas.paths import NoSuchPath, get
from schemas.plan import Plan

from .change import Change, applied
from .difference import difference
from .edits import Edit, Set, WrongType, apply, plain
from .history import History, fingerprint
from .housing import Damaged, Housed, house, reason

if TYPE_CHECKING:
    from .mending import Mended

NONSENSE = (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError, AssertionError)
"""What reading a history raises whose rows are not what they should be."""


def new_plan_id() -> str:
    """Make the id that a plan keeps through every copy of its file."""
    return "".join(secrets.choice(ALPHABET) for _ in range(16))


def now() -> str:
    """Give the time as the log keeps it: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(slots=True)
class Opened:
    """A plan with its history: the plan as the log has it at a seq, and the edits that the file brings from elsewhere.

    read_only: None, or the key of the sentence that says why the plan can only be read here. housed: where the history
    lives. mended: what became of a history that was damaged.
    """

    history: History
    plan: Plan
    seq: int = 0
    external: tuple[Edit, ...] = ()
    read_only: str | None = None
    housed: Housed | None = None
    mended: Mended | None = None


def open_history(plan_file: Path, plan_id: str) -> Housed:
    """Open the history of a plan file where it lives; another plan's is set aside, never deleted.

    plan_id: empty where the file has no stamp yet; then the history beside it is taken for its own.
    Raises `NewerHistory` and `Damaged`.
    """
    housed = house(plan_file)
    known = housed.history.meta("plan")
    if known is None or plan_id in ("", known) or housed.history.path is None:
        return housed
    housed.history.close()
    _set_aside(housed.history.path, known)
    return house(plan_file)


def _set_aside(path: Path, mark: str) -> None:
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(path.with_name(f"{path.name}.{mark}{suffix}"))


def plan_at(history: History, seq: int) -> Plan | None:
    """Give the plan as it stood after a change; None where the history does not reach back to it."""
    found = history.snapshot(seq)
    if found is None:
        return None
    start, data = found
    return replayed(Plan.model_validate(data), history.changes(start, seq))


def replayed(plan: Plan, changes: list[Change]) -> Plan:
    """Give the plan after some changes of the log."""
    for change in changes:
        plan = applied(plan, change.edits)
    return plan


def open_plan(plan_file: Path, data: bytes, plan: Plan) -> Opened:
    """Bring a plan file that was read from `data` and its history together.

    A file we wrote: the log's latest plan stands. Any other: what it changed since the version it started from
    is given as `external` edits upon the log's latest plan.
    """
    housed = open_history(plan_file, plan.saved.plan)
    try:
        return replace(_found(housed.history, data, plan), housed=housed)
    except NONSENSE as error:
        housed.history.close()
        if housed.history.path is None or reason(error) != "damaged":
            raise
        raise Damaged(housed.history.path) from error


def _found(history: History, data: bytes, plan: Plan) -> Opened:
    head, known = history.head(), history.meta("plan")
    if not plan.saved.plan:
        plan = plan.model_copy(update={"saved": plan.saved.model_copy(update={"plan": known or new_plan_id()})})
    if known is None:
        history.put_snapshot(0, plain(plan))
        history.put_file(fingerprint(data), 0, now())
        history.set_meta("plan", plan.saved.plan)  # last: a history that a kill left half begun is begun anew
        return Opened(history, plan, head)
    ours = history.file_seq(fingerprint(data))
    if ours is not None:
        return Opened(history, replayed(plan, history.changes(ours, head)), head)
    latest = plan_at(history, head)
    assert latest is not None
    if history.knows_file(fingerprint(data)):
        return Opened(history, latest, head)
    base = plan_at(history, plan.saved.seq) if plan.saved.seq <= head else None
    return Opened(history, latest, head, upon(latest, difference(base or latest, plan)))


def upon(plan: Plan, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Fit edits made elsewhere to the plan as it is now; what concerns a record that is gone is left out.

    The value that is replaced stands in the edit as `before`, so that nothing is lost: undo brings it back.
    """
    fitted: list[Edit] = []
    for edit in edits:
        try:
            if isinstance(edit, Set):
                edit = Set(edit.path, edit.value, plain(get(plan, edit.path)))
            plan = apply(plan, edit)
        except (NoSuchPath, WrongType):
            continue
        fitted.append(edit)
    return tuple(fitted)
