"""How a value and its place in a plan are said on one line."""

from __future__ import annotations

from typing import Any

from schemas.fields import Item, Marks, marks
from schemas.language import Words
from schemas.paths import NoSuchPath, get, mark_at, parse, place
from schemas.plan import Plan
from schemas.specs import enumeration_of


def value_text(plan: Plan, mark: Marks, value: Any, words: Words) -> str:
    """Say a value as a reader would: a choice by its label, a reference by its record, a date in full.

    An empty value and a reference to a record that is gone give an empty text.
    """
    if value is None or value == () or value == "":
        return ""
    match mark.kind:
        case "choice":
            return words.choice(enumeration_of(mark).__name__, value)
        case "choices":
            return words.join([words.choice(enumeration_of(mark).__name__, one) for one in value])
        case "lines":
            return words.join(list(value))
        case "date":
            return words.date(value)
        case "reference":
            return referred(plan, mark, value, words)
        case "flag":
            return words("screens.yes" if value else "screens.no")
        case "records":
            return words.join([record_name(item, words) for item in value])
    return str(value)


def referred(plan: Plan, mark: Marks, key: str, words: Words) -> str:
    """Name the record a reference points to; empty where it is gone."""
    try:
        return record_name(get(plan, f"{mark.ask.to}[{key}]"), words)
    except NoSuchPath:
        return ""


def record_name(item: Item, words: Words) -> str:
    """Name a record by its first written field, else by its first choice."""
    written = [mark for mark in marks(type(item)) if mark.kind in ("line", "text")]
    chosen = [mark for mark in marks(type(item)) if mark.kind == "choice"]
    for mark in written:
        if text := str(getattr(item, mark.name)).strip():
            return text
    for mark in chosen:
        if (value := getattr(item, mark.name)) is not None:
            return words.choice(enumeration_of(mark).__name__, value)
    return ""


def part_of(path: str, words: Words) -> str:
    """Name the part of the plan that a path stands in: a component, the title block, the acute task."""
    return words.field("Plan", parse(path)[0][0])["label"]


def label_of(plan: Plan, path: str, words: Words) -> str:
    """Name the question at a path, and the record it belongs to: "Mål 2 · Ansvarlig"."""
    labels = []
    here = ""
    for name, key in parse(path):
        outside, here = here, f"{here}.{name}" if here else name
        mark = mark_at(here)
        label = words.field(mark.model.__name__, mark.name, place(outside))["label"]
        if key is not None:
            label += f" {_position(plan, here, key)}"
            here += f"[{key}]"
        labels.append(label)
    return " · ".join(labels[-2:] if len(labels) > 2 else labels[-1:])


def _position(plan: Plan, path: str, key: str) -> int:
    return [item.id for item in get(plan, path)].index(key) + 1
