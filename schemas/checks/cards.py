"""Whether a handlekort calls the right help first."""

from __future__ import annotations

from collections.abc import Iterator

from ..choices import Urgency
from .calling import alarms, reaches
from .finding import Finding, Severity
from .sheet import Sheet


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
    if found and not any(card.urgency == Urgency.LIFE for card in found):
        yield Finding("no_life_card", "acute.cards", Severity.ADVICE)
