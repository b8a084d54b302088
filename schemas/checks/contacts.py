"""Whether people can reach whom the plan points them to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from .finding import Finding, Severity
from .sheet import Sheet

_NUMBER = re.compile(r"\d{3}")
"""A number such as 114, which some write beside the role."""

_DIGIT = re.compile(r"\d")

OWN = 8
"""How many digits a number of the municipality's own has; 112 and 114 need no checking."""

FRESH = timedelta(days=366)
"""How long a number that was checked is trusted."""


def cover(sheet: Sheet) -> Iterator[Finding]:
    """Find a deputy who is the coordinator."""
    organisation = sheet.plan.organisation
    if organisation.deputy and organisation.deputy == organisation.coordinator:
        yield Finding("deputy_same", "organisation.deputy", Severity.CLARIFY)


def entries(sheet: Sheet) -> Iterator[Finding]:
    """Find a way in for citizens that the public edition cannot print."""
    contact = sheet.contacts.get(sheet.plan.concerns.entry_citizen or "")
    if contact is None:
        return
    path = f"organisation.contacts[{contact.id}]"
    if not contact.phone.strip() and not contact.mail.strip():
        yield Finding("entry_without_number", f"{path}.phone", Severity.CLARIFY)
    if not contact.public:
        yield Finding("entry_not_public", f"{path}.public", Severity.CLARIFY)


def duty(sheet: Sheet) -> Iterator[Finding]:
    """Find a contact for out of hours whom nobody can ring."""
    contact = sheet.contacts.get(sheet.plan.organisation.out_of_hours or "")
    if contact is not None and not contact.phone.strip() and not _NUMBER.search(f"{contact.role} {contact.hours}"):
        path = f"organisation.contacts[{contact.id}].phone"
        if sheet.reason(path) is None:
            yield Finding("duty_without_number", path, Severity.CLARIFY)


def checked_inside(sheet: Sheet) -> Iterator[Finding]:
    """Find internal phone numbers that nobody has dated; all of them are one piece of homework."""
    undated = [
        contact
        for contact in sheet.plan.organisation.contacts
        if not contact.public and len(_DIGIT.findall(contact.phone)) >= OWN and contact.checked_on is None
    ]
    if undated:
        path = f"organisation.contacts[{undated[0].id}].checked_on"
        yield Finding("unchecked_inside", path, Severity.ADVICE, {"count": len(undated)})


def checked(sheet: Sheet) -> Iterator[Finding]:
    """Find public numbers nobody has checked, or not for a year."""
    for contact in sheet.plan.organisation.contacts:
        if not contact.public or not (contact.phone.strip() or contact.mail.strip()):
            continue
        path, day = f"organisation.contacts[{contact.id}].checked_on", contact.checked_on
        if day is None:
            yield Finding("unchecked", path, Severity.CLARIFY)
        elif day > sheet.today:
            yield Finding("checked_ahead", path, Severity.CLARIFY, {"checked_on": day})
        elif sheet.today - day > FRESH:
            yield Finding("checked_long_ago", path, Severity.ADVICE, {"checked_on": day})
