"""Names a place in a plan file as its reader knows it: "Strategi og vision › Mål 2 › Frist"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from schemas.fields import Marks, Model, marks
from schemas.language import MissingWords
from schemas.plan import Plan
from schemas.texts import shown

if TYPE_CHECKING:
    from schemas.language import Words

    from .trouble import Location


def model_at(location: Location) -> type[Model] | None:
    """Give the kind of record or part that stands at a location; None where it leads to something else."""
    model: type[Model] | None = Plan
    for key in location:
        if isinstance(key, str):
            mark = mark_of(model, key)
            model = mark.item if mark else None
    return model


def mark_of(model: type[Model] | None, name: str) -> Marks | None:
    """Give what a model's annotations say of one of its questions; None where it asks none of that name."""
    return next((mark for mark in marks(model) if mark.name == name), None) if model else None


def readable(location: Location, words: Words) -> str:
    """Write a location in labels, positions counted from 1; what has no label keeps the file's own name."""
    parts: list[str] = []
    model: type[Model] | None = Plan
    place = ""
    for key in location:
        if isinstance(key, int):
            parts[-1:] = [f"{parts[-1]} {key + 1}"] if parts else [str(key + 1)]
            continue
        mark = mark_of(model, key)
        parts.append(_label(mark, words, place) if mark else shown(key, 40))
        place = f"{place}.{key}" if place else key
        place += "[]" * bool(mark and mark.kind == "records")
        model = mark.item if mark else None
    return " › ".join(parts)


def _label(mark: Marks, words: Words, place: str) -> str:
    try:
        return words.field(mark.model.__name__, mark.name, place)["label"]
    except (MissingWords, KeyError):
        return mark.name


def choices(found: Mapping[str, tuple[str, ...]], words: Words) -> list[str]:
    """List the values of a closed list as a file writes them, each with its label, by the list's name."""
    return [
        f"{value} ({words.choice(name, value)})" if words.has(f"choices.{name}.{value}") else value
        for name, values in found.items()
        for value in values
    ]
