"""What minutes say of a meeting or of all: who was there, what was decided, agreed and left, where the room stands.

Minutes belong to the work: they are read from the whole plan and exist in the internal edition alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.choices import CaughtKind, CaughtState
from schemas.describing import where
from schemas.gathered import caught_at, waiting_before
from schemas.language import Words, words
from schemas.outline import COMPONENTS, PARTS
from schemas.paths import NoSuchPath, exists
from schemas.plan import Plan
from schemas.standings import unproven
from schemas.workshop import Caught, Meeting, Present, Standing

from . import answers
from .escape import Markdown, escape, one_line
from .naming import municipality, title
from .trouble import NoMeeting

Row = tuple[Markdown, ...]

LISTED = (CaughtKind.DECISION, CaughtKind.DISAGREEMENT, CaughtKind.PARKED, CaughtKind.NOTE)
"""What is printed as points; tasks have a table of their own."""

DASH = Markdown("–")


@dataclass(frozen=True, slots=True)
class Points:
    """What was caught: tasks as rows (task, who, by when, place, state), all else as points by kind."""

    tasks: tuple[Row, ...]
    lists: dict[str, tuple[Markdown, ...]]

    @property
    def any(self) -> bool:
        """Tell whether there is anything to print."""
        return bool(self.tasks) or any(self.lists.values())


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting: its facts (label, answer), who was there (unit, roles), its points and what was open before it."""

    heading: str
    facts: tuple[Row, ...]
    present: tuple[Row, ...]
    points: Points
    earlier: tuple[Row, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the document prints.

    outside: what was caught outside of any meeting. readiness: rows of component, before and, where the room was
    asked again, after; `again` tells whether it was.
    """

    municipality: str
    plan: str
    sessions: tuple[Session, ...]
    outside: Points
    readiness: tuple[Row, ...]
    again: bool


def minutes(plan: Plan, number: int | None = None, *, every: bool = False) -> Minutes:
    """Read the minutes of a meeting, the latest unless `number` (from 1) says which, or of every meeting.

    Raises `NoMeeting` where the plan has no meeting of that number.
    """
    told = words(plan.front.language.value)
    teller = _Teller(plan, told)
    meetings = plan.workshop.sessions
    chosen = range(len(meetings)) if every else [chosen_meeting(plan, number)] if meetings or number else []
    after = any(getattr(plan.workshop.after, name).answer for name in COMPONENTS)
    return Minutes(
        municipality(plan, told),
        title(plan, told),
        tuple(teller.session(meetings[place], place, every) for place in chosen),
        teller.points(caught_at(plan, None) if every or not meetings else ()),
        tuple(teller.readiness(after)),
        after,
    )


def chosen_meeting(plan: Plan, number: int | None) -> int:
    """Give the place in the plan of the meeting of a number, from 1; of the latest for None. Raises `NoMeeting`."""
    count = len(plan.workshop.sessions)
    wanted = count if number is None else number
    if not 1 <= wanted <= count:
        raise NoMeeting(wanted, count)
    return wanted - 1


def units(present: Iterable[Present], told: Words) -> tuple[Row, ...]:
    """Give a row a unit with the roles that were there from it."""
    found: dict[str, list[str]] = {}
    for one in present:
        found.setdefault(answers.plain(one.unit), []).append(answers.plain(one.role))
    named = {unit: ", ".join(role for role in roles if role) for unit, roles in found.items()}
    return tuple(
        (escape(unit or told("minutes.no_unit")), escape(roles) if roles else DASH) for unit, roles in named.items()
    )


class _Teller:
    """Reads the record of the workshop in the plan's language."""

    def __init__(self, plan: Plan, told: Words) -> None:
        self.plan = plan
        self.told = told

    def session(self, meeting: Meeting, place: int, every: bool) -> Session:
        """Read a meeting; where all are printed, what is open before one stands under the one it comes from."""
        earlier = () if every else waiting_before(self.plan, meeting)
        return Session(
            heading=self._heading(meeting, place),
            facts=tuple(self._facts(meeting)),
            present=units(meeting.present, self.told),
            points=self.points(caught_at(self.plan, meeting)),
            earlier=tuple(self._earlier(earlier)),
            closed=meeting.closed,
        )

    def _heading(self, meeting: Meeting, place: int) -> str:
        short = self.told("minutes.meeting", number=place + 1)
        title = answers.plain(meeting.title)
        if title in ("", short):  # the name that is proposed is the number's own
            return short
        return self.told("minutes.meeting_titled", number=place + 1, title=title)

    def _facts(self, meeting: Meeting) -> Iterator[Row]:
        if meeting.held_on:
            yield escape(self.told("minutes.day")), escape(self.told.date(meeting.held_on))
        if meeting.place.strip():
            yield escape(self.told("minutes.place")), answers.inline(meeting.place)

    def points(self, caught: Iterable[Caught]) -> Points:
        """Sort what was caught by its kind."""
        found = [one for one in caught if one.text.strip()]
        tasks = sorted((one for one in found if one.kind is CaughtKind.TASK), key=_by_day)
        lists = {kind.value: self._points(found, kind) for kind in LISTED}
        return Points(tuple(map(self._task, tasks)), {**lists, "other": self._points(found, None)})

    def _points(self, found: list[Caught], kind: CaughtKind | None) -> tuple[Markdown, ...]:
        return tuple(self._point(one) for one in found if one.kind is kind)

    def _point(self, one: Caught) -> Markdown:
        """Write a point with where in the plan it was caught, and what came of it; a note stands as it was typed."""
        write = escape if one.kind is CaughtKind.NOTE else answers.inline
        text, place = one_line(one.text), self.place(one.about)
        if place:
            text = self.told("minutes.at", text=text, where=place)
        if one.state is CaughtState.OPEN:
            return write(text)
        outcome = one_line(one.outcome)
        key = "minutes.closed_outcome" if outcome else "minutes.closed"
        return write(self.told(key, text=text, state=self._state(one).lower(), outcome=outcome))

    def _task(self, one: Caught) -> Row:
        state, outcome = self._state(one), one_line(one.outcome)
        state = f"{state}: {outcome}" if outcome else state
        return (*self._agreed(one), escape(self.place(one.about) or "–"), answers.inline(state))

    def _agreed(self, one: Caught) -> Row:
        due = self.told.date(one.due, "short") if one.due else "–"
        return answers.inline(one.text), answers.inline(one.who) or DASH, escape(due)

    def _state(self, one: Caught) -> str:
        return self.told.choice("CaughtState", one.state.value)

    def _earlier(self, caught: Iterable[Caught]) -> Iterator[Row]:
        for one in sorted(caught, key=_by_day):
            kind = self.told.choice("CaughtKind", one.kind.value) if one.kind else "–"
            yield escape(kind), *self._agreed(one), escape(self.place(one.about) or "–")

    def place(self, path: str) -> str:
        """Name where something was caught, in words; empty where it belongs to no field."""
        part = path.strip().partition(".")[0].partition("[")[0]
        if part not in PARTS:
            key = f"parts.{part}.title"
            return self.told(key) if part and self.told.has(key) else ""
        try:
            said = where(path.strip(), self.plan, self.told) if exists(self.plan, path.strip()) else self._gone(part)
        except NoSuchPath:
            said = self._gone(part)
        # Some parts are named after their only list: "Interessenter › Interessenter".
        first, _, rest = said.partition(" › ")
        return first if first == rest else said

    def _gone(self, part: str) -> str:
        return f"{self.told.field('Plan', part)['label']} › {self.told('minutes.gone')}"

    def readiness(self, after: bool) -> Iterator[Row]:
        """Set the room's seven answers before and after side by side; nothing where it was never asked."""
        workshop = self.plan.workshop
        if not after and not any(getattr(workshop.before, name).answer for name in COMPONENTS):
            return
        for name in COMPONENTS:
            label = escape(self.told(f"parts.{name}.title"))
            sides = (workshop.before, workshop.after) if after else (workshop.before,)
            yield label, *(self._standing(getattr(side, name)) for side in sides)

    def _standing(self, standing: Standing) -> Markdown:
        """Write an answer with the room's counts and what was said to it."""
        if standing.answer is None:
            return DASH
        said = self.told.choice("Answer", standing.answer.value)
        if unproven(standing):
            said = self.told("minutes.unproven", answer=said)
        counts = (standing.count_yes, standing.count_partly, standing.count_no)
        if any(count is not None for count in counts):
            yes, partly, no = (count or 0 for count in counts)
            said += f" ({self.told('minutes.counts', yes=yes, partly=partly, no=no)})"
        note = one_line(standing.note)
        return answers.inline(f"{said}: {note}" if note else said)


def _by_day(one: Caught) -> tuple[bool, str]:
    """Put what is due first first, and what has no day last."""
    return one.due is None, one.due.isoformat() if one.due else ""
