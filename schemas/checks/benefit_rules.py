"""The rules of the nine benefits: what is asked, and when it is fulfilled, partly fulfilled or missing.

Each gives its standing and its demands. The rules are the program's own; nobody has published them in this form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..choices import Level, MeasureStatus, OrganisationModel, Phase, Task
from ..fields import Item
from ..measures import Measure
from .adoption import latest_revision
from .demands import Demand, Met, Reading, either, together
from .parties import AUTHORITIES, is_called, is_external
from .phases import phases
from .sharing import bounded

Verdict = tuple[Met, tuple[Demand, ...]]

SIGNS, HANDOVERS, EXTERNAL = 5, 3, 3
"""How many signs, hand-overs and external parties the rules ask for."""

HOLES = 3
"""How many holes in the roles still leave them partly clear."""


def verdict(demands: tuple[Demand, ...], partly: bool) -> Verdict:
    """Give a standing: met where nothing is missing, else partly where its rule says so."""
    asked = tuple(demand for demand in demands if demand.asks)
    if not asked:
        return Met.NONE, ()
    if all(demand.met for demand in asked):
        return Met.MET, asked
    return Met.PARTLY if partly else Met.MISSING, asked


def count_met(demands: tuple[Demand, ...]) -> int:
    """Count the demands that are met or ask nothing."""
    return sum(demand.met for demand in demands)


def attention(reading: Reading) -> Verdict:
    """Definitions, five signs, a course and a rhythm of reporting; partly with two or three of the four."""
    plan = reading.plan
    demands = (
        reading.fields("understanding", plan.understanding, "extremism", "radicalisation"),
        reading.rows("understanding.signs", plan.understanding.signs, ("text",), SIGNS),
        reading.rows("organisation.courses", plan.organisation.courses, ("target", "content")),
        either(
            reading.fields("strategy", plan.strategy, "follow_up_when"),
            reading.rows("strategy.reporting", plan.strategy.reporting, ("to_whom", "how_often")),
        ),
    )
    return verdict(demands, count_met(demands) >= 2)


def coherence(reading: Reading) -> Verdict:
    """A goal behind every measure, three hand-overs and the plans beside this one; partly with one missing."""
    plan = reading.plan
    linked = reading.every("measures.measures", reading.measures, "goal")
    if not linked.met and not plan.strategy.goals:
        linked = together((linked, reading.demand((), ("strategy.goals",))))
    demands = (
        linked,
        reading.rows("coordination.handovers", plan.coordination.handovers, ("source", "target", "trigger"), HANDOVERS),
        reading.rows("front.related", plan.front.related, ("name",)),
    )
    return verdict(demands, count_met(demands) == len(demands) - 1)


def goals(reading: Reading) -> Verdict:
    """A goal for each task with indicator, date and owner; partly where some goal is written at all."""
    found = reading.plan.strategy.goals
    demands = tuple(goal_for(task, reading, "text", "indicator", "due", "owner") for task in Task)
    return verdict(demands, any(reading.holds(goal, "text") for goal in found))


def goal_for(task: Task, reading: Reading, *names: str) -> Demand:
    """Ask for a goal of a task that has some fields; a goal without a task may become it."""
    found = reading.plan.strategy.goals
    ours = tuple(goal for goal in found if goal.task == task)
    if ours:
        return reading.rows("strategy.goals", ours, names)
    free = next((goal for goal in found if goal.task is None), None)
    return reading.demand((), (f"strategy.goals[{free.id}].task",) if free else ("strategy.goals",))


def roles(reading: Reading) -> Verdict:
    """One who decides in each row of the roles grid, and a role for every step and measure; partly with few holes."""
    plan = reading.plan
    demands = (
        *_grid(reading),
        *_each(reading, "concerns.steps", plan.concerns.steps, "who"),
        *_each(reading, "measures.measures", reading.measures, "owner"),
    )
    return verdict(demands, count_met(demands) > 0 and len(demands) - count_met(demands) <= HOLES)


def _each(reading: Reading, where: str, items: Sequence[Item], name: str) -> Iterator[Demand]:
    if not items:
        yield reading.demand((), (where,))
    for item in items:
        yield reading.fields(f"{where}[{item.id}]", item, name)


def _grid(reading: Reading) -> Iterator[Demand]:
    where, rows = "organisation.responsibilities", reading.plan.organisation.responsibilities
    if not rows:
        yield reading.demand((), (where,))
    for row in rows:
        here = f"{where}[{row.id}]"
        task = reading.fields(here, row, "task")
        one = reading.fields(here, row, "decides")
        if len(row.decides) > 1:
            one = reading.demand((), (f"{here}.decides",))
        yield together((task, one))


def organisation(reading: Reading) -> Verdict:
    """A group, the police's coordinator, a deputy and three external parties; partly with coordinator and police."""
    plan = reading.plan
    own = plan.organisation
    demands = (
        _group(reading),
        reading.fields("organisation", own, "police"),
        reading.fields("organisation", own, "deputy"),
        _external(reading),
    )
    return verdict(demands, reading.holds(own, "coordinator") and reading.holds(own, "police"))


def _group(reading: Reading) -> Demand:
    """Ask for the model and the coordinator, and for a member or a seat unless the coordinator is the model."""
    own = reading.plan.organisation
    asked = reading.fields("organisation", own, "model", "coordinator")
    if own.model == OrganisationModel.COORDINATOR:
        return asked
    members = reading.rows("organisation.members", own.members, ("role",))
    seats = reading.rows("organisation.steering", own.steering, ("role",))
    return together((asked, either(members, seats)))


def _external(reading: Reading) -> Demand:
    """Ask for external parties; where some do not say what they are, for that."""
    where, parties = "stakeholders.parties", reading.plan.stakeholders.parties
    ours = tuple(party for party in parties if is_external(party))
    unsaid = tuple(party for party in parties if party.kind is None and not is_external(party))
    full = reading.rows(where, ours, ("name",), EXTERNAL)
    lacking = EXTERNAL - sum(reading.holds(party, "name") for party in ours)
    if lacking <= 0 or not unsaid:
        return full
    kinds = together(reading.fields(f"{where}[{party.id}]", party, "name", "kind") for party in unsaid)
    rest = () if len(unsaid) >= lacking else full.missing
    return together((Demand(full.found), Demand((), kinds.missing), Demand((), rest)))


def authorities(reading: Reading) -> Verdict:
    """Police, psychiatry and prison service with role and contact, § 115 with its limits; partly with one missing."""
    demands = (*(_authority(name, reading) for name in AUTHORITIES), bounded(reading))
    return verdict(demands, count_met(demands) == len(demands) - 1)


def _authority(name: str, reading: Reading) -> Demand:
    """Ask for an authority among the stakeholders; the police's coordinator is its contact too."""
    where, parties = "stakeholders.parties", reading.plan.stakeholders.parties
    ours = tuple(party for party in parties if is_called(party, name))
    if not ours:
        blank = tuple(party for party in parties if not reading.holds(party, "name"))
        return reading.rows(where, blank, ("name",))
    if name == "police" and reading.holds(reading.plan.organisation, "police"):
        return together((reading.rows(where, ours, ("tasks",)), Demand(("organisation.police",))))
    return reading.rows(where, ours, ("tasks", "contact"))


def measures(reading: Reading) -> Verdict:
    """A measure on each level, and every row complete; partly where some measure is named at all."""
    found = reading.measures
    levels = tuple(_level(level, reading) for level in Level)
    rows = tuple(_complete(measure, reading) for measure in found)
    return verdict((*levels, *rows), any(reading.holds(measure, "name") for measure in found))


def _level(level: Level, reading: Reading) -> Demand:
    found = reading.measures
    if ours := tuple(measure for measure in found if measure.level == level):
        return reading.rows("measures.measures", ours, ("level",))
    free = next((measure for measure in found if measure.level is None), None)
    return reading.demand((), (f"measures.measures[{free.id}].level",) if free else ("measures.measures",))


def _complete(measure: Measure, reading: Reading) -> Demand:
    """Ask for all that describes a measure; one that exists already need not say when it began."""
    where = f"measures.measures[{measure.id}]"
    begun = () if measure.status == MeasureStatus.EXISTS else ("start",)
    asked = reading.fields(
        where, measure, "level", "name", "description", "tasks", "target", "purpose", "goal", "owner", "status",
        *begun, "due",
    )  # fmt: skip
    shown = either(reading.fields(where, measure, "indicator"), reading.fields(where, measure, "evidence"))
    return together((asked, shown))


def procedure(reading: Reading) -> Verdict:
    """All seven phases with a role and a limit, feedback, recording and closing; partly once all phases have a role."""
    plan = reading.plan.concerns
    demands = (
        *phase_steps(reading, "who", "limit"),
        either(reading.fields("concerns", plan, "feedback"), _told(Phase.FEEDBACK, reading)),
        either(
            reading.fields("concerns", plan, "recording"),
            reading.rows("concerns.recordings", plan.recordings, ("what", "retention")),
        ),
        either(reading.fields("concerns", plan, "closing"), _told(Phase.CLOSE, reading)),
    )
    return verdict(demands, all(demand.met for demand in phase_steps(reading, "who")))


def phase_steps(reading: Reading, *names: str) -> tuple[Demand, ...]:
    """Ask for a step of every phase that has some fields."""
    return tuple(_phase(phase, reading, *names) for phase in Phase)


def _phase(phase: Phase, reading: Reading, *names: str) -> Demand:
    """Ask for a step of a phase that has some fields; a step without a phase may become it."""
    where, steps = "concerns.steps", reading.plan.concerns.steps
    told = phases(steps)
    if ours := tuple(step for step in steps if told[step.id] == phase):
        return reading.rows(where, ours, names)
    free = next((step for step in steps if told[step.id] is None), None)
    return reading.demand((), (f"{where}[{free.id}].phase",) if free else (where,))


def _told(phase: Phase, reading: Reading) -> Demand:
    """Ask what is done in a phase."""
    told = phases(reading.plan.concerns.steps)
    ours = tuple(step for step in reading.plan.concerns.steps if told[step.id] == phase)
    return reading.rows("concerns.steps", ours, ("what",))


def anchoring(reading: Reading) -> Verdict:
    """Owner, director, adopting body, a revision within four years and an annual wheel; partly with one missing."""
    plan = reading.plan
    demands = (
        reading.fields("front", plan.front, "owner"),
        reading.fields("organisation", plan.organisation, "management"),
        reading.fields("front", plan.front, "adopting_body"),
        _revision(reading),
        reading.rows("coordination.calendar", plan.coordination.calendar, ("month", "activity")),
    )
    return verdict(demands, count_met(demands) == len(demands) - 1)


def _revision(reading: Reading) -> Demand:
    """Ask for a revision within four years of the adoption, else of the first day of validity, else of today."""
    front, path = reading.plan.front, "front.next_revision"
    since: date = front.adopted_on or front.valid_from or reading.today
    planned = front.next_revision
    in_time = planned is not None and planned <= latest_revision(since)
    return reading.demand((path,), ()) if in_time else reading.demand((), (path,))
