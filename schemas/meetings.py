"""The meetings of a workshop: which one runs, what the next one is called, and what a meeting leaves open."""

from __future__ import annotations

from .choices import CaughtKind
from .gathered import waits
from .plan import Plan
from .workshop import Caught, Meeting

CAUGHT = "workshop.caught"
SESSIONS = "workshop.sessions"


def running(plan: Plan) -> Meeting | None:
    """Give the meeting that has begun and is not closed; the latest, should there be several."""
    return next((meeting for meeting in reversed(plan.workshop.sessions) if not meeting.closed), None)


def next_number(plan: Plan) -> int:
    """Give the number of the meeting that would be begun next."""
    return len(plan.workshop.sessions) + 1


def lacks(caught: Caught) -> bool:
    """Tell whether something caught should be settled before a meeting ends.

    A task lacks somebody or a date; what was parked or not agreed upon lacks an outcome.
    """
    if not waits(caught):
        return False
    if caught.kind is CaughtKind.TASK:
        return not caught.who.strip() or caught.due is None
    return not caught.outcome.strip()


def caught_record(path: str) -> str | None:
    """Give the id of the caught line a path leads to; None where it leads elsewhere."""
    if not path.startswith(f"{CAUGHT}["):
        return None
    return path.removeprefix(f"{CAUGHT}[").partition("]")[0]
