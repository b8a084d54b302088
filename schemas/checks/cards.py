"""Whether a handlekort calls the right help first, fits on a page and has been tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from ..choices import Status, Urgency
from .calling import alarms, reaches
from .finding import Finding, Severity
from .sheet import Sheet

WORDS = 350
"""How many words of its own a card may have and still fit on one side of A4 beside its headings."""

TESTED = timedelta(days=731)
"""How long a test of a card counts: 24 months."""


def cards(sheet: Sheet) -> Iterator[Finding]:
    """Find cards that call too late or nobody in particular; a card without calls is told as unanswered."""
    found = sheet.plan.acute.cards
    contacts = sheet.plan.organisation.contacts
    for card in found:
        calls = [call for call in card.calls if call.strip()]
        path = f"acute.cards[{card.id}].calls"
        if card.urgency == Urgency.LIFE and calls and not alarms(calls[0]):
            yield Finding("life_without_112", path, Severity.CLARIFY)
        if card.urgency == Urgency.URGENT and calls and not any(reaches(call, contacts) for call in calls):
            yield Finding("urgent_without_114", path, Severity.CLARIFY)
    if found and sheet.reason("acute.cards") is None:
        urgencies = {card.urgency for card in found}
        if Urgency.LIFE not in urgencies:
            yield Finding("no_life_card", "acute.cards", Severity.ADVICE)
        if Urgency.URGENT not in urgencies:
            yield Finding("no_urgent_card", "acute.cards", Severity.ADVICE)


def lengths(sheet: Sheet) -> Iterator[Finding]:
    """Find cards that one side of A4 does not hold."""
    counts = Counter[str]()
    for entry in sheet.written:
        if entry.record is not None and entry.record.startswith("acute.cards[") and entry.mark.name != "lessons":
            counts[entry.record] += sum(len(string.split()) for string in entry.strings)
    for record, count in counts.items():
        if count > WORDS:
            yield Finding("card_long", f"{record}.actions", Severity.ADVICE, {"count": count, "most": WORDS})


def tests(sheet: Sheet) -> Iterator[Finding]:
    """Find cards whose test is too long ago, and an adopted plan of which no card was tested."""
    found = sheet.plan.acute.cards
    for card in found:
        if card.tested_on is not None and sheet.today - card.tested_on > TESTED:
            path = f"acute.cards[{card.id}].tested_on"
            yield Finding("test_old", path, Severity.ADVICE, {"tested_on": card.tested_on})
    if found and sheet.plan.front.status == Status.ADOPTED and not any(card.tested_on for card in found):
        path = f"acute.cards[{found[0].id}].tested_on"
        if sheet.reason(path) is None:
            yield Finding("no_card_tested", path, Severity.ADVICE)
