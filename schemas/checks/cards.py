"""Whether a handlekort calls the right help first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..choices import Urgency
from .finding import Finding, Severity
from .sheet import Sheet

_112 = re.compile(r"\D*1[\s-]?1[\s-]?2(?!\d)")
"""A line whose first number is 112, such as "112" or "Ring 112"."""

_114 = re.compile(r"(?<!\d)1[\s-]?1[\s-]?4(?!\d)")
_PHONE = re.compile(r"(?:\d[\s.]?){8}")


def cards(sheet: Sheet) -> Iterator[Finding]:
    """Find cards that call too late or nobody in particular; a card without calls is told as unanswered."""
    found = sheet.plan.acute.cards
    for card in found:
        calls = [call for call in card.calls if call.strip()]
        path = f"acute.cards[{card.id}].calls"
        if card.urgency == Urgency.LIFE and calls and not _112.match(calls[0]):
            yield Finding("life_without_112", path, Severity.CLARIFY)
        if card.urgency == Urgency.URGENT and calls and not any(_reaches(call, sheet) for call in calls):
            yield Finding("urgent_without_114", path, Severity.CLARIFY)
    if found and not any(card.urgency == Urgency.LIFE for card in found):
        yield Finding("no_life_card", "acute.cards", Severity.ADVICE)


def _reaches(call: str, sheet: Sheet) -> bool:
    """Tell whether a line leads to somebody: 114, 112, a phone number or a role of the register."""
    if _114.search(call) or _112.match(call) or _PHONE.search(call):
        return True
    said = call.casefold()
    names = (name.strip().casefold() for contact in sheet.contacts.values() for name in (contact.role, contact.unit))
    return any(name and name in said for name in names)
