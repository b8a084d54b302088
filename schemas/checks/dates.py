"""Whether the plan's days can be right: in order, and not ahead of time where something has been done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .finding import Finding, Severity
from .sheet import Sheet

DONE = frozenset(
    {
        "understanding.picture_on",
        "organisation.courses[].last_done",
        "concerns.dpo_heard",
        "acute.cards[].created_on",
        "acute.cards[].revised_on",
        "acute.cards[].tested_on",
        "front.versions[].day",
    }
)
"""Days on which something has happened; such a day is never still to come."""


def order(sheet: Sheet) -> Iterator[Finding]:
    """Find days that come before what they follow."""
    front = sheet.plan.front
    yield from _late("valid_before_start", "front.valid_to", front.valid_from, front.valid_to)
    if front.next_revision is not None and front.valid_to is not None and front.valid_to < front.next_revision:
        values = {"valid_to": front.valid_to, "next_revision": front.next_revision}
        yield Finding("revision_after_end", "front.next_revision", Severity.ADVICE, values)
    for measure in sheet.plan.measures.measures:
        yield from _late("due_before_start", f"measures.measures[{measure.id}].due", measure.start, measure.due)
    for card in sheet.plan.acute.cards:
        yield from _late(
            "revised_before_created", f"acute.cards[{card.id}].revised_on", card.created_on, card.revised_on
        )


def _late(code: str, path: str, first: date | None, second: date | None) -> Iterator[Finding]:
    if first is not None and second is not None and second < first:
        yield Finding(code, path, Severity.CLARIFY, {"first": first, "second": second})


def ahead(sheet: Sheet) -> Iterator[Finding]:
    """Find something done on a day that has not come yet."""
    for entry in sheet.entries:
        if entry.place in DONE and not entry.empty and entry.value > sheet.today:
            yield Finding("ahead", entry.path, Severity.CLARIFY, {"day": entry.value})
