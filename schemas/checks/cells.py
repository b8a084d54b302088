"""What each of the seven components gives to each of the three tasks, as demands on the plan.

The cells that the national material leads to are those of signs, courses and measures (general prevention), of the
whole way of a concern, and of handlekort, duty contact and crisis staff (acute); the rest are the program's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from ..acute import Card
from ..choices import Ages, Level, Task, Urgency
from ..stakeholders import Party
from .benefit_rules import HANDOVERS, goal_for, phase_steps
from .calling import alarms, reaches
from .cards import TESTED
from .demands import Demand, Reading, either, together
from .parties import is_authority
from .sharing import founded

Cell = Callable[[Reading], Demand]

PARTIES = "stakeholders.parties"

SIGNS = 3
"""How many signs the short way asks for."""


def signs(reading: Reading) -> Demand:
    """Ask for the forms of extremism and the signs that everybody looks for."""
    own = reading.plan.understanding
    return together(
        (
            reading.fields("understanding", own, "forms"),
            reading.rows("understanding.signs", own.signs, ("text",), SIGNS),
        )
    )


def limits_of_concern(reading: Reading) -> Demand:
    """Ask for the definitions and for what is no concern."""
    return reading.fields("understanding", reading.plan.understanding, "extremism", "radicalisation", "not_concern")


def local(reading: Reading) -> Demand:
    """Ask for the local picture and for what earlier cases taught."""
    return reading.fields("understanding", reading.plan.understanding, "local_picture", "lessons")


def goal(task: Task) -> Cell:
    """Ask for a goal of a task, with owner and date."""
    return lambda reading: goal_for(task, reading, "text", "owner", "due")


def party(task: Task) -> Cell:
    """Ask for a stakeholder with a part in a task."""

    def cell(reading: Reading) -> Demand:
        parties = reading.plan.stakeholders.parties
        return _with_part(task, parties, reading) or reading.rows(PARTIES, _unplaced(parties), ("name", "tasks"))

    return cell


def authority(reading: Reading) -> Demand:
    """Ask for an authority with a part in the concerns; where some do not say what they are, for that."""
    parties = reading.plan.stakeholders.parties
    known = tuple(one for one in parties if is_authority(one))
    if found := _with_part(Task.CONCERN, known, reading):
        return found
    if known:
        return reading.rows(PARTIES, _unplaced(known), ("name", "tasks"))
    return reading.rows(PARTIES, tuple(one for one in parties if one.kind is None), ("name", "kind", "tasks"))


def _with_part(task: Task, parties: tuple[Party, ...], reading: Reading) -> Demand | None:
    ours = [one for one in parties if task in one.tasks]
    return together(reading.fields(f"{PARTIES}[{one.id}]", one, "name", "tasks") for one in ours) if ours else None


def _unplaced(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(one for one in parties if not one.tasks)


def courses(reading: Reading) -> Demand:
    """Ask for a course for those who meet the young; a text about training alone is a beginning."""
    own = reading.plan.organisation
    asked = reading.rows("organisation.courses", own.courses, ("target", "content"))
    return together((reading.fields("organisation", own, "training"), asked))


def infohus(reading: Reading) -> Demand:
    """Ask for coordinator, deputy and police, and for who settles a disagreement."""
    return reading.fields("organisation", reading.plan.organisation, "coordinator", "deputy", "police", "disagreement")


def duty(reading: Reading) -> Demand:
    """Ask for whom to reach out of hours, and on which number."""
    own = reading.plan.organisation
    asked = reading.fields("organisation", own, "out_of_hours")
    contact = next((one for one in own.contacts if one.id == own.out_of_hours), None)
    if contact is None:
        return asked
    return together((asked, reading.fields(f"organisation.contacts[{contact.id}]", contact, "phone")))


def ways_in(reading: Reading) -> Demand:
    """Ask for a way in for citizens, which the public edition can print, and one for professionals."""
    own = reading.plan.concerns
    asked = reading.fields("concerns", own, "entry_citizen", "entry_professional")
    contact = next((one for one in reading.plan.organisation.contacts if one.id == own.entry_citizen), None)
    if contact is None:
        return asked
    return together((asked, reading.fields(f"organisation.contacts[{contact.id}]", contact, "public")))


def way(reading: Reading) -> Demand:
    """Ask for every phase with role and limit, the branch at 18 years, feedback and recording."""
    own = reading.plan.concerns
    split = tuple(step for step in own.steps if step.ages in (Ages.UNDER_18, Ages.ADULT))
    branch = reading.rows("concerns.steps", split, ("ages",))
    return together(
        (
            *phase_steps(reading, "who", "limit"),
            either(reading.fields("concerns", own, "adults"), branch),
            reading.fields("concerns", own, "recording"),
        )
    )


def acute_branch(reading: Reading) -> Demand:
    """Ask for the first step when life is in danger."""
    return reading.fields("concerns", reading.plan.concerns, "acute_branch")


def forums(reading: Reading) -> Demand:
    """Ask for a forum across departments and for an annual wheel."""
    own = reading.plan.coordination
    return together(
        (
            reading.rows("coordination.forums", own.forums, ("name",)),
            reading.rows("coordination.calendar", own.calendar, ("month", "activity")),
        )
    )


def handing_over(reading: Reading) -> Demand:
    """Ask for hand-overs, for the ground of sharing and for the way of a disagreement."""
    own = reading.plan.coordination
    return together(
        (
            reading.rows("coordination.handovers", own.handovers, ("source", "target", "trigger"), HANDOVERS),
            reading.fields("coordination", own, "sharing", "escalation"),
            founded(reading),
        )
    )


def crisis_staff(reading: Reading) -> Demand:
    """Ask for the link to the crisis staff; it may stand with the handlekort."""
    plan = reading.plan
    return either(
        reading.fields("coordination", plan.coordination, "crisis_staff"),
        reading.fields("acute", plan.acute, "crisis_staff"),
    )


def measure(*levels: Level) -> Cell:
    """Ask for a measure on each of some levels, with owner and date."""

    def cell(reading: Reading) -> Demand:
        return together(_measure(level, reading) for level in levels)

    return cell


def _measure(level: Level, reading: Reading) -> Demand:
    where, found = "measures.measures", reading.measures
    if ours := tuple(one for one in found if one.level == level):
        return reading.rows(where, ours, ("name", "owner", "due"))
    free = next((one for one in found if one.level is None), None)
    return reading.demand((), (f"{where}[{free.id}].level",) if free else (where,))


def cards(reading: Reading) -> Demand:
    """Ask for a card that begins with 112, one that reaches the duty contact, one complete and one tested of late."""
    found = reading.plan.acute.cards
    if not found:
        return reading.demand((), ("acute.cards",))
    return together((*_urgencies(reading), _complete(reading), _tested(reading)))


def _urgencies(reading: Reading) -> Iterator[Demand]:
    for urgency in (Urgency.LIFE, Urgency.URGENT):
        ours = [card for card in reading.plan.acute.cards if card.urgency == urgency]
        good = [card for card in ours if _calls(card, reading)]
        if good:
            yield Demand((f"acute.cards[{good[0].id}].calls",))
        elif ours:
            yield reading.demand((), (f"acute.cards[{ours[0].id}].calls",))
        else:
            free = next((card for card in reading.plan.acute.cards if card.urgency is None), None)
            yield reading.demand((), (f"acute.cards[{free.id}].urgency",) if free else ("acute.cards",))


def _calls(card: Card, reading: Reading) -> bool:
    lines = [line for line in card.calls if line.strip()]
    if card.urgency == Urgency.LIFE:
        return bool(lines) and alarms(lines[0])
    return any(reaches(line, reading.plan.organisation.contacts) for line in lines)


def _complete(reading: Reading) -> Demand:
    names = ("title", "situation", "calls", "actions", "leader", "press")
    return reading.rows("acute.cards", reading.plan.acute.cards, names)


def _tested(reading: Reading) -> Demand:
    """Ask for a test that is not too old and not yet to come."""
    found = reading.plan.acute.cards
    for card in found:
        if card.tested_on is not None and timedelta() <= reading.today - card.tested_on <= TESTED:
            return Demand((f"acute.cards[{card.id}].tested_on",))
    return reading.demand((), (f"acute.cards[{found[0].id}].tested_on",))


CELLS: dict[str, dict[Task, Cell]] = {
    "understanding": {Task.GENERAL: signs, Task.CONCERN: limits_of_concern, Task.ACUTE: local},
    "strategy": {task: goal(task) for task in Task},
    "stakeholders": {Task.GENERAL: party(Task.GENERAL), Task.CONCERN: authority, Task.ACUTE: party(Task.ACUTE)},
    "organisation": {Task.GENERAL: courses, Task.CONCERN: infohus, Task.ACUTE: duty},
    "concerns": {Task.GENERAL: ways_in, Task.CONCERN: way, Task.ACUTE: acute_branch},
    "coordination": {Task.GENERAL: forums, Task.CONCERN: handing_over, Task.ACUTE: crisis_staff},
    "measures": {
        Task.GENERAL: measure(Level.CONSTRUCTIVE),
        Task.CONCERN: measure(Level.ANTICIPATORY, Level.INTERVENING),
        Task.ACUTE: cards,
    },
}
"""The rules of the matrix, by component and task."""
