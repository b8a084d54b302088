"""The days that a plan names: deadlines, the plan's own life, the annual wheel, tests of cards, meetings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from schemas.checks.cards import TESTED
from schemas.choices import CaughtKind, Month
from schemas.gathered import waiting
from schemas.language import LOCALES, Words, words
from schemas.organisation import CONTACTS
from schemas.plan import Plan
from wizard.render.edition import Edition
from wizard.render.stamp import day, stamp
from wizard.render.trouble import NoDates
from wizard.render.visible import visible

from .calendar import Calendar, Event
from .cells import Cells
from .plain import plain_line
from .titles import titled

YEARS = 4
"""How many years the annual wheel turns: as long as a plan may go without a revision."""

LIFE = ("valid_from", "valid_to", "adopted_on", "next_revision")
"""The days of the plan's own life."""


def dates(plan: Plan, edition: Edition) -> Calendar:
    """Read the days of a plan as an edition shows them, the earliest first. Raises `NoDates` where there are none."""
    said = words(plan.front.language.value)
    events = sorted(_Teller(plan, edition, said).events(), key=lambda event: (event.day, event.key))
    if not events:
        raise NoDates
    language = LOCALES[said.language].replace("_", "-")
    return Calendar(titled(plan, "dates", said), language, stamp(plan), plan.saved.seq, tuple(events))


class _Teller:
    def __init__(self, plan: Plan, edition: Edition, said: Words) -> None:
        self.plan = visible(plan, edition)
        self.first = plan.front.valid_from or plan.front.adopted_on or day(plan)
        self.said = said
        self.cells = Cells(self.plan, said)
        self.root = plan.saved.plan or _named(plan)

    def events(self) -> Iterator[Event]:
        """Give every event; what the edition does not show is not in the plan any more."""
        yield from self._life()
        yield from self._deadlines()
        yield from self._wheel()
        yield from self._cards()
        yield from self._workshop()

    def _life(self) -> Iterator[Event]:
        """Give the plan's own days, and those at which something was decided on its way."""
        front = self.plan.front
        body = plain_line(front.adopting_body) or self.said("data.dates.council")
        for name in LIFE:
            if found := getattr(front, name):
                owner = front.revision_owner or front.owner if name == "next_revision" else None
                yield self._event(f"front.{name}", found, "front", name, self._owner(owner), body=body)
        for version in front.versions:
            what = plain_line(version.what) or plain_line(version.decided)
            if version.day and what:
                note = self._facts(decided=version.decided, who=version.who)
                yield self._event(version.id, version.day, "front", "version", note, what=what)

    def _deadlines(self) -> Iterator[Event]:
        for goal in self.plan.strategy.goals:
            if goal.due:
                what = self.cells.name("strategy.goals", goal.id)
                note = "\n".join(filter(None, [self._owner(goal.owner), self._facts(indicator=goal.indicator)]))
                yield self._event(goal.id, goal.due, "strategy", "goal", note, what=what)
        for measure in self.plan.measures.measures:
            what = plain_line(measure.name) or self.said("data.dates.unnamed_measure")
            for name in ("start", "due"):
                if found := getattr(measure, name):
                    key = f"{measure.id}.{name}"
                    yield self._event(key, found, "measures", f"measure_{name}", self._owner(measure.owner), what=what)

    def _wheel(self) -> Iterator[Event]:
        """Give the annual wheel: the plan names a month, so the event stands on its first day and says so."""
        months = {month: number for number, month in enumerate(Month, 1)}
        for entry in self.plan.coordination.calendar:
            what = plain_line(entry.activity)
            if entry.month is None or not what:
                continue
            number = months[entry.month]
            year = min(self.first.year + (number < self.first.month), date.max.year)
            note = "\n".join(filter(None, [self.said("data.dates.month_only"), self._owner(entry.owner)]))
            begins = date(year, number, 1)
            yield self._event(entry.id, begins, "coordination", "wheel", note, yearly=YEARS, what=what)

    def _cards(self) -> Iterator[Event]:
        """Give the tests of cards: the last one, and the day until which it counts."""
        for card in self.plan.acute.cards:
            if card.tested_on is None:
                continue
            what = plain_line(card.title) or self.said("documents.cards.unnamed")
            yield self._event(f"{card.id}.tested", card.tested_on, "acute", "tested", what=what)
            if card.tested_on < date.max - TESTED:
                note = self.said("data.dates.test_advice")
                yield self._event(f"{card.id}.test", card.tested_on + TESTED, "acute", "test", note, what=what)

    def _workshop(self) -> Iterator[Event]:
        """Give the meetings and the tasks that wait; a public plan has none."""
        for number, meeting in enumerate(self.plan.workshop.sessions, 1):
            if meeting.held_on:
                what = plain_line(meeting.title) or self.said("minutes.meeting", number=number)
                note = plain_line(meeting.place)
                yield self._event(meeting.id, meeting.held_on, "workshop", "meeting", note, what=what)
        for task in waiting(self.plan):
            if task.kind is CaughtKind.TASK and task.due and task.text.strip():
                who = plain_line(task.who)
                note = self.said("data.dates.owner", role=who) if who else ""
                yield self._event(task.id, task.due, "workshop", "task", note, what=plain_line(task.text))

    def _event(
        self, key: str, when: date, part: str, kind: str, note: str = "", *, yearly: int = 0, **values: str
    ) -> Event:
        title = self.said(f"data.dates.{kind}", **values)
        group = self.said.field("Plan", part)["label"]
        return Event(f"{self.root}.{key}@planbygger", when, title, group, note, yearly)

    def _owner(self, key: str | None) -> str:
        role = self.cells.name(CONTACTS, key) if key else ""
        return self.said("data.dates.owner", role=role) if role else ""

    def _facts(self, **facts: str) -> str:
        """Write answers below each other, each behind what it is."""
        lines = ((name, plain_line(fact)) for name, fact in facts.items())
        return "\n".join(self.said(f"data.dates.{name}", fact=fact) for name, fact in lines if fact)


def _named(plan: Plan) -> str:
    """Give a plan that was never kept by the wizard a name that lasts as long as its own title does."""
    front = plan.front
    return hashlib.sha256(f"{front.municipality}\n{front.title}".encode()).hexdigest()[:16]
