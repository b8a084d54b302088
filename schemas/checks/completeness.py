"""What is missing: empty answers, empty records, lists that are too short, points left open."""

from __future__ import annotations

from collections.abc import Iterator

from ..choices import DocumentKind, Status
from ..plan import Plan, Unanswered
from .finding import Finding, Severity
from .sheet import Entry, Sheet

MISSING = {
    "front.related[].address": "related_address",
    "organisation.deputy": "no_deputy",
    "organisation.out_of_hours": "no_out_of_hours",
    "concerns.entry_citizen": "no_entry_citizen",
    "concerns.entry_professional": "no_entry_professional",
    "concerns.steps[].who": "step_who",
    "concerns.steps[].limit": "step_limit",
    "measures.measures[].owner": "measure_owner",
    "measures.measures[].due": "measure_due",
    "acute.cards[].leader": "card_leader",
    "acute.cards[].calls": "card_calls",
}
"""Fields whose absence deserves a sentence of its own; all others share `missing`."""

LAWFUL = {"front.adopting_body", "front.adopted_on", "front.published_at", "front.next_revision"}
"""What the law asks of an adopted beredskab: who adopted it, when, where it is published, a revision in four years."""

COUNTED = {"strategy.goals", "measures.measures", "concerns.steps"}
"""Lists whose rows are looked at one by one (a goal a task, a step a phase), so that none are counted."""

PUBLISHED = "front.published_at"


def completeness(sheet: Sheet) -> Iterator[Finding]:
    """Find what the short way asks for and the plan does not say."""
    blank = _blank_records(sheet)
    told: set[str] = set()
    for entry in sheet.entries:
        if not required(entry, sheet.plan):
            continue
        if entry.mark.kind == "records":
            yield from _rows(entry, sheet)
        elif not entry.empty:
            continue
        elif entry.record in blank:
            if entry.record not in told:
                told.add(entry.record)
                yield Finding("blank", entry.path, Severity.CLARIFY)
        else:
            yield from _missing(entry, sheet)


def required(entry: Entry, plan: Plan) -> bool:
    """Tell whether a complete plan answers a field; the readiness answers belong to the work, not the plan."""
    if entry.place.startswith("workshop."):
        return False
    if entry.place == "front.adopted_on":
        return plan.front.status == Status.ADOPTED
    if entry.place == PUBLISHED:
        return plan.front.status == Status.ADOPTED and binding(plan)
    return entry.mark.ask.depth == "core"


def binding(plan: Plan) -> bool:
    """Tell whether the plan is the council's adopted beredskab, the document that the duty of the law is about."""
    front = plan.front
    return front.kind == DocumentKind.PREPAREDNESS and front.status in (Status.ADOPTED, Status.UNDER_REVISION)


def _missing(entry: Entry, sheet: Sheet) -> Iterator[Finding]:
    if entry.place in LAWFUL and binding(sheet.plan):
        yield Finding(f"law_{entry.mark.name}", entry.path, Severity.LAW)
    elif sheet.reason(entry.path) is None:
        yield Finding(MISSING.get(entry.place, "missing"), entry.path, Severity.CLARIFY)


def _rows(entry: Entry, sheet: Sheet) -> Iterator[Finding]:
    """Look at how many records a list has; one that asks for none may stay empty."""
    wanted, found = entry.mark.ask.rows, len(entry.value)
    if found >= wanted or sheet.reason(entry.path) is not None:
        return
    if not found:
        yield Finding("empty_list", entry.path, Severity.CLARIFY, {"rows": wanted})
    elif entry.path not in COUNTED:
        yield Finding("few", entry.path, Severity.ADVICE, {"rows": wanted, "found": found})


def _blank_records(sheet: Sheet) -> set[str]:
    """Find records nobody has begun on: one finding each says more than one a field."""
    filled: dict[str, bool] = {}
    for entry in sheet.entries:
        if (record := entry.record) is not None and not entry.mark.ask.given:
            filled[record] = filled.get(record) or not entry.empty or sheet.reason(entry.path) is not None
    return {record for record, begun in filled.items() if not begun}


def open_points(sheet: Sheet) -> Iterator[Finding]:
    """List what was skipped with a reason and still stands empty; what is not relevant is no open point."""
    for path, reason in sheet.plan.reasons.items():
        if reason.state == Unanswered.SKIPPED and path in sheet.order and path not in sheet.answered:
            yield Finding("skipped", path, Severity.ADVICE, {"reason": reason.reason})
