"""The nine benefits that the leaflet promises, each with the fields that serve it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ..plan import Plan
from .benefit_rules import (
    anchoring,
    attention,
    authorities,
    coherence,
    goals,
    measures,
    organisation,
    procedure,
    roles,
)  # fmt: skip
from .demands import Demand, Met, Reading, together

RULES: dict[str, Callable[[Reading], tuple[Met, tuple[Demand, ...]]]] = {
    "attention": attention,
    "coherence": coherence,
    "goals": goals,
    "roles": roles,
    "organisation": organisation,
    "authorities": authorities,
    "measures": measures,
    "procedure": procedure,
    "anchoring": anchoring,
}
"""The rules by the benefits' ids, in the leaflet's order."""


@dataclass(frozen=True, slots=True)
class Benefit:
    """How far a plan brings one benefit.

    id: names its words in `trace.benefit` and `trace.rule`.
    found, missing: paths of the fields that serve it; a list's own path where the list lacks a record.
    """

    id: str
    standing: Met
    found: tuple[str, ...]
    missing: tuple[str, ...]

    def plain(self) -> dict[str, object]:
        """Give the benefit as JSON values."""
        return {"id": self.id, "standing": self.standing.value, "found": [*self.found], "missing": [*self.missing]}


def benefits(plan: Plan, today: date) -> tuple[Benefit, ...]:
    """Say how far a plan brings each of the nine benefits, by the program's own rules."""
    reading = Reading(plan, today)
    return tuple(_benefit(name, rule, reading) for name, rule in RULES.items())


def _benefit(name: str, rule: Callable[[Reading], tuple[Met, tuple[Demand, ...]]], reading: Reading) -> Benefit:
    standing, demands = rule(reading)
    return Benefit(name, standing, *together(demands))
