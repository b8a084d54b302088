"""How a plan file and its history find each other again when a plan is opened."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.paths import NoSuchPath, get
from schemas.plan import Plan, Saved

from .arriving import Arrival, judged, read, standing
from .edits import Edit, Set, WrongType, apply, plain
from .history import BUSY, History, fingerprint
from .housing import NOWHERE, PATIENCE, Damaged, Housed, house, reason
from .lodging import carried, lodge
from .replaying import plan_at, replayed
from .stamping import begin, new_plan_id, now

if TYPE_CHECKING:
    from .mending import Mended

__all__ = ["Opened", "new_plan_id", "now", "open_plan", "plan_at", "replayed", "upon"]

NONSENSE = (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError, AssertionError)
"""What reading a history raises whose rows are not what they should be."""


@dataclass(slots=True)
class Opened:
    """A plan with its history: the plan as the log has it at a seq, and what the file has to say to it.

    read_only: None, or the key of the sentence that says why the plan can only be read here. housed: where the history
    lives. mended: what became of a history that was damaged.
    """

    history: History
    plan: Plan
    seq: int = 0
    arrival: Arrival | None = None
    read_only: str | None = None
    housed: Housed | None = None
    mended: Mended | None = None


def open_history(plan_file: Path, data: bytes, saved: Saved, unfit_for: str | None = None) -> tuple[Housed, bool]:
    """Open the history of a plan file where it lives, and tell whether the file is a copy that is to have its own.

    Another plan's history in its place is set aside, never deleted. unfit_for: as for `house`.
    Raises `NewerHistory` and `Damaged`.
    """
    lodging = lodge(plan_file, saved.plan, data)
    housed = house(plan_file, beside=lodging.path, unfit_for=unfit_for)
    history = housed.history
    known = history.meta("plan")
    if history.path is None or known is None or saved.plan in ("", known) or history.knows_file(fingerprint(data)):
        return housed, lodging.copied
    history.close()
    carried(history.path, history.path.with_name(f"{history.path.name}.{known}"))
    return house(plan_file, beside=lodging.path, unfit_for=unfit_for), lodging.copied


def open_plan(plan_file: Path, data: bytes, plan: Plan) -> Opened:
    """Bring a plan file that was read from `data` and its history together.

    The log's latest plan stands; what a file that we did not write last has to say to it is its `arrival`.
    Where one home of the history takes nothing, the next is tried. Raises `NewerHistory` and `Damaged`.
    """
    unfit_for: str | None = None
    while True:
        housed, copied = open_history(plan_file, data, plan.saved, unfit_for)
        history = housed.history
        try:
            history.wait_at_most(PATIENCE)
            with history.writing():
                found = replace(_found(history, plan_file.name, data, plan, copied), housed=housed)
            history.wait_at_most(BUSY)
            return found
        except NONSENSE as error:
            history.close()
            if history.path is None:
                raise
            if (why := reason(error)) == "damaged":
                raise Damaged(history.path) from error
            unfit_for = why if housed.shared else NOWHERE


def _found(history: History, name: str, data: bytes, plan: Plan, copied: bool) -> Opened:
    if history.meta("plan") is None:
        return _begun(history, data, plan, copied)
    head = history.head()
    ours = history.file_seq(fingerprint(data))
    if ours is not None and history.rows("select 1 from changes where seq > ? and cause = 'forget'", ours):
        ours = None  # the file still holds what was removed for good
    latest = replayed(plan, history.changes(ours, head)) if ours is not None else plan_at(history, head)
    assert latest is not None
    latest = latest.model_copy(update={"saved": plan.saved.model_copy(update={"plan": history.meta("plan")})})
    arrival = None if standing(history, data) else judged(history, latest, data, read(data, name))
    return Opened(history, latest, head, arrival)


def _begun(history: History, data: bytes, plan: Plan, copied: bool) -> Opened:
    """Begin a history with the plan as it stands in the file."""
    name = new_plan_id() if copied or not plan.saved.plan else plan.saved.plan
    begun = plan.model_copy(update={"saved": plan.saved.model_copy(update={"plan": name, "seq": 0})})
    history.put_snapshot(0, plain(begun))
    history.put_file(fingerprint(data), 0, plan.saved.at.isoformat() if plan.saved.at else now())
    history.set_meta("written", fingerprint(data))
    begin(history, name, plan.saved)
    return Opened(history, begun)


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
