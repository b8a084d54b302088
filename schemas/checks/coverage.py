"""Whether goals, measures and steps reach all that the plan is for, in time."""

from __future__ import annotations

from collections.abc import Iterator

from ..choices import Level, MeasureStatus, Phase, Task
from .finding import Finding, Severity
from .phases import phases
from .sheet import Sheet


def goals(sheet: Sheet) -> Iterator[Finding]:
    """Find a task without a goal; an empty list is told as a whole."""
    found = sheet.plan.strategy.goals
    if not found or sheet.reason("strategy.goals"):
        return
    covered = {goal.task for goal in found}
    for task in Task:
        if task not in covered:
            yield Finding("no_goal", "strategy.goals", Severity.CLARIFY, {"task": task})


def levels(sheet: Sheet) -> Iterator[Finding]:
    """Find a level of prevention without a measure; one that is stopped does not count."""
    found = sheet.plan.measures.measures
    if not found or sheet.reason("measures.measures"):
        return
    covered = {measure.level for measure in found if measure.status != MeasureStatus.STOPPED}
    for level in Level:
        if level not in covered:
            yield Finding("no_measure", "measures.measures", Severity.CLARIFY, {"level": level})


def way(sheet: Sheet) -> Iterator[Finding]:
    """Find a phase of a concern without a step, in a plan whose steps tell which phases they are."""
    steps = sheet.plan.concerns.steps
    told = {phase for phase in phases(steps).values() if phase is not None}
    if not told or sheet.reason("concerns.steps") is not None:
        return
    for phase in Phase:
        if phase not in told:
            yield Finding("no_phase", "concerns.steps", Severity.ADVICE, {"phase": phase})


def deadlines(sheet: Sheet) -> Iterator[Finding]:
    """Find deadlines that have passed."""
    for goal in sheet.plan.strategy.goals:
        if goal.due is not None and goal.due < sheet.today:
            yield Finding("past_due", f"strategy.goals[{goal.id}].due", Severity.ADVICE, {"due": goal.due})
    for measure in sheet.plan.measures.measures:
        if measure.due is not None and measure.due < sheet.today and measure.status != MeasureStatus.STOPPED:
            yield Finding("past_due", f"measures.measures[{measure.id}].due", Severity.ADVICE, {"due": measure.due})
