"""What is left as homework after a meeting, by the role that answers for it. Internal: a paper to work with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from schemas.checks import sentence
from schemas.checks.completeness import completeness, open_points
from schemas.checks.contacts import FRESH
from schemas.checks.sheet import Entry, Sheet
from schemas.choices import Basis, CaughtKind, Status
from schemas.describing import label_of
from schemas.gathered import waiting
from schemas.language import Words, words
from schemas.laws import LAWS, Law, current
from schemas.organisation import CONTACTS, Contact
from schemas.outline import COMPONENTS, PARTS
from schemas.paths import NoSuchPath, get
from schemas.plan import Plan
from schemas.specs import enumeration_of
from schemas.workshop import Caught

from . import answers
from .escape import Markdown, escape
from .naming import municipality, title
from .stamp import day

ANSWERING = ("owner", "who", "leader", "by", "chair", "receipt", "contact")
"""The fields that say who answers for a record, the nearest first."""

REACHED = ("phone", "mail")
"""What the register must say before anybody can be reached."""

FREE = ("sections", "contacts")
"""Lists that need no records, or are looked at by themselves."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing to do. part: of the plan, in words. due: empty where no day was agreed. task: of the workshop."""

    what: Markdown
    part: str
    due: str = ""
    task: Caught | None = None


@dataclass(slots=True)
class Share:
    """What one role has to do; `role` is empty where nobody answers for it."""

    role: str
    duties: list[Duty] = field(default_factory=list)

    @property
    def dated(self) -> bool:
        """Tell whether anything is due on a day."""
        return any(duty.due for duty in self.duties)


@dataclass(frozen=True, slots=True)
class Homework:
    """What the document prints; roles stand as in the register, then those named only in a task, then nobody."""

    municipality: str
    plan: str
    shares: tuple[Share, ...]


def homework(plan: Plan) -> Homework:
    """Gather what is left to do, in the plan's language, on the day the plan was saved."""
    told = words(plan.front.language.value)
    return Homework(
        municipality(plan, told),
        title(plan, told),
        _Gatherer(plan, told).shares(),
    )


def part_of(task: Caught, told: Words) -> str:
    """Name the part of the plan that a task of the workshop belongs to."""
    part = task.about.partition(".")[0]
    return told.field("Plan", part)["label"] if part in PARTS else told("homework.workshop")


class _Gatherer:
    """Finds the duties of a plan, and who has them."""

    def __init__(self, plan: Plan, told: Words) -> None:
        self.plan = plan
        self.told = told
        self.sheet = Sheet(plan, day(plan))

    def shares(self) -> tuple[Share, ...]:
        """Share the duties out; what was agreed at a meeting stands first, what the law asks for last."""
        shares = {contact.id: Share(answers.plain(contact.role)) for contact in self.plan.organisation.contacts}
        nobody = Share("")
        for role, duty in chain(self._tasks(), self._contacts(), self._questions(), self._tables(), self._laws()):
            share = shares.setdefault(role, Share(role)) if role else nobody
            share.duties.append(duty)
        return tuple(share for share in (*shares.values(), nobody) if share.duties)

    def _tasks(self) -> Iterator[tuple[str, Duty]]:
        """Give the tasks of the workshop that wait, by the day they are due."""
        known = {answers.plain(contact.role).casefold(): contact.id for contact in self.plan.organisation.contacts}
        tasks = [one for one in waiting(self.plan) if one.kind is CaughtKind.TASK and one.text.strip()]
        for one in sorted(tasks, key=lambda one: one.due or date.max):
            who = answers.plain(one.who)
            due = self.told.date(one.due, "short") if one.due else ""
            yield known.get(who.casefold(), who), Duty(answers.inline(one.text), part_of(one, self.told), due, one)

    def _contacts(self) -> Iterator[tuple[str, Duty]]:
        """Give each role in the register what is missing before it can be reached."""
        for contact in self.plan.organisation.contacts:
            if text := self._unreached(contact):
                yield contact.id, Duty(escape(text), self._part("organisation"))

    def _unreached(self, contact: Contact) -> str:
        path, role = f"{CONTACTS}[{contact.id}]", answers.plain(contact.role) or self.told("document.edit.unnamed")
        lacking = [name for name in REACHED if self._open(f"{path}.{name}")]
        if lacking:
            missing = self.told.join([label_of(f"{path}.{name}", self.told).lower() for name in lacking])
            return self.told("homework.contact", role=role, missing=missing)
        if self._open(f"{path}.checked_on"):
            return self.told("homework.contact_checked", role=role)
        checked = contact.checked_on
        if checked is not None and self.sheet.today - checked > FRESH:
            return self.told("homework.contact_old", role=role, date=self.told.date(checked))
        return ""

    def _open(self, path: str) -> bool:
        return path not in self.sheet.answered and self.sheet.reason(path) is None

    def _questions(self) -> Iterator[tuple[str, Duty]]:
        """Give the questions of the short way that stand open, and those that were passed by with their reason."""
        for finding in chain(completeness(self.sheet), open_points(self.sheet)):
            text = sentence(finding, self.plan, self.told)
            yield self._answers_for(finding.path), Duty(escape(answers.plain(text)), self._part(finding.part))

    def _tables(self) -> Iterator[tuple[str, Duty]]:
        """Give the tables of the long way that are empty in parts the room has begun."""
        begun = self._begun()
        for entry in self.sheet.entries:
            part, _, name = entry.place.partition(".")
            if part in begun and name not in FREE and self._empty_table(entry):
                said = self.told.field(entry.mark.model.__name__, name, part)
                text = self.told("homework.table", label=said["label"], question=said["question"])
                yield self._owner(), Duty(escape(text), self._part(part))

    def _empty_table(self, entry: Entry) -> bool:
        table = entry.mark.kind == "records" and entry.mark.ask.depth == "full" and "[]" not in entry.place
        return table and self._open(entry.path)

    def _begun(self) -> set[str]:
        """Name the parts in which anything is answered that the starter plan does not fill in."""
        return {
            entry.place.partition(".")[0]
            for entry in self.sheet.entries
            if not entry.empty and entry.mark.kind != "records" and not entry.mark.ask.given
        } & {*COMPONENTS, "acute"}

    def _laws(self) -> Iterator[tuple[str, Duty]]:
        """Give the rules that answers of the plan rest on, to be looked up before it is adopted."""
        if self.plan.front.status is Status.ADOPTED:
            return
        used = {key for entry in self.sheet.entries if not entry.empty for key in _cited(entry)}
        for row in LAWS:
            if row.id in used and row.kind == "law":
                yield self._owner(), Duty(self._law(row), self.told("homework.law_part"))

    def _law(self, row: Law) -> Markdown:
        provision = answers.link(self.told(f"laws.{row.id}.provision"), row.source)
        topic, checked = self.told(f"laws.{row.id}.topic"), self.told.date(row.checked_on)
        before, after = self.told("homework.law", provision="\0", topic=topic, date=checked).split("\0")
        return Markdown(f"{escape(before)} {provision} {escape(after)}")

    def _answers_for(self, path: str) -> str:
        """Tell who answers for a field: whom its record names, else the plan's owner."""
        record = path[: path.rfind("]") + 1]
        try:
            item = get(self.plan, record) if record else None
        except NoSuchPath:
            item = None
        named = (getattr(item, name, None) for name in ANSWERING)
        known = {contact.id for contact in self.plan.organisation.contacts}
        return next((one for one in named if isinstance(one, str) and one in known), self._owner())

    def _owner(self) -> str:
        owner = self.plan.front.owner
        return owner if owner and any(one.id == owner for one in self.plan.organisation.contacts) else ""

    def _part(self, name: str) -> str:
        return self.told.field("Plan", name)["label"]


def _cited(entry: Entry) -> Iterable[str]:
    """Give the ids of the rules behind an answer that still hold: those of its question, and those it names itself."""
    named = list(entry.mark.ask.law)
    if entry.mark.kind == "choices" and enumeration_of(entry.mark) is Basis:
        named += entry.value
    rows = {row.id for row in LAWS}
    return {current(key).id for key in named if key in rows}
