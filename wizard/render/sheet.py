"""A handlekort as the national cards are laid out: the same headings in the same order, each with its answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.language import Words

from . import answers
from .escape import Markdown, escape
from .field import Field, Record

ROWS = (
    ("situation", ("kind", "situation")),
    ("calls", ("urgency", "calls")),
    ("tasks", ("tasks",)),
    ("actions", ("actions",)),
    ("leading", ("leader", "leading")),
    ("staffing", ("staffing",)),
    ("communication", ("press", "communication")),
    ("contacts", ("contacts",)),
    ("attention", ("attention", "aftercare")),
    ("revision", ("created_on", "revised_on", "revised_by", "approved_by", "tested_on", "lessons")),
)
"""The headings of a national card, and the fields that stand below each."""

OWN = ("situation", "calls", "tasks", "actions", "leading", "staffing", "communication", "contacts", "attention")
"""Fields that a heading of the card names already."""

DATES = ("created_on", "revised_on")
"""What the foot of a card says of its age."""

NUMBERED = ("calls", "actions")
"""Lists whose order is the answer."""


@dataclass(frozen=True, slots=True)
class Row:
    """One heading of a card, by its name in the national layout, and what stands below it."""

    key: str
    heading: str
    text: Markdown


@dataclass(frozen=True, slots=True)
class Sheet:
    """One card; `dated` says when it was made and last revised, with the fields' names."""

    title: Markdown
    urgency: str
    rows: tuple[Row, ...]
    dated: Markdown


def sheet(card: Record, register: dict[str, Record], keys: tuple[str, ...], words: Words) -> Sheet:
    """Lay out a card.

    register: the contacts by id, with what the edition shows of each. keys: the ids of the card's own contacts.
    """
    fields = dict(card.fields)
    if fields["kind"].text == fields["title"].text:
        del fields["kind"]
    rows = (
        Row(key, words(f"documents_full.card.{key}"), Markdown("\n\n".join(_lines(names, fields, register, keys))))
        for key, names in ROWS
    )
    title = fields["title"].text or escape(words("documents.cards.unnamed"))
    dates = (_labelled(field) for name in DATES if (field := fields[name]).text)
    return Sheet(title, fields["urgency"].value, tuple(row for row in rows if row.text), Markdown(" · ".join(dates)))


def _lines(
    names: tuple[str, ...], fields: dict[str, Field], register: dict[str, Record], keys: tuple[str, ...]
) -> Iterator[Markdown]:
    """Write what stands below one heading of the card; short answers share a line."""
    found = [field for name in names if (field := fields.get(name)) and field.printed]
    if short := [_labelled(field) for field in found if field.name not in OWN and field.kind != "text"]:
        yield Markdown(" · ".join(short))
    for field in found:
        if field.name == "contacts":
            yield from _reached(register, keys)
        elif field.name in OWN:
            yield _listed(field) if field.items else field.text or field.note
        elif field.kind == "text":
            yield Markdown(f"**{escape(field.label)}:**")
            yield field.text or field.note


def _labelled(field: Field) -> Markdown:
    """Write a short answer that the row's heading does not name."""
    return Markdown(f"{escape(field.label)}: {field.text or field.note}")


def _listed(field: Field) -> Markdown:
    marks = (f"{number}." if field.name in NUMBERED else "-" for number in range(1, len(field.items) + 1))
    return Markdown("\n".join(f"{mark} {item}" for mark, item in zip(marks, field.items, strict=True)))


def _reached(register: dict[str, Record], keys: tuple[str, ...]) -> Iterator[Markdown]:
    """Write the roles with the ways to reach them, those that the edition shows."""
    lines = (f"- {reached(register[key])}" for key in keys if key in register)
    if said := "\n".join(lines):
        yield Markdown(said)


def reached(contact: Record) -> Markdown:
    """Write a role with its unit, number, address and hours."""
    unit, phone, mail, hours = (contact.fields[name].text for name in ("unit", "phone", "mail", "hours"))
    role = contact.fields["role"].text or answers.inline("–")
    return Markdown(", ".join(part for part in (role, unit, phone, mail, hours) if part))
