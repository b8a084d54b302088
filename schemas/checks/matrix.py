"""The matrix of seven components and three tasks: what each component gives to each task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..choices import Task
from ..plan import Plan
from .cells import CELLS
from .demands import Demand, Met, Reading


@dataclass(frozen=True, slots=True)
class Cell:
    """What a component gives to a task.

    component: its name, such as `measures`; with the task it names the cell's words in `trace.cell`.
    found, missing: paths of the fields that count; a list's own path where the list lacks a record.
    """

    component: str
    task: Task
    standing: Met
    found: tuple[str, ...]
    missing: tuple[str, ...]

    def plain(self) -> dict[str, object]:
        """Give the cell as JSON values."""
        return {
            "component": self.component,
            "task": self.task.value,
            "standing": self.standing.value,
            "found": [*self.found],
            "missing": [*self.missing],
        }


def matrix(plan: Plan, today: date) -> tuple[Cell, ...]:
    """Give the 21 cells, component by component in the leaflet's order, by the program's own rules."""
    reading = Reading(plan, today)
    return tuple(
        Cell(component, task, standing(demand), *demand)
        for component, rules in CELLS.items()
        for task, demand in ((task, rule(reading)) for task, rule in rules.items())
    )


def standing(demand: Demand) -> Met:
    """Give the standing of a cell: missing where nothing was found, partly where something is missing."""
    if not demand.asks:
        return Met.NONE
    if demand.met:
        return Met.MET
    return Met.PARTLY if demand.found else Met.MISSING
