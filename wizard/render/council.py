"""What a council memo says: why, what the plan holds, how it came about, what it costs, what is recommended.

It says what the plan knows and no more; what only the case officer knows is left open, in sentences that say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from schemas.choices import Involvement, MeasureStatus, Status
from schemas.front import Front
from schemas.language import Words, words
from schemas.laws import LAWS, Law, current
from schemas.measures import Measure
from schemas.organisation import CONTACTS
from schemas.plan import Plan
from schemas.workshop import Present

from . import answers
from .changes import Changes, changes
from .context import standing
from .edition import Edition
from .escape import Markdown, escape, one_line
from .measuring import shortened
from .minutes import Row, units
from .naming import body, municipality, title
from .values import Reader
from .visible import visible

DUTY = "duty"
"""The row of the law table that a plan is adopted by."""

MOST = 8
"""How many goals, measures or stakeholders are named; the plan itself has them all."""

ROWS = 10
"""How many rows a table of costs has at most."""

LONGEST = 600
"""How many characters of a long text are printed: an agenda is read by people who have many of them."""

CHANGED = 1_000
"""How many characters of changes are told one by one; of more only their number in each part."""

COSTING = (MeasureStatus.NEW, MeasureStatus.EXPANDED, None)
"""Measures whose cost a council has not decided before, as far as the plan says."""


@dataclass(frozen=True, slots=True)
class Some:
    """The first few of many, and how many more there are."""

    shown: tuple[Markdown, ...]
    more: int = 0

    @property
    def count(self) -> int:
        """Tell how many there are in all."""
        return len(self.shown) + self.more


@dataclass(frozen=True, slots=True)
class Memo:
    """What the document prints; what is empty is left to the case officer.

    roles: who answers for the plan, its revision and its follow-up. days: when it holds from and is revised, in words.
    committees, bodies: who deals with the matter on its way, and these with the body that adopts the plan.
    measures: the names by what becomes of the measure. meetings, present: of the workshop, in the internal edition
    alone. resources: rows of what, hours, money, source. costs: rows of a measure and what it needs.
    """

    municipality: str
    plan: str
    body: str
    status: str
    adopted: bool
    hearing: bool
    file_number: Markdown
    committees: tuple[Markdown, ...]
    bodies: tuple[Markdown, ...]
    roles: dict[str, Markdown]
    days: dict[str, str]
    published_at: Markdown
    follow_up: Markdown
    mandate: Markdown
    vision: Markdown
    goals: Some
    measures: dict[str, Some]
    cards: int
    internal: bool
    meetings: tuple[str, ...]
    present: tuple[Row, ...]
    law: Row
    basis: tuple[Markdown, ...]
    resources: tuple[Row, ...]
    costs: tuple[Row, ...]
    unlisted: bool
    consulted: Some
    attachments: tuple[Markdown, ...]
    changes: Changes | None

    @property
    def brief(self) -> bool:
        """Tell whether the changes are few enough to be told one by one."""
        told = [sentence for part in self.changes.parts for sentence in part.sentences] if self.changes else []
        return sum(map(len, told)) <= CHANGED


def council(plan: Plan, edition: Edition, earlier: Plan | None = None) -> Memo:
    """Read what a memo says, in the plan's language; earlier: the plan that changes are told from."""
    said = words(plan.front.language.value)
    return _Clerk(visible(plan, edition), edition, said).memo(changes(plan, earlier, edition) if earlier else None)


class _Clerk:
    """Reads a plan that is already cut down to what its edition shows."""

    def __init__(self, plan: Plan, edition: Edition, said: Words) -> None:
        self.plan = plan
        self.said = said
        self.internal = edition is Edition.INTERNAL
        self.reader = Reader(plan, edition, said)

    def memo(self, compared: Changes | None) -> Memo:
        front, strategy = self.plan.front, self.plan.strategy
        costs, resources = tuple(self._costs()), tuple(self._resources())
        named = body(self.plan)
        committees = tuple(answers.inline(one) for one in front.committees if one.strip())
        return Memo(
            municipality=municipality(self.plan, self.said),
            plan=title(self.plan, self.said),
            body=named or self.said("council.body"),
            status=next(iter(standing(self.plan, self.said))),
            adopted=front.status is Status.ADOPTED,
            hearing=front.status is Status.HEARING,
            file_number=answers.inline(front.file_number),
            committees=committees,
            bodies=(*committees, escape(named or self.said("council.body_alone"))),
            roles=self._roles(front),
            days={name: self._day(getattr(front, name)) for name in ("valid_from", "next_revision")},
            published_at=answers.inline(front.published_at),
            follow_up=answers.inline(strategy.follow_up_when),
            mandate=_brief(strategy.mandate),
            vision=_brief(strategy.vision),
            goals=_some(self._goals()),
            measures=dict(self._measures()),
            cards=sum(bool(card.title.strip()) for card in self.plan.acute.cards),
            internal=self.internal,
            meetings=tuple(self.said.date(one.held_on) for one in self.plan.workshop.sessions if one.held_on),
            present=units(self._present(), self.said),
            law=self._law(current(DUTY)),
            basis=tuple(self._basis()),
            resources=resources[:ROWS],
            costs=costs[:ROWS],
            unlisted=len(costs) > (0 if resources else ROWS) or any(map(self._known, self.plan.measures.measures)),
            consulted=_some(self._consulted()),
            attachments=tuple(answers.inline(one.title) for one in front.attachments if one.title.strip()),
            changes=compared,
        )

    def _roles(self, front: Front) -> dict[str, Markdown]:
        named = {
            "owner": front.owner,
            "revision": front.revision_owner or front.owner,
            "follow_up": self.plan.strategy.follow_up_by,
        }
        return {name: self.reader.name(CONTACTS, key) if key else Markdown() for name, key in named.items()}

    def _day(self, day: date | None) -> str:
        return self.said.date(day) if day else ""

    def _goals(self) -> Iterator[Markdown]:
        for goal in self.plan.strategy.goals:
            if goal.text.strip():
                due = self.said("council.due", date=self.said.date(goal.due, "short")) if goal.due else ""
                yield Markdown(f"{_brief(goal.text)} {escape(due)}".strip())

    def _measures(self) -> Iterator[tuple[str, Some]]:
        """Give the names of measures by what becomes of them; the council wants to know what is new first."""
        named = [one for one in self.plan.measures.measures if one.name.strip()]
        for status in (MeasureStatus.NEW, MeasureStatus.EXPANDED, MeasureStatus.EXISTS, MeasureStatus.STOPPED, None):
            if found := [_brief(one.name) for one in named if one.status is status]:
                yield status.value if status else "unknown", _some(found)

    def _costs(self) -> Iterator[Row]:
        for measure in self.plan.measures.measures:
            if measure.status in COSTING and measure.resource.strip() and measure.name.strip():
                yield _brief(measure.name), _brief(measure.resource)

    def _known(self, measure: Measure) -> bool:
        """Tell whether a measure that is there already has a cost, which stands in the plan alone."""
        return measure.status not in COSTING and bool(measure.resource.strip())

    def _resources(self) -> Iterator[Row]:
        for one in self.plan.strategy.resources:
            cells = (one.what, one.hours, one.money, one.source)
            if any(cell.strip() for cell in cells):
                yield tuple(_brief(cell) or escape("–") for cell in cells)

    def _consulted(self) -> Iterator[Markdown]:
        for party in self.plan.stakeholders.parties:
            if party.involvement is Involvement.CONSULTED and party.name.strip():
                yield _brief(party.name)

    def _present(self) -> Iterable[Present]:
        """Give everybody who was at any meeting, once."""
        every = (one for meeting in self.plan.workshop.sessions for one in meeting.present)
        return {(one_line(one.unit), one_line(one.role)): one for one in every}.values()

    def _law(self, law: Law) -> Row:
        """Give a rule as (place with its link, what it says, what it does not say, when it was looked up)."""
        place = answers.link(self.said(f"laws.{law.id}.provision"), law.source)
        texts = (self.said(f"laws.{law.id}.text"), self.said(f"laws.{law.id}.silent"), self.said.date(law.checked_on))
        return (place, *map(escape, texts))

    def _basis(self) -> Iterator[Markdown]:
        """Name the other rules that the plan says it rests on."""
        rows = {row.id for row in LAWS}
        named = [current(key).id for key in self.plan.strategy.basis if key in rows]
        for key in dict.fromkeys(named):
            if key != DUTY:
                yield answers.link(self.said(f"laws.{key}.provision"), current(key).source)


def _some(found: Iterable[Markdown]) -> Some:
    every = tuple(found)
    return Some(every[:MOST], max(len(every) - MOST, 0))


def _brief(text: str) -> Markdown:
    """Write an answer on one line; of a very long one its beginning."""
    return shortened(answers.inline(text), LONGEST, within=True)[0]
