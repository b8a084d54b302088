"""What the templates are handed: a plan, cut down to its edition and read into words. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from schemas.choices import Month, SignGroup, Status
from schemas.language import Words, words
from schemas.outline import COMPONENTS
from schemas.plan import Plan
from schemas.small import Veil, veiled

from .arranging import Chapter, arranged
from .edition import Edition
from .field import Field, Record
from .figures.all import sketches
from .figures.sketch import Sketch
from .lawtable import Row, law_rows
from .layout import CONTROL
from .naming import body, municipality, title
from .sheet import Sheet, sheet
from .stamp import day
from .values import NO_VEILS, Reader
from .visible import visible
from .work import Work, work

Reading = Callable[[Plan, Edition, Words, Mapping[str, Veil]], Reader]
"""What makes the reader of a plan that is cut down to its edition."""


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a document may print."""

    title: str
    municipality: str
    status: tuple[str, ...]
    adopted: bool
    internal: bool
    control: tuple[Field, ...]
    chapters: tuple[Chapter, ...]
    cards: tuple[Sheet, ...]
    entries: dict[str, Record | None]
    laws: tuple[Row, ...]
    work: Work | None
    figures: Mapping[str, Sketch]

    def chapter(self, name: str) -> Chapter:
        """Find a chapter by its name in the plan."""
        return next(chapter for chapter in self.chapters if chapter.name == name)


def context(plan: Plan, edition: Edition, reading: Reading = Reader) -> Context:
    """Read a plan for an edition; nothing the edition may not show is in what comes back."""
    said = words(plan.front.language.value)
    shown = visible(plan, edition)
    reader = reading(shown, edition, said, veiled(plan) if edition is Edition.PUBLIC else NO_VEILS)
    parts = {name: reader.fields(getattr(shown, name), name) for name in ("front", *COMPONENTS, "acute")}
    contacts = register(shown, reader)
    parts["attachments"] = {"attachments": parts["front"]["attachments"]}
    parts["understanding"]["signs"] = parts["understanding"]["signs"].ordered("group", tuple(SignGroup))
    parts["coordination"]["calendar"] = parts["coordination"]["calendar"].ordered("month", tuple(Month))
    return Context(
        title=reader.shown("front.title", title(shown, said)),
        municipality=reader.shown("front.municipality", municipality(shown, said)),
        status=tuple(standing(shown, said)),
        adopted=shown.front.status is Status.ADOPTED,
        internal=edition is Edition.INTERNAL,
        control=tuple(parts["front"][name] for name in CONTROL.names),
        chapters=arranged(plan.front.arrangement, parts, said),
        cards=tuple(_cards(shown, parts["acute"]["cards"], contacts, said)),
        entries={name: contacts.get(getattr(shown.concerns, name)) for name in ("entry_citizen", "entry_professional")},
        laws=law_rows(shown, said),
        work=work(plan, reader, day(plan)) if edition is Edition.INTERNAL else None,
        figures=sketches(shown, edition, said, day(plan)),
    )


def standing(plan: Plan, said: Words) -> Iterator[str]:
    """Say how far the document is, who adopts it, and from when until when it holds."""
    front, adopting = plan.front, body(plan)
    key = front.status.value
    if front.status is Status.ADOPTED:
        key += "_by" * bool(adopting) + "_on" * bool(front.adopted_on)
    elif front.status is Status.DRAFT and adopting:
        key = "draft_for"
    yield said(f"documents.status.{key}", body=adopting, date=_date(front.adopted_on, said))
    for name in ("valid_from", "next_revision"):
        if value := getattr(front, name):
            yield said(f"documents.status.{name}", date=_date(value, said))


def _date(value: date | None, said: Words) -> str:
    return said.date(value) if value else ""


def register(plan: Plan, reader: Reader) -> dict[str, Record]:
    """Read the contacts by their ids, with what the edition shows of each."""
    place = "organisation.contacts"
    return {
        one.id: Record(one.id, number, reader.fields(one, f"{place}[{one.id}]"))
        for number, one in enumerate(plan.organisation.contacts, 1)
    }


def _cards(plan: Plan, field: Field, register: dict[str, Record], said: Words) -> Iterator[Sheet]:
    keys = {card.id: card.contacts for card in plan.acute.cards}
    for record in field.records:
        yield sheet(record, register, keys[record.id], said)
