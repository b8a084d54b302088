"""What a meeting leaves open: what was caught and not settled, half answers, and what was skipped that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from schemas.choices import CaughtKind
from schemas.meetings import CAUGHT, lacks
from schemas.paths import exists
from schemas.plan import Unanswered
from wizard.document.edits import Set

from .steps import above_of

if TYPE_CHECKING:
    from schemas.workshop import Caught
    from wizard.document.change import Change
    from wizard.document.session import Session

ORDER = (CaughtKind.TASK, CaughtKind.PARKED, CaughtKind.DISAGREEMENT)
"""The kinds that can be left open, in the order they are shown."""
AT_ONCE = 200
"""How many changes of the log are read at a time, the latest first."""


def unsettled_points(session: Session) -> dict[CaughtKind, list[Caught]]:
    """List what was caught, at any meeting, and lacks what a meeting should give it."""
    found = {
        kind: [one for one in session.plan.workshop.caught if one.kind is kind and _open(session, one)]
        for kind in ORDER
    }
    return {kind: ours for kind, ours in found.items() if ours}


def _open(session: Session, caught: Caught) -> bool:
    """Tell whether something lacks an outcome, somebody or a date; half a date is none."""
    return lacks(caught) or f"{CAUGHT}[{caught.id}].due" in session.unsettled


def half_answers(session: Session) -> list[str]:
    """Name the fields where something stands that is no answer yet."""
    return [path for path in session.unsettled if exists(session.plan, path) and above_of(path) is None]


def skipped(session: Session, day: date) -> list[str]:
    """Name the questions that were skipped on a day and still are, the latest last."""
    found: dict[str, None] = {}
    for change in _of_day(session, day):
        for edit in change.edits:
            if isinstance(edit, Set) and edit.path.startswith("reasons["):
                found[edit.path.removeprefix("reasons[").removesuffix("]")] = None
    reasons = session.plan.reasons
    still = [path for path in found if path in reasons and reasons[path].state is Unanswered.SKIPPED]
    return list(reversed(still))


def _of_day(session: Session, day: date) -> Iterator[Change]:
    """Yield the changes of a day from the latest back."""
    until = session.seq
    while until > 0:
        after = max(0, until - AT_ONCE)
        for change in reversed(session.changes(after, until)):
            if datetime.fromisoformat(change.at).astimezone().date() < day:
                return
            yield change
        until = after
