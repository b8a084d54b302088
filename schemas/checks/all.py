"""Every check at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ..plan import Plan
from .adoption import adoption, revision, siblings
from .cards import cards
from .completeness import completeness, open_points
from .contacts import checked, cover, entries
from .coverage import deadlines, goals, levels
from .finding import Finding, Severity
from .readiness import readiness
from .references import duplicates, references
from .sheet import Sheet
from .texts import numbers, texts

FAMILIES: tuple[Callable[[Sheet], Iterator[Finding]], ...] = (
    numbers, completeness, open_points, texts, references, duplicates, adoption, revision, siblings,
    goals, levels, deadlines, cover, entries, checked, cards, readiness,
)  # fmt: skip

RANK = {severity: rank for rank, severity in enumerate(Severity)}


def check(plan: Plan, today: date) -> tuple[Finding, ...]:
    """Find what is missing or at odds in a plan, in the plan's order, the gravest first at one place.

    today: the day that deadlines and checked numbers are measured against.
    """
    sheet = Sheet(plan, today)
    found = [finding for family in FAMILIES for finding in family(sheet)]
    return tuple(sorted(found, key=lambda finding: (sheet.order[finding.path], RANK[finding.severity])))
