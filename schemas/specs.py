"""The questions of a model with their words: what forms, checks, documents and the JSON Schema iterate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from .fields import Depth, Kind, Marks, Model, Visibility, bare, marks
from .language import Words


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One question, ready to be asked.

    place: the field's path without ids, such as `strategy.goals[].owner`.
    choices: (value, label) pairs of a closed list.
    fields: the questions inside a record or a group.
    """

    place: str
    name: str
    kind: Kind
    depth: Depth
    visibility: Visibility
    label: str
    question: str
    help: str
    example: str
    proposal: str
    choices: tuple[tuple[str, str], ...]
    to: str | None
    rows: int
    given: bool
    law: tuple[str, ...]
    most: int | None
    item: type[Model] | None
    fields: tuple[FieldSpec, ...]


def _choices(mark: Marks, words: Words) -> tuple[tuple[str, str], ...]:
    if not mark.choices:
        return ()
    enumeration = enumeration_of(mark).__name__
    return tuple((value, words.choice(enumeration, value)) for value in mark.choices)


def enumeration_of(mark: Marks) -> type[StrEnum]:
    """Give the closed list behind a choice."""
    annotation = bare(mark.model.model_fields[mark.name].annotation)
    return cast("type[StrEnum]", getattr(annotation, "__args__", (annotation,))[0])


def spec(mark: Marks, words: Words, place: str) -> FieldSpec:
    """Describe one field that stands at `place`."""
    said = words.field(mark.model.__name__, mark.name, place.rpartition(".")[0])
    inside = place + "[]" * (mark.kind == "records")
    ask = mark.ask
    return FieldSpec(
        place=place,
        name=mark.name,
        kind=mark.kind,
        depth=ask.depth,
        visibility=ask.visibility,
        label=said["label"],
        question=said.get("question", said["label"]),
        help=said.get("help", ""),
        example=said.get("example", ""),
        proposal=said.get("proposal", ""),
        choices=_choices(mark, words),
        to=ask.to,
        rows=ask.rows,
        given=ask.given,
        law=ask.law,
        most=ask.most,
        item=mark.item,
        fields=specs(mark.item, words, inside) if mark.item else (),
    )


def specs(model: type[Model], words: Words, place: str = "") -> tuple[FieldSpec, ...]:
    """Describe every question of a model, in its own order.

    place: where the model stands in the plan (`stakeholders.parties[]`); empty for the plan itself.
    """
    dot = f"{place}." if place else ""
    return tuple(spec(mark, words, dot + mark.name) for mark in marks(model))
