"""The edits that lead from one plan to another: how a file that was changed elsewhere enters the log."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.fields import Item, Model, marks
from schemas.plan import Plan

from .edits import Add, Edit, Move, Remove, Set, plain


def difference(old: Plan, new: Plan) -> tuple[Edit, ...]:
    """Give edits that turn one plan into another, record by record; the stamp of the file is left alone."""
    return (*_models(old, new, ""), *_beside(old, new))


def _models(old: Model, new: Model, path: str) -> Iterator[Edit]:
    for mark in marks(type(old)):
        here = f"{path}.{mark.name}" if path else mark.name
        before, after = getattr(old, mark.name), getattr(new, mark.name)
        if before == after:
            continue
        if mark.kind == "group":
            yield from _models(before, after, here)
        elif mark.kind == "records":
            yield from _lists(before, after, here)
        else:
            yield Set(here, plain(after), plain(before))


def _lists(old: tuple[Item, ...], new: tuple[Item, ...], path: str) -> Iterator[Edit]:
    wanted = {item.id for item in new}
    order: list[str] = []
    for item in old:
        if item.id in wanted:
            order.append(item.id)
        else:
            yield Remove(path, plain(item), order[-1] if order else None)
    yield from _arranged(order, {item.id: item for item in old}, new, path)


def _arranged(order: list[str], old: dict[str, Item], new: tuple[Item, ...], path: str) -> Iterator[Edit]:
    """Add, move and change records from the first to the last; `order` is how they stand meanwhile."""
    for index, item in enumerate(new):
        after = new[index - 1].id if index else None
        if item.id not in old:
            yield Add(path, plain(item), after)
            order.insert(index, item.id)
            continue
        if order[index] != item.id:
            place = order.index(item.id)
            yield Move(path, item.id, after, order[place - 1])
            order.insert(index, order.pop(place))
        yield from _models(old[item.id], item, f"{path}[{item.id}]")


def _beside(old: Plan, new: Plan) -> Iterator[Edit]:
    """Give what differs of what is kept beside the fields: reasons and acknowledgements."""
    for name in ("reasons", "acknowledged"):
        were, are = getattr(old, name), getattr(new, name)
        for path in sorted({*were, *are}):
            before, after = were.get(path), are.get(path)
            if before != after:
                yield Set(f"{name}[{path}]", plain(after), plain(before))
