"""How a field of the plan describes itself, and how everyone else reads that description."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator
from pydantic.fields import FieldInfo

from .dates import read_date
from .texts import TEXT_LIMIT

Depth = Literal["core", "full"]
Visibility = Literal["public", "internal", "flagged"]
Kind = Literal[
    "line", "text", "choice", "choices", "flag", "number", "date", "reference", "references", "lines", "records",
    "group",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ask:
    """Marks a field as a question of the wizard.

    depth: `core` is the short way through a plan, `full` the rest.
    visibility: `public`, `internal`, or `flagged` (public where the record's own `public` flag is set).
    to: path of the list that one reference or several point to, such as `strategy.goals`.
    rows: how many records the short way asks for in a list of records.
    given: filled in by the starter plan, so that the room is not asked.
    law: ids of rows of the law table that stand behind the question.
    most: the most characters a good answer has (a hint; nothing is cut).
    """

    depth: Depth = "core"
    visibility: Visibility = "internal"
    to: str | None = None
    rows: int = 0
    given: bool = False
    law: tuple[str, ...] = ()
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Hidden:
    """Marks a field that the program keeps for itself and nobody is asked about."""


@dataclass(frozen=True, slots=True)
class Long:
    """Marks a string that may run over several lines."""


Line = Annotated[str, StringConstraints(max_length=TEXT_LIMIT)]
Text = Annotated[str, Long(), StringConstraints(max_length=TEXT_LIMIT)]
Day = Annotated[date, BeforeValidator(read_date)]
ItemId = Annotated[str, StringConstraints(pattern=r"^([a-z]-[0-9a-z]{8})?$")]


class Model(BaseModel):
    """A frozen part of a plan. Every field has a default, so that a draft is always valid."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_nulls(cls, data: Any) -> Any:
        """Read an empty YAML value (`title:`) as the field's default.

        An unknown key stays and is refused, empty or not: an unquoted comma in `{reason: later, if at all}` makes one.
        """
        if isinstance(data, dict):
            return {key: value for key, value in data.items() if value is not None or key not in cls.model_fields}
        return data


class Item(Model):
    """A record in a list, known by its id (`m-7k2q9xbd` for a measure)."""

    id: Annotated[ItemId, Hidden()] = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the annotations of one field say, without its words."""

    model: type[Model]
    name: str
    kind: Kind
    ask: Ask
    choices: tuple[str, ...] = ()
    item: type[Model] | None = None


def bare(annotation: Any) -> Any:
    """Strip `Annotated` and `| None` from an annotation."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        rest = [arg for arg in get_args(annotation) if arg is not type(None)]
        return bare(rest[0])
    return annotation


def _kind(field: FieldInfo, ask: Ask) -> tuple[Kind, Any]:
    """Tell a field's kind and its innermost type."""
    outer = bare(field.annotation)
    if get_origin(outer) is tuple:
        inner = bare(get_args(outer)[0])
        if issubclass(inner, StrEnum):
            return "choices", inner
        if ask.to is not None:
            return "references", inner
        return ("records" if issubclass(inner, Model) else "lines"), inner
    if issubclass(outer, Model):
        return "group", outer
    if issubclass(outer, StrEnum):
        return "choice", outer
    if ask.to is not None:
        return "reference", outer
    if outer is str:
        return ("text" if any(isinstance(mark, Long) for mark in field.metadata) else "line"), outer
    return {"bool": "flag", "int": "number", "date": "date"}[outer.__name__], outer  # type: ignore[return-value]


@cache
def marks(model: type[Model]) -> tuple[Marks, ...]:
    """List the questions of a model in its own order; a field with neither `Ask` nor `Hidden` is an error."""
    found: list[Marks] = []
    for name, field in model.model_fields.items():
        ask = next((mark for mark in field.metadata if isinstance(mark, Ask)), None)
        if ask is None:
            if not any(isinstance(mark, Hidden) for mark in field.metadata):
                raise TypeError(f"{model.__name__}.{name} has neither Ask nor Hidden")
            continue
        kind, inner = _kind(field, ask)
        choices = tuple(choice.value for choice in inner) if kind in ("choice", "choices") else ()
        item = inner if kind in ("records", "group") else None
        found.append(Marks(model, name, kind, ask, choices, item))
    return tuple(found)


def walk_marks(model: type[Model], place: str = "") -> Iterator[tuple[str, Marks]]:
    """Yield every question below a model with its place, such as `stakeholders.parties[].name`."""
    for mark in marks(model):
        here = f"{place}.{mark.name}" if place else mark.name
        yield here, mark
        if mark.item is not None:
            yield from walk_marks(mark.item, here + "[]" * (mark.kind == "records"))
