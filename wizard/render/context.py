"""What the templates are handed: a plan, cut down to its edition and read into words. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from schemas.choices import Status
from schemas.language import Words, words
from schemas.outline import COMPONENTS
from schemas.plan import Plan

from .edition import Edition
from .escape import one_line
from .lawtable import Row, law_rows
from .stamp import day
from .values import Field, Reader, Record
from .visible import visible
from .work import Work, work

SHORT = ("line", "choice", "flag", "number", "date", "reference")


@dataclass(frozen=True, slots=True)
class Section:
    """Answers that are printed together: short ones as rows of one table, all others one by one."""

    fields: tuple[Field, ...]

    @property
    def short(self) -> bool:
        """Tell whether these are rows of a table of facts."""
        return self.fields[0].kind in SHORT


@dataclass(frozen=True, slots=True)
class Chapter:
    """One of the plan's parts, by its name in the plan."""

    name: str
    title: str
    fields: dict[str, Field]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Lay out what there is to print, in the plan's order."""
        said = [field for field in self.fields.values() if field.printed]
        groups = groupby(enumerate(said), lambda pair: -1 if pair[1].kind in SHORT else pair[0])
        return tuple(Section(tuple(field for _, field in group)) for _, group in groups)


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a document may print."""

    title: str
    municipality: str
    status: tuple[str, ...]
    internal: bool
    front: dict[str, Field]
    chapters: tuple[Chapter, ...]
    cards: tuple[Record, ...]
    entries: dict[str, Record | None]
    laws: tuple[Row, ...]
    work: Work | None

    def chapter(self, name: str) -> Chapter:
        """Find a chapter by its name in the plan."""
        return next(chapter for chapter in self.chapters if chapter.name == name)


def context(plan: Plan, edition: Edition) -> Context:
    """Read a plan for an edition; nothing the edition may not show is in what comes back."""
    said = words(plan.front.language.value)
    shown = visible(plan, edition)
    reader = Reader(shown, edition, said)
    acute = reader.fields(shown.acute, "acute")
    return Context(
        title=title(shown, said),
        municipality=one_line(shown.front.municipality) or said("documents.no_municipality"),
        status=tuple(_status(shown, said)),
        internal=edition is Edition.INTERNAL,
        front=reader.fields(shown.front, "front"),
        chapters=tuple(_chapters(shown, reader)),
        cards=acute["cards"].records,
        entries={name: _entry(shown, reader, name) for name in ("entry_citizen", "entry_professional")},
        laws=law_rows(said),
        work=work(plan, reader, day(plan)) if edition is Edition.INTERNAL else None,
    )


def title(plan: Plan, said: Words) -> str:
    """Give the plan's title on one line, or one that says what it is."""
    return one_line(plan.front.title) or said("documents.untitled")


def _chapters(plan: Plan, reader: Reader) -> Iterator[Chapter]:
    for name in COMPONENTS:
        yield Chapter(name, reader.words(f"parts.{name}.title"), reader.fields(getattr(plan, name), name))


def _status(plan: Plan, said: Words) -> Iterator[str]:
    """Say how far the document is, who adopts it, and from when until when it holds."""
    front, body = plan.front, one_line(plan.front.adopting_body)
    key = front.status.value
    if front.status is Status.ADOPTED:
        key += "_by" * bool(body) + "_on" * bool(front.adopted_on)
    elif front.status is Status.DRAFT and body:
        key = "draft_for"
    yield said(f"documents.status.{key}", body=body, date=_date(front.adopted_on, said))
    for name in ("valid_from", "next_revision"):
        if value := getattr(front, name):
            yield said(f"documents.status.{name}", date=_date(value, said))


def _date(value: date | None, said: Words) -> str:
    return said.date(value) if value else ""


def _entry(plan: Plan, reader: Reader, name: str) -> Record | None:
    """Read the contact a concern is brought to, with what the edition shows of it."""
    key = getattr(plan.concerns, name)
    for number, contact in enumerate(plan.organisation.contacts, 1):
        if contact.id == key:
            return Record(contact.id, number, reader.fields(contact, f"organisation.contacts[{key}]"))
    return None
