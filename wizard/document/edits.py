"""The four ways a plan changes. Pure: each takes a plan and gives the next one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import ValidationError
from pydantic_core import to_jsonable_python

from schemas.fields import Item, Model
from schemas.paths import NoSuchPath, Segment, is_beside, mark_at, parse
from schemas.plan import Plan, Reason
from schemas.texts import fit


class WrongType(ValueError):
    """A value that the field at this path cannot hold."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path


@dataclass(frozen=True, slots=True)
class Set:
    """Put a value at a path; `before` is what stood there. Both are plain JSON values; None empties the field."""

    path: str
    value: Any
    before: Any


@dataclass(frozen=True, slots=True)
class Add:
    """Put a record into a list, after the record `after`, or first where that is None."""

    list: str
    item: dict[str, Any]
    after: str | None


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a record out of a list; `item` and `after` are what is needed to put it back."""

    list: str
    item: dict[str, Any]
    after: str | None


@dataclass(frozen=True, slots=True)
class Move:
    """Put a record of a list after another one; `before_after` is the one it stood after."""

    list: str
    id: str
    after: str | None
    before_after: str | None


Edit: TypeAlias = Set | Add | Remove | Move
_KINDS: dict[str, type[Edit]] = {"set": Set, "add": Add, "remove": Remove, "move": Move}


def plain(value: Any) -> Any:
    """Give a value of the plan as plain JSON: dates as text, records without what they leave open."""
    if isinstance(value, Model):
        return value.model_dump(mode="json", exclude_defaults=True)
    return to_jsonable_python(value)


def typed(model: type[Model], name: str, value: Any, path: str) -> Any:
    """Give a plain value as the type of a model's field; raises `WrongType`."""
    try:
        return getattr(model.model_validate({name: value}), name)
    except ValidationError as error:
        raise WrongType(path, str(error.errors()[0]["type"])) from None


def fitted(value: Any) -> Any:
    """Give a plain value with every text in it as a plan file can hold it."""
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, list | tuple):
        return [fitted(part) for part in value]
    return {key: fitted(part) for key, part in value.items()} if isinstance(value, dict) else value


def normal(path: str, value: Any) -> Any:
    """Give a plain value in the one form the log keeps it in; raises `WrongType` and `NoSuchPath`."""
    mark = mark_at(path)
    return plain(typed(mark.model, mark.name, fitted(value), path))


def record(path: str, values: dict[str, Any]) -> Item:
    """Make a record of the list at a path; raises `WrongType`."""
    model = mark_at(path).item
    if model is None or not issubclass(model, Item):
        raise NoSuchPath(path)
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise WrongType(path, str(error.errors()[0]["type"])) from None


def _rebuilt(model: Model, segments: tuple[Segment, ...], change: Callable[[Model, str], Any]) -> Model:
    """Copy the models along a path; `change` gives the new value of the last field."""
    (name, key), rest = segments[0], segments[1:]
    if name not in type(model).model_fields:
        raise NoSuchPath(name)
    value = getattr(model, name)
    if not rest:
        return model.model_copy(update={name: change(model, name)})
    if key is None:
        return model.model_copy(update={name: _rebuilt(value, rest, change)})
    index = position(value, key)
    items = (*value[:index], _rebuilt(value[index], rest, change), *value[index + 1 :])
    return model.model_copy(update={name: items})


def position(items: tuple[Item, ...], key: str) -> int:
    """Give the place of a record in its list; raises `NoSuchPath`."""
    for index, item in enumerate(items):
        if item.id == key:
            return index
    raise NoSuchPath(key)


def _put(items: tuple[Item, ...], item: Item, after: str | None) -> tuple[Item, ...]:
    """Insert after a record; first for None, last where that record is gone."""
    if after is None:
        return (item, *items)
    index = next((place for place, other in enumerate(items, 1) if other.id == after), len(items))
    return (*items[:index], item, *items[index:])


def _set_beside(plan: Plan, name: str, path: str, value: Any) -> Plan:
    rest = {key: other for key, other in getattr(plan, name).items() if key != path}
    if value is not None:
        rest[path] = Reason.model_validate(value) if name == "reasons" else str(value)
    return plan.model_copy(update={name: rest})


def apply(plan: Plan, edit: Edit) -> Plan:
    """Give the plan after an edit; only the models along its path are rebuilt.

    Raises `NoSuchPath` where the path or the record is gone and `WrongType` where a value does not fit.
    """
    if isinstance(edit, Set):
        segments = parse(edit.path)
        if is_beside(edit.path):
            return _set_beside(plan, segments[0][0], str(segments[0][1]), edit.value)
        path, value = edit.path, edit.value
        return _plan(plan, segments, lambda model, name: typed(type(model), name, value, path))
    return _plan(plan, parse(edit.list), lambda model, name: _relisted(getattr(model, name), edit))


def _plan(plan: Plan, segments: tuple[Segment, ...], change: Callable[[Model, str], Any]) -> Plan:
    rebuilt = _rebuilt(plan, segments, change)
    assert isinstance(rebuilt, Plan)
    return rebuilt


def _relisted(items: tuple[Item, ...], edit: Add | Remove | Move) -> tuple[Item, ...]:
    if isinstance(edit, Add):
        if any(item.id == edit.item.get("id") for item in items):
            raise NoSuchPath(edit.list)
        return _put(items, record(edit.list, edit.item), edit.after)
    key = edit.id if isinstance(edit, Move) else str(edit.item.get("id"))
    index = position(items, key)
    rest = (*items[:index], *items[index + 1 :])
    return _put(rest, items[index], edit.after) if isinstance(edit, Move) else rest


def inverse(edit: Edit) -> Edit:
    """Give the edit that takes another one back."""
    match edit:
        case Set(path, value, before):
            return Set(path, before, value)
        case Add(where, item, after):
            return Remove(where, item, after)
        case Remove(where, item, after):
            return Add(where, item, after)
        case Move(where, key, after, before_after):
            return Move(where, key, before_after, after)


def touched(edit: Edit) -> str:
    """Give the path an edit changes: the field, or the record that comes, goes or moves."""
    match edit:
        case Set(path):
            return path
        case Move(where, key):
            return f"{where}[{key}]"
        case Add(where, item) | Remove(where, item):
            return f"{where}[{item['id']}]"


def to_json(edit: Edit) -> list[Any]:
    """Give an edit as the log keeps it: its kind, then its parts in their order."""
    name = type(edit).__name__.lower()
    return [name, *(getattr(edit, part) for part in type(edit).__slots__)]


def from_json(data: list[Any]) -> Edit:
    """Read an edit from the log."""
    kind, *parts = data
    return _KINDS[kind](*parts)
