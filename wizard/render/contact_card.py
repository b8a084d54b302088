"""The contact card: who is called for what, on one small page; each with the day it was last checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from schemas.language import Words, words
from schemas.plan import Plan

from .context import register, standing
from .edition import Edition
from .escape import Markdown, escape
from .field import BREAK, Record
from .measuring import LEADING, lines, plain, shortened
from .naming import municipality
from .values import Reader
from .visible import visible

USES = (
    ("entry_citizen", "concerns"),
    ("entry_professional", "concerns"),
    ("coordinator", "organisation"),
    ("deputy", "organisation"),
    ("out_of_hours", "organisation"),
    ("police", "organisation"),
)
"""What somebody is called for: the fields that name a contact, with their parts."""

MOST, LONG = 70, 90
"""The most letters of a name or what a role and its unit are called, and of a number, an address or hours."""

WIDE, TYPE, HIGH = 270.0, 9.5, 470.0
"""How long a line of the card is and the size of its type, and how high all contacts may be, in points."""


@dataclass(frozen=True, slots=True)
class Reached:
    """One contact: its role with its unit, on a line each how it is reached, and the day that was checked."""

    role: Markdown
    ways: tuple[Markdown, ...]
    checked: str


@dataclass(frozen=True, slots=True)
class ContactCard:
    """What the card prints; each paragraph is a contact, behind what it is called for."""

    internal: bool
    municipality: Markdown
    paragraphs: tuple[Markdown, ...]
    status: Markdown


def contact_card(plan: Plan, edition: Edition, wide: float) -> ContactCard:
    """Read the card; a contact that is called for several things stands once.

    wide: how much wider than Arial's the letters may be.
    """
    said = words(plan.front.language.value)
    shown = visible(plan, edition)
    contacts = register(shown, Reader(shown, edition, said))
    found = [
        (said.join([said(f"family.contact.uses.{use}") for use in uses]), reached(contacts[key]))
        for key, uses in used(shown, USES).items()
        if key in contacts and contacts[key].fields["role"].text
    ]
    paragraphs = [_paragraph(uses, contact, edition, said) for uses, contact in found]
    if sum(_height(one, wide) for one in paragraphs) > HIGH:
        # Hours are what a card can do without.
        without = ((uses, replace(contact, ways=contact.ways[:1])) for uses, contact in found)
        paragraphs = [_paragraph(uses, contact, edition, said) for uses, contact in without]
    return ContactCard(
        edition is Edition.INTERNAL,
        brief(escape(municipality(shown, said))),
        tuple(paragraphs),
        brief(escape(next(standing(shown, said)))),
    )


def used(plan: Plan, uses: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Give the contacts that fields name, each with the fields that do."""
    found: dict[str, list[str]] = {}
    for name, part in uses:
        if key := getattr(getattr(plan, part), name):
            found.setdefault(key, []).append(name)
    return found


def reached(contact: Record) -> Reached:
    """Read how a contact is reached; what is longer than a number or a role ever is gets cut."""
    role, unit, phone, mail, hours = (contact.fields[name].text for name in ("role", "unit", "phone", "mail", "hours"))
    called = brief(Markdown(", ".join(part for part in (role, unit) if part)))
    if not phone and not mail:
        return Reached(called, (), "")
    numbers = Markdown(" · ".join(brief(one, LONG) for one in (phone, mail) if one))
    return Reached(called, (numbers, *((brief(hours, LONG),) if hours else ())), contact.fields["checked_on"].value)


def brief(text: Markdown, most: int = MOST) -> Markdown:
    """Give a text of so many letters and no more."""
    return shortened(text, most)[0]


def _paragraph(uses: str, contact: Reached, edition: Edition, said: Words) -> Markdown:
    lines = [Markdown(f"**{escape(uses[:1].upper() + uses[1:])}:** {contact.role}"), *contact.ways]
    if not contact.ways:
        key = "unpublished" if edition is Edition.PUBLIC else "missing"
    else:
        key = "checked" if contact.checked else "unchecked"
    return Markdown(BREAK.join([*lines, escape(said(f"family.contact.{key}", date=contact.checked))]))


def _height(paragraph: Markdown, wide: float) -> float:
    """Give the height of a contact's paragraph."""
    return (sum(lines(plain(line), WIDE / TYPE, wide) for line in paragraph.split(BREAK)) * LEADING + 0.5) * TYPE
