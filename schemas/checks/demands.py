"""What a rule of the matrix or of the benefits asks of a plan: the fields it found, and those it misses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from functools import cache, cached_property
from typing import NamedTuple

from ..choices import MeasureStatus
from ..fields import Item, Model, marks
from ..measures import Measure
from ..paths import get, is_empty
from ..plan import Plan, Unanswered
from .sheet import above


class Met(StrEnum):
    """How far a rule is met; `NONE` where it asks nothing of this plan."""

    MET, PARTLY, MISSING, NONE = auto(), auto(), auto(), auto()


class Demand(NamedTuple):
    """What one rule asks for, as paths: of fields, or of the list that lacks a record."""

    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def met(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.missing

    @property
    def asks(self) -> bool:
        """Tell whether anything is asked at all; what was set aside as not relevant is not."""
        return bool(self.found or self.missing)


def together(demands: Iterable[Demand]) -> Demand:
    """Give all that several demands found and miss, each path once."""
    found: dict[str, None] = {}
    missing: dict[str, None] = {}
    for demand in demands:
        found.update(dict.fromkeys(demand.found))
        missing.update(dict.fromkeys(demand.missing))
    return Demand(tuple(path for path in found if path not in missing), tuple(missing))


@cache
def _targets(model: type[Model]) -> dict[str, str]:
    """Give the fields of a model that point to records, and the list each points to."""
    return {mark.name: mark.ask.to for mark in marks(model) if mark.ask.to is not None}


@dataclass(frozen=True)
class Reading:
    """A plan as the rules read it, on a day."""

    plan: Plan
    today: date

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """List the measures but for those that are stopped."""
        return tuple(one for one in self.plan.measures.measures if one.status != MeasureStatus.STOPPED)

    @cached_property
    def _aside(self) -> frozenset[str]:
        reasons = self.plan.reasons.items()
        return frozenset(path for path, reason in reasons if reason.state == Unanswered.IRRELEVANT)

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        return {}

    def holds(self, model: Model, name: str) -> bool:
        """Tell whether a field is answered; one that points to records that are not there is not."""
        value = getattr(model, name)
        if value is False or is_empty(value):
            return False
        target = _targets(type(model)).get(name)
        if target is None:
            return not isinstance(value, tuple) or any(not is_empty(one) for one in value)
        return any(key in self._ids(target) for key in ((value,) if isinstance(value, str) else value))

    def _ids(self, target: str) -> frozenset[str]:
        if target not in self._known:
            self._known[target] = frozenset(item.id for item in get(self.plan, target))
        return self._known[target]

    def demand(self, found: Iterable[str], missing: Iterable[str]) -> Demand:
        """Make a demand; what the plan sets aside as not relevant, with a reason, is not missing."""
        paths = tuple(missing)
        if self._aside:
            paths = tuple(path for path in paths if not self._aside.intersection((path, *above(path))))
        return Demand(tuple(found), paths)

    def fields(self, where: str, model: Model, *names: str) -> Demand:
        """Ask for some fields of a part or a record that stands at `where`."""
        found: list[str] = []
        missing: list[str] = []
        for name in names:
            (found if self.holds(model, name) else missing).append(f"{where}.{name}")
        return self.demand(found, missing)

    def every(self, where: str, items: Sequence[Item], *names: str) -> Demand:
        """Ask for some fields of every record of a list, and for one record at least."""
        if not items:
            return self.demand((), (where,))
        return together(self.fields(f"{where}[{item.id}]", item, *names) for item in items)

    def rows(self, where: str, items: Sequence[Item], names: Sequence[str], least: int = 1) -> Demand:
        """Ask for a number of records that have some fields: those that lack fewest, and the list where there are few.

        items: the records that count; a rule leaves out those that say something else.
        """
        asked = [self.fields(f"{where}[{item.id}]", item, *names) for item in items]
        full = [one for one in asked if one.met]
        if len(full) >= least:
            return together(full)
        begun = sorted((one for one in asked if not one.met), key=lambda one: len(one.missing))[: least - len(full)]
        lacking = (where,) if len(asked) < least else ()
        return together((*full, *begun, self.demand((), lacking)))


def either(*demands: Demand) -> Demand:
    """Give the first demand that is met, else the first one, with all that the others found."""
    for demand in demands:
        if demand.met and demand.asks:
            return demand
    return Demand(together(demands).found, demands[0].missing)


def filled(reading: Reading, items: Sequence[Item], name: str) -> Iterator[Item]:
    """Yield the records in which a field is answered."""
    return (item for item in items if reading.holds(item, name))
