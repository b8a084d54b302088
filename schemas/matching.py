"""Which record of one plan is which record of another: by id, and by name where ids say nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeVar

from .fields import Item, Model, marks

ItemT = TypeVar("ItemT", bound=Item)
Pair = tuple[Item, Item]


def named(item: Item) -> str:
    """Give the first words of a record, in small letters and single spaces; empty where it has none."""
    for mark in marks(type(item)):
        value = getattr(item, mark.name)
        if mark.kind in ("line", "text") and value.strip():
            return " ".join(value.casefold().split())
    return ""


def pairs(old: tuple[ItemT, ...], new: tuple[ItemT, ...]) -> tuple[tuple[ItemT, ItemT], ...]:
    """Pair the records of two lists, in the new list's order; those without a counterpart are left out.

    A record keeps its id for life, so the same id is the same record. Rows written by hand have ids of their place in
    the file: there a name that stands once in each list tells more than the id, which may be the neighbour's.
    """
    found: dict[int, ItemT] = {}
    taken: set[int] = set()
    for key in (lambda item: (item.id, named(item)), _unique_name(old, new), lambda item: item.id):
        _match(old, new, key, found, taken)
    return tuple((found[place], item) for place, item in enumerate(new) if place in found)


def _unique_name(old: tuple[Item, ...], new: tuple[Item, ...]) -> Callable[[Item], object]:
    """Give what tells a record by its name, where no other record of its list bears that name."""
    often = {name for items in (old, new) for name, count in Counter(map(named, items)).items() if count > 1}
    return lambda item: None if (name := named(item)) in often else name


def _match(
    old: tuple[ItemT, ...],
    new: tuple[ItemT, ...],
    key: Callable[[Item], object],
    found: dict[int, ItemT],
    taken: set[int],
) -> None:
    """Pair those records that are not paired yet and have the same key; an empty key is none."""
    free = {key(item): place for place, item in enumerate(old) if place not in taken}
    for place, item in enumerate(new):
        wanted = key(item)
        if place not in found and wanted and wanted in free:
            taken.add(free[wanted])
            found[place] = old[free.pop(wanted)]


def ids(old: Model, new: Model) -> dict[str, str]:
    """Give, for every record of the old model that the new one has too, its id there."""
    return dict(_ids(old, new))


def _ids(old: Model, new: Model) -> Iterator[tuple[str, str]]:
    for mark in marks(type(old)):
        before, after = getattr(old, mark.name), getattr(new, mark.name)
        if mark.kind == "group":
            yield from _ids(before, after)
        elif mark.kind == "records":
            for one, other in pairs(before, after):
                yield one.id, other.id
                yield from _ids(one, other)
