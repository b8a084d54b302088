"""Brings two plans together that came from one: three ways, record by record. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from schemas.fields import Item, Marks, Model, marks
from schemas.paths import NoSuchPath, answers, below, exists, get, is_empty, mark_at, records
from schemas.plan import Plan

from .change import applied, asking_again, removing
from .difference import difference
from .edits import Add, Edit, Set, plain
from .fates import Fates
from .ordering import ordered

T = TypeVar("T")
ModelT = TypeVar("ModelT", bound=Model)


@dataclass(frozen=True, slots=True)
class Clash:
    """Where both sides have changed the same and do not agree. Ours stands until somebody chooses.

    path: the field; `reasons[PATH]`; the record (`list[ID]`) that one side removed and the other changed; or the
    list whose order they differ on. base, ours, theirs: plain values, None where there is nothing.
    edits: what takes theirs, fitting ours after the edits of `Merged`.
    """

    path: str
    base: Any
    ours: Any
    theirs: Any
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """Two plans brought together.

    plan: ours with all of theirs that nothing of ours speaks against. edits: what leads from ours to it.
    """

    plan: Plan
    edits: tuple[Edit, ...]
    clashes: tuple[Clash, ...]


def merged(base: Plan, ours: Plan, theirs: Plan) -> Merged:
    """Bring what theirs changed since the base into ours; ours keeps its own changes and its stamp.

    Where nothing clashes, it does not matter which side is which, and merging again changes nothing.
    """
    if theirs in (base, ours):
        return Merged(ours, (), ())
    merging = _Merging(base, ours, theirs)
    plan = merging.plan()
    clashes = tuple(merging.clash(plan, place) for place in merging.places)
    return Merged(plan, difference(ours, plan), clashes)


@dataclass(slots=True)
class _Place:
    """A clash before its edits are known, since they fit the plan that comes out in the end."""

    path: str
    values: tuple[Any, Any, Any]


class _Clashing:
    """Stands for a value that both sides have changed."""


CLASHING = _Clashing()


@dataclass
class _Merging:
    base: Plan
    ours: Plan
    theirs: Plan
    places: list[_Place] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.fates = Fates(self.base, self.ours, self.theirs)
        self.first = {item.id: item for _, item in records(self.base)}
        self.reasons = dict(self.ours.reasons)
        self.seen: set[str] = set()

    def plan(self) -> Plan:
        """Give ours with theirs in it, as far as they agree."""
        plan = self._model(self.base, self.ours, self.theirs, "")
        self._passed_by()
        for where, key in (*self.fates.kept, *self.fates.lost):
            path = f"{where}[{key}]"
            self._note(path, *(plain(_found(side, path)) for side in (self.base, self.ours, self.theirs)))
        gone = self.fates.gone
        reasons = {path: reason for path, reason in self.reasons.items() if not _inside(path, gone)}
        beside = {"reasons": reasons, "acknowledged": self._acknowledged(plan, gone)}
        return self._once(applied(plan.model_copy(update=beside), tuple(_cleared(plan, gone))))

    def _acknowledged(self, plan: Plan, gone: set[str]) -> dict[str, str]:
        """Merge the acknowledgements; of two that differ the one holds that fits what now stands there, if any does."""
        found: dict[str, str] = {}
        base, ours, theirs = (side.acknowledged for side in (self.base, self.ours, self.theirs))
        for path in sorted({*ours, *theirs}):
            one = _either(base.get(path), ours.get(path), theirs.get(path))
            if one is CLASHING:
                from schemas.checks.private import fingerprint  # rarely needed, and a plan is to open quickly

                fitting = fingerprint(path, plain(_found(plan, path)))
                one = fitting if fitting in (ours.get(path), theirs.get(path)) else None
            if isinstance(one, str) and not _inside(path, gone):
                found[path] = one
        return found

    def _note(self, path: str, base: Any, ours: Any, theirs: Any) -> None:
        self.places.append(_Place(path, (base, ours, theirs)))

    def _model(self, base: ModelT, ours: ModelT, theirs: ModelT, path: str) -> ModelT:
        changed: dict[str, Any] = {}
        for mark in marks(type(ours)):
            was, mine, yours = (getattr(side, mark.name) for side in (base, ours, theirs))
            here = f"{path}.{mark.name}" if path else mark.name
            if yours in (was, mine):
                continue
            if mark.kind == "group":
                new: Any = self._model(was, mine, yours, here)
            elif mark.kind == "records":
                new = self._records(was, mine, yours, here)
            else:
                new = self._field(here, mark, was, mine, yours)
            if new != mine:
                changed[mark.name] = new
        return ours.model_copy(update=changed) if changed else ours

    def _records(self, was: tuple[Item, ...], mine: tuple[Item, ...], yours: tuple[Item, ...], path: str) -> Any:
        before, one, other = ({item.id: item for item in items} for items in (was, mine, yours))
        result: dict[str, Item] = {}
        for key, item in {**other, **one}.items():
            if key in one and key in other:
                first = before.get(key) or self.first.get(key)
                blank = first if isinstance(first, type(item)) else type(item)(id=key)
                result[key] = self._model(blank, item, other[key], f"{path}[{key}]")
            elif key not in before or (key in one and (path, key) in self.fates.kept):
                result[key] = item
        orders = [[key for key in side if key in result] for side in (before, one, other)]
        order = ordered(*orders)
        if order is None:
            self._note(path, *orders)
            order = ordered(orders[1], orders[1], [*orders[1], *(key for key in orders[2] if key not in one)])
        assert order is not None
        return tuple(result[key] for key in order)

    def _field(self, path: str, mark: Marks, was: Any, mine: Any, yours: Any) -> Any:
        """Merge an answer and the reason for having passed it by, which speak against each other."""
        self.seen.add(path)
        yours = self._pointing(mark, was, yours)
        reasons = tuple(side.reasons.get(path) for side in (self.base, self.ours, self.theirs))
        first, one, other = zip((was, mine, yours), reasons, strict=True)
        if other in (first, one):
            return mine
        value = yours if one == first else _value(mark, was, mine, yours)
        reason = reasons[2] if one == first else _either(*reasons)
        if value is CLASHING or (reason is not CLASHING and one != first and reason and not is_empty(value)):
            self._note(path, plain(was), plain(mine), plain(yours))
            return mine
        if reason is CLASHING:
            self._note(f"reasons[{path}]", *map(plain, reasons))
            return mine
        self._reason(path, reason)
        return value

    def _pointing(self, mark: Marks, was: Any, yours: Any) -> Any:
        """Give theirs without what a record brought with it whose own fate is to be chosen or is settled."""
        kept, gone = self.fates.contested, self.fates.gone
        if mark.kind == "reference":
            return was if (yours is None and was in kept) or (yours in gone and yours != was) else yours
        if mark.kind != "references":
            return yours
        pointing = tuple(key for key in yours if key not in gone or key in was)
        if any(key in kept and key not in yours for key in was):
            stay = tuple(key for key in was if key in yours or key in kept)
            return (*stay, *(key for key in pointing if key not in was))
        return pointing

    def _reason(self, path: str, reason: Any) -> None:
        self.reasons.pop(path, None)
        if reason is not None:
            self.reasons[path] = reason

    def _passed_by(self) -> None:
        """Merge the reasons of what stands as ours has it."""
        sides = (self.base, self.ours, self.theirs)
        for path in sorted({*self.base.reasons, *self.theirs.reasons} - self.seen):
            was, mine, yours = (side.reasons.get(path) for side in sides)
            if yours in (was, mine) or _inside(path, self.fates.contested):
                continue
            if all(exists(side, path) for side in sides) and (mark := _mark(path)) and mark.kind != "records":
                self._field(path, mark, *(get(side, path) for side in sides))
            elif (reason := _either(was, mine, yours)) is CLASHING:
                self._note(f"reasons[{path}]", *map(plain, (was, mine, yours)))
            else:
                self._reason(path, reason)

    def _once(self, plan: Plan) -> Plan:
        """Leave a record where ours has it that theirs has carried into another list; where is to be chosen."""
        seen: dict[str, str] = {}
        twice = [(path, item) for path, item in records(plan) if seen.setdefault(item.id, path) != path]
        for path, item in twice:
            extra = path if not exists(self.ours, path) else seen[item.id]
            if exists(plan, extra):
                where, _, key = extra.removesuffix("]").rpartition("[")
                self.places = [place for place in self.places if not place.path.endswith(f"[{key}]")]
                self._note(extra, plain(self.first.get(key)), None, plain(get(plan, extra)))
                rest = tuple(other for other in get(plan, where) if other.id != key)
                plan = applied(plan, (Set(where, plain(rest), None),))
        return plan

    def clash(self, plan: Plan, place: _Place) -> Clash:
        """Give a clash with the edits that take theirs."""
        return Clash(place.path, *place.values, edits=tuple(self._taking(plan, place)))

    def _taking(self, plan: Plan, place: _Place) -> Iterator[Edit]:
        path, theirs = place.path, place.values[2]
        if path.startswith("reasons["):
            yield Set(path, theirs, plain(get(plan, path)))
        elif path.endswith("]"):
            where, _, key = path.removesuffix("]").rpartition("[")
            yield from removing(plan, where, key) if theirs is None else self._back(plan, where, key)
        elif mark_at(path).kind == "records":
            yield from rearranged(plan, path, theirs)
        else:
            yield Set(path, theirs, plain(get(plan, path)))
            yield from asking_again(plan, path, theirs)
            reason = f"reasons[{path}]"
            was, now = plan.reasons.get(path), self.theirs.reasons.get(path)
            if was != now:
                yield Set(reason, plain(now), plain(was))

    def _back(self, plan: Plan, where: str, key: str) -> Iterator[Edit]:
        """Bring a record as theirs has it, with what pointed to it; it leaves the place where ours has it."""
        for path, item in records(plan):
            if item.id == key:
                yield from removing(plan, path.removesuffix("]").rpartition("[")[0], key)
        if not exists(plan, where):
            return
        items: tuple[Item, ...] = get(self.theirs, where)
        index = next(place for place, item in enumerate(items) if item.id == key)
        yield Add(where, plain(items[index]), items[index - 1].id if index else None)
        for path, mark, value in answers(self.theirs):
            if mark.kind in ("reference", "references") and exists(plan, path) and not below(path, f"{where}[{key}]"):
                yield from self._pointed(plan, path, key, value)

    def _pointed(self, plan: Plan, path: str, key: str, value: Any) -> Iterator[Edit]:
        now = get(plan, path)
        if isinstance(value, tuple):
            if key in value and key not in now:
                yield Set(path, [*now, key], list(now))
        elif value == key and now != key and (now is None or now == _found(self.base, path)):
            yield Set(path, key, now)


def _found(plan: Plan, path: str) -> Any:
    return get(plan, path) if exists(plan, path) else None


def _mark(path: str) -> Marks | None:
    try:
        return mark_at(path)
    except NoSuchPath:
        return None


def _inside(path: str, keys: set[str]) -> bool:
    """Tell whether a path leads into one of some records."""
    return any(part.partition("]")[0] in keys for part in path.split("[")[1:])


def _either(was: T, mine: T, yours: T) -> T | _Clashing:
    if yours in (was, mine):
        return mine
    return yours if mine == was else CLASHING


def _value(mark: Marks, was: Any, mine: Any, yours: Any) -> Any:
    """Merge a value: lists entry by entry, all others whole."""
    plainly = _either(was, mine, yours)
    if plainly is not CLASHING or mark.kind not in ("lines", "choices", "references"):
        return plainly
    sides: list[Sequence[str]] = [was, mine, yours]
    if any(len(set(side)) != len(side) for side in sides):
        return CLASHING
    one, other = set(mine), set(yours)
    # A line that both have taken away while each has put in one of its own is a line that both have rewritten.
    if mark.kind == "lines" and set(was) - one - other and one - other - set(was) and other - one - set(was):
        return CLASHING
    stay = {key for key in one | other if (key in one and key in other) or key not in was}
    orders = [[key for key in side if key in stay] for side in sides]
    order = ordered(*orders)
    return CLASHING if order is None else order


def _cleared(plan: Plan, gone: set[str]) -> Iterator[Edit]:
    """Clear what points to records that have gone."""
    for path, mark, value in answers(plan) if gone else ():
        if mark.kind == "reference" and value in gone:
            yield Set(path, None, value)
        elif mark.kind == "references" and not gone.isdisjoint(value):
            yield Set(path, [key for key in value if key not in gone], list(value))


def rearranged(plan: Plan, path: str, order: Sequence[str]) -> tuple[Edit, ...]:
    """Put the records of a list in another order; those it does not name stay behind their neighbours."""
    items: dict[str, Item] = {item.id: item for item in get(plan, path)}
    keys = ordered(list(items), list(items), [key for key in order if key in items])
    assert keys is not None
    changed = applied(plan, (Set(path, [plain(items[key]) for key in keys], None),))
    return difference(plan, changed)
