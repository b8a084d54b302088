"""The plan as the log has it at one of its changes."""

from __future__ import annotations

from schemas.plan import Plan

from .change import Change, applied
from .history import History


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
