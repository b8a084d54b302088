"""Every check at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ..plan import Plan
from .abbreviations import abbreviations
from .adapting import adapted
from .adoption import adoption, revision, siblings
from .cards import cards, lengths, tests
from .citing import lawful
from .completeness import completeness, open_points
from .contacts import checked, checked_inside, cover, duty, entries
from .coverage import deadlines, goals, levels, way
from .dates import ahead, order
from .figures import figures, small_numbers
from .finding import Finding, Severity
from .grid import burden, grid
from .passives import passives
from .private import persons, private
from .readiness import disagreement, readiness
from .references import duplicates, references
from .room import room
from .sheet import Sheet
from .texts import numbers, texts

FAMILIES: tuple[Callable[[Sheet], Iterator[Finding]], ...] = (
    numbers, completeness, open_points, texts, references, duplicates, adoption, revision, siblings,
    order, ahead, lawful, figures, small_numbers, goals, levels, way, deadlines, cover, duty, entries, checked,
    checked_inside, grid, burden, persons, private, abbreviations, passives, cards, lengths, tests, adapted, readiness,
    disagreement, room,
)  # fmt: skip

RANK = {severity: rank for rank, severity in enumerate(Severity)}


STOPPING = (numbers,)
"""The families whose findings stop a public edition."""


def stopping(plan: Plan, today: date) -> tuple[Finding, ...]:
    """Find what stops every public edition of a plan, without looking for anything else."""
    return _found(plan, today, STOPPING)


def check(plan: Plan, today: date) -> tuple[Finding, ...]:
    """Find what is missing or at odds in a plan, in the plan's order, the gravest first at one place.

    today: the day that deadlines and checked numbers are measured against.
    """
    return _found(plan, today, FAMILIES)


def _found(plan: Plan, today: date, families: tuple[Callable[[Sheet], Iterator[Finding]], ...]) -> tuple[Finding, ...]:
    sheet = Sheet(plan, today)
    found = [finding for family in families for finding in family(sheet)]
    return tuple(sorted(found, key=lambda finding: (sheet.order[finding.path], RANK[finding.severity])))
