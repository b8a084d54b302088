"""What was caught in the workshop: by meeting, by kind, and what still waits."""

from __future__ import annotations

from .choices import CaughtKind, CaughtState
from .plan import Plan
from .workshop import Caught, Meeting

WAITING = (CaughtKind.TASK, CaughtKind.PARKED, CaughtKind.DISAGREEMENT)
"""The kinds that wait for somebody; a decision is made and a note is only read."""


def waits(caught: Caught) -> bool:
    """Tell whether something caught still waits for somebody."""
    return caught.kind in WAITING and caught.state is CaughtState.OPEN


def waiting(plan: Plan) -> tuple[Caught, ...]:
    """List all that still waits."""
    return tuple(caught for caught in plan.workshop.caught if waits(caught))


def caught_at(plan: Plan, meeting: Meeting | None) -> tuple[Caught, ...]:
    """List what was caught at a meeting; for None what belongs to no meeting that stands in the plan."""
    if meeting is not None:
        return tuple(caught for caught in plan.workshop.caught if caught.session == meeting.id)
    known = {one.id for one in plan.workshop.sessions}
    return tuple(caught for caught in plan.workshop.caught if caught.session not in known)


def waiting_before(plan: Plan, meeting: Meeting) -> tuple[Caught, ...]:
    """List what still waits from the meetings before one, and from outside of any meeting."""
    meetings = plan.workshop.sessions
    later = {one.id for one in meetings[meetings.index(meeting) :]}
    return tuple(caught for caught in waiting(plan) if caught.session not in later)
