"""Where a value stands in a plan: `component.field` or `component.list[ID].field`, nested as needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from .fields import Item, Kind, Marks, Model, marks, walk_marks
from .plan import Plan

_SEGMENT = re.compile(r"([a-z_]+)(?:\[([a-z]-[0-9a-z]{8})\])?")
_KEY = re.compile(r"\[[^\]]*\]")
_BESIDE = re.compile(r"(reasons|acknowledged)\[(.+)\]")

Segment = tuple[str, str | None]
"""A field's name and, where it is one record of a list, the record's id."""


class NoSuchPath(LookupError):
    """A path that leads nowhere: it is malformed, or its record was removed."""


def parse(path: str) -> tuple[Segment, ...]:
    """Split a path into segments; `reasons[PATH]` and `acknowledged[PATH]` are one.

    Raises `NoSuchPath` where it is malformed.
    """
    if beside := _BESIDE.fullmatch(path):
        return ((beside[1], beside[2]),)
    segments: list[Segment] = []
    for part in path.split("."):
        if not (match := _SEGMENT.fullmatch(part)):
            raise NoSuchPath(path)
        segments.append((match[1], match[2]))
    return tuple(segments)


def is_beside(path: str) -> bool:
    """Tell whether a path leads to what is kept beside a field: a reason, or an acknowledgement."""
    return path.startswith(("reasons[", "acknowledged["))


def field_of(path: str) -> str:
    """Give the field that a reason or an acknowledgement belongs to; another path is itself."""
    return path[path.index("[") + 1 : path.rindex("]")] if is_beside(path) else path


def place(path: str) -> str:
    """Give a path without its ids: `strategy.goals[g-7k2q9xbd].text` stands at `strategy.goals[].text`."""
    return _KEY.sub("[]", path) if "[" in path else path


def parent(path: str) -> str:
    """Give the path of what a field stands in: `strategy.goals[g-7k2q9xbd]` for its `text`."""
    return path.rpartition(".")[0]


def below(path: str, top: str) -> bool:
    """Tell whether a path is `top` or stands inside it."""
    return path == top or path.startswith((f"{top}.", f"{top}["))


def step(value: Any, segment: Segment) -> Any:
    """Follow one segment from a model; raises `NoSuchPath` where it leads nowhere."""
    name, key = segment
    if not isinstance(value, Model) or name not in type(value).model_fields:
        raise NoSuchPath(name)
    found = getattr(value, name)
    if key is None:
        return found
    if isinstance(found, dict):
        return found.get(key)
    for item in found:
        if item.id == key:
            return item
    raise NoSuchPath(f"{name}[{key}]")


def get(plan: Plan, path: str) -> Any:
    """Give the value at a path; raises `NoSuchPath`. A reason or an acknowledgement that was not given is None."""
    value: Any = plan
    for segment in parse(path):
        value = step(value, segment)
    return value


def exists(plan: Plan, path: str) -> bool:
    """Tell whether a path leads to a value, be it empty."""
    try:
        get(plan, path)
    except NoSuchPath:
        return False
    return True


@cache
def _places() -> dict[str, Marks]:
    return dict(walk_marks(Plan))


def mark_at(path: str) -> Marks:
    """Give what the annotations say of the field at a path; raises `NoSuchPath`."""
    try:
        return _places()[place(path).removesuffix("[]")]
    except KeyError:
        raise NoSuchPath(path) from None


def answers(model: Model, path: str = "", kinds: tuple[Kind, ...] = get_args(Kind)) -> Iterator[tuple[str, Marks, Any]]:
    """Yield every answer below a model as (path, marks, value): single values, and the lists themselves.

    kinds: those that are asked for; what can hold none of them is not looked into.
    """
    for mark in _leading(type(model), kinds):
        here = f"{path}.{mark.name}" if path else mark.name
        value = getattr(model, mark.name)
        if mark.kind == "group":
            yield from answers(value, here, kinds)
            continue
        if mark.kind in kinds:
            yield here, mark, value
        if mark.kind == "records":
            for item in value:
                yield from answers(item, f"{here}[{item.id}]", kinds)


@cache
def _leading(model: type[Model], kinds: tuple[Kind, ...]) -> tuple[Marks, ...]:
    """List the fields of a model that are of some kinds or hold such fields."""
    return tuple(mark for mark in marks(model) if mark.kind in kinds or (mark.item and _leading(mark.item, kinds)))


def records(plan: Plan) -> Iterator[tuple[str, Item]]:
    """Yield every record of a plan with its path."""
    for path, _, items in answers(plan, kinds=("records",)):
        for item in items:
            yield f"{path}[{item.id}]", item


def is_empty(value: Any) -> bool:
    """Tell whether a value is no answer: nothing, blank text or an empty list."""
    return value is None or value == () or (isinstance(value, str) and not value.strip())
