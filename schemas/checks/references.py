"""What points to nothing, and what stands there twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from ..fields import Item
from ..paths import get
from .finding import Finding, Severity
from .sheet import Sheet
from .texts import standing


def references(sheet: Sheet) -> Iterator[Finding]:
    """Find references to records that are not there, and reasons for fields that are not there."""
    known: dict[str, set[str]] = {}
    for entry in sheet.entries:
        target = entry.mark.ask.to
        if target is None or entry.empty:
            continue
        if target not in known:
            known[target] = {item.id for item in get(sheet.plan, target)}
        ids = entry.value if entry.mark.kind == "references" else (entry.value,)
        if lost := [key for key in ids if key not in known[target]]:
            yield Finding("dangling", entry.path, Severity.CLARIFY, {"id": lost[0]})
    for path in sheet.plan.reasons:
        if path not in sheet.order:
            yield Finding("stray_reason", standing(sheet, path), Severity.ADVICE)


def duplicates(sheet: Sheet) -> Iterator[Finding]:
    """Find roles and stakeholders that are written twice; the same role in two units is two roles."""
    contacts = sheet.plan.organisation.contacts
    roles = ((contact, (_plain(contact.role), _plain(contact.unit))) for contact in contacts if contact.role.strip())
    yield from _twice(roles, "same_contact", "organisation.contacts[{}].role")
    parties = ((party, _plain(party.name)) for party in sheet.plan.stakeholders.parties if party.name.strip())
    yield from _twice(parties, "same_party", "stakeholders.parties[{}].name")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _twice(items: Iterable[tuple[Item, Hashable]], code: str, path: str) -> Iterator[Finding]:
    seen: set[Hashable] = set()
    for item, key in items:
        if key in seen:
            yield Finding(code, path.format(item.id), Severity.CLARIFY)
        seen.add(key)
