"""A plan among many on one line: how far it is, when it is to be revised, what it lacks; nothing of what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .checks import Severity, check, masked
from .checks.adoption import latest_revision
from .checks.benefits import benefits
from .checks.completeness import binding
from .checks.demands import Met
from .checks.matrix import matrix
from .choices import Status
from .plan import Plan
from .signs import clean

SORTS = ("revision", "municipality", "status", "coverage", "gaps", "changed", "file")
"""What lines can be sorted by: the most urgent first, or by name."""

_LAST = date.max
_LETTERS = str.maketrans({"æ": "{1", "ø": "{2", "å": "{3"})
"""Where Danish letters stand in the alphabet: behind z, as the bracket does."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of some things are met, partly met or missing; what is not relevant is not counted."""

    met: int = 0
    partly: int = 0
    missing: int = 0

    @classmethod
    def of(cls, standings: Iterable[Met]) -> Counts:
        """Count standings."""
        found = Counter(standings)
        return cls(found[Met.MET], found[Met.PARTLY], found[Met.MISSING])

    @property
    def share(self) -> float:
        """Give how much is met, a half for what is partly met; 0 to 1."""
        total = self.met + self.partly + self.missing
        return (self.met + self.partly / 2) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One plan of many.

    file: as messages name it. trouble: the sentence that says why the file is no plan; then nothing else is known.
    overdue: whether its revision should have been made. changed: the day it was last saved.
    """

    file: str
    municipality: str = ""
    status: Status | None = None
    adopted_on: date | None = None
    next_revision: date | None = None
    overdue: bool = False
    matrix: Counts = Counts()
    benefits: Counts = Counts()
    law: int = 0
    clarify: int = 0
    advice: int = 0
    changed: date | None = None
    trouble: str = ""


def line(plan: Plan, file: str, today: date, changed: date | None = None) -> Line:
    """Look at a plan on a day. changed: when the file was last written, for a plan that bears no stamp."""
    front = plan.front
    found = Counter(finding.severity for finding in check(plan, today))
    return Line(
        file,
        masked(" ".join(clean(front.municipality).split())),
        front.status,
        front.adopted_on,
        front.next_revision,
        _overdue(plan, today),
        Counts.of(cell.standing for cell in matrix(plan, today)),
        Counts.of(one.standing for one in benefits(plan, today)),
        found[Severity.LAW],
        found[Severity.CLARIFY],
        found[Severity.ADVICE],
        plan.saved.at.date() if plan.saved.at else changed,
    )


def _overdue(plan: Plan, today: date) -> bool:
    """Tell whether the day of the next revision has passed, or four years of a beredskab that binds."""
    front = plan.front
    latest = latest_revision(front.adopted_on) if front.adopted_on and binding(plan) else _LAST
    return min(front.next_revision or _LAST, latest) < today


def ordered(lines: Iterable[Line], by: str) -> list[Line]:
    """Sort lines by one of `SORTS`, then by municipality and file; what cannot be read stands last."""
    return sorted(lines, key=lambda one: (bool(one.trouble), _key(one, by), alphabet(one.municipality), one.file))


def _key(one: Line, by: str) -> tuple[float | str, ...]:
    match by:
        case "municipality":
            return (alphabet(one.municipality) or "{9",)
        case "status":
            return (list(Status).index(one.status) if one.status else len(Status),)
        case "coverage":
            return (one.matrix.share, one.benefits.share)
        case "gaps":
            return (-one.law, -one.clarify, -one.advice)
        case "changed":
            return (-one.changed.toordinal() if one.changed else 0,)
        case "file":
            return (one.file,)
        case _:
            return (not one.overdue, (one.next_revision or _LAST).toordinal())


def alphabet(name: str) -> str:
    """Give what a name is sorted by, with æ, ø and å at the end of the alphabet."""
    return name.casefold().translate(_LETTERS)


@dataclass(frozen=True, slots=True)
class Tally:
    """All lines counted: files, those that are no plan, those whose revision is overdue, and plans by status."""

    files: int
    broken: int
    overdue: int
    statuses: tuple[tuple[Status, int], ...]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Tally:
        """Count lines; the statuses stand in the order in which a plan has them."""
        known = list(lines)
        found = Counter(one.status for one in known if one.status)
        return cls(
            len(known),
            sum(bool(one.trouble) for one in known),
            sum(one.overdue for one in known),
            tuple((status, found[status]) for status in Status if found[status]),
        )
