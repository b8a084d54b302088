"""What differs between two plans: records that came, went, changed or moved, and the fields that changed in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic_core import to_jsonable_python

from .fields import Item, Marks, Model, marks
from .matching import ids, pairs
from .plan import Plan

_KEY = re.compile(r"\[([^\]]*)\]")


class Way(StrEnum):
    """How two plans differ at one place."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference.

    path: where it stands in the new plan, `measures.measures[m-7k2q9xbd].owner`; of a record that was removed: the
    list in the new plan, with the id from the old one. before, after: the values or records; None where there is none.
    """

    way: Way
    path: str
    before: Any = None
    after: Any = None

    @property
    def part(self) -> str:
        """Give the part of the plan it stands in, such as `measures`; of a reason that of the field it is for."""
        return self.path.removeprefix("reasons[").partition(".")[0]

    def plain(self) -> dict[str, Any]:
        """Give the difference as JSON values; a record without what it leaves open."""
        return {"way": self.way.value, "path": self.path, "before": _plain(self.before), "after": _plain(self.after)}


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return value.model_dump(mode="json", exclude_defaults=True)
    return to_jsonable_python(value)


def compare(old: Plan, new: Plan) -> tuple[Difference, ...]:
    """Find what differs between two plans, in the plan's order; the stamp of the file is left alone.

    Records are known by their ids, and by their names where the ids do not fit, as in a plan that was typed anew; a
    reference to the same record is no difference though its id may be another one.
    """
    same = ids(old, new)
    return (*_models(old, new, "", same), *_reasons(old, new, same))


def _models(old: Model, new: Model, path: str, same: dict[str, str]) -> Iterator[Difference]:
    for mark in marks(type(old)):
        here = f"{path}.{mark.name}" if path else mark.name
        before, after = getattr(old, mark.name), getattr(new, mark.name)
        if mark.kind == "group":
            yield from _models(before, after, here, same)
        elif mark.kind == "records":
            yield from _lists(before, after, here, same)
        elif _known(mark, before, same) != after:
            yield Difference(Way.CHANGED, here, before, after)


def _known(mark: Marks, value: Any, same: dict[str, str]) -> Any:
    """Give a reference as the new plan writes it."""
    if mark.kind == "reference":
        return same.get(value, value)
    return tuple(same.get(one, one) for one in value) if mark.kind == "references" else value


def _lists(old: tuple[Item, ...], new: tuple[Item, ...], path: str, same: dict[str, str]) -> Iterator[Difference]:
    matched = pairs(old, new)
    kept = {before.id for before, _ in matched}
    partner = {after.id: before for before, after in matched}
    place_of = {item.id: place for place, item in enumerate(old)}
    moved = _moved([place_of[before.id] for before, _ in matched])
    strayed = {matched[place][1].id for place in moved}
    for item in new:
        here = f"{path}[{item.id}]"
        if (before := partner.get(item.id)) is None:
            yield Difference(Way.ADDED, here, after=item)
            continue
        if item.id in strayed:
            yield Difference(Way.MOVED, here, before, item)
        yield from _models(before, item, here, same)
    yield from (Difference(Way.REMOVED, f"{path}[{item.id}]", before=item) for item in old if item.id not in kept)


def _moved(order: Sequence[int]) -> list[int]:
    """Give the places of the fewest numbers that must move for a row of different numbers to rise."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(order):
        length = bisect_left(ends, number)
        ends[length:] = [number, *ends[length + 1 :]]
        before.append(last[length - 1] if length else None)
        last[length:] = [place, *last[length + 1 :]]
    stays: set[int] = set()
    step = last[-1] if last else None
    while step is not None:
        stays.add(step)
        step = before[step]
    return [place for place in range(len(order)) if place not in stays]


def _reasons(old: Plan, new: Plan, same: dict[str, str]) -> Iterator[Difference]:
    earlier = {_renamed(path, same): reason for path, reason in old.reasons.items()}
    for path in dict.fromkeys((*earlier, *new.reasons)):
        before, after = earlier.get(path), new.reasons.get(path)
        if before != after:
            way = Way.CHANGED if before and after else Way.ADDED if after else Way.REMOVED
            yield Difference(way, f"reasons[{path}]", before, after)


def _renamed(path: str, same: dict[str, str]) -> str:
    """Give the path of the same field in the new plan."""
    return _KEY.sub(lambda found: f"[{same.get(found[1], found[1])}]", path)
