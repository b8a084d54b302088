"""A change in words: what `history` lists and what the wizard says after an undo."""

from __future__ import annotations

from datetime import date
from typing import Any

from schemas.fields import Marks
from schemas.language import Words
from schemas.paths import NoSuchPath, get, mark_at, parse
from schemas.plan import Plan
from schemas.specs import enumeration_of

from .change import Change
from .edits import Add, Edit, Remove, Set

SHORT = 60
"""Characters of a value that a line shows."""


def described(change: Change, plan: Plan, words: Words) -> tuple[str, ...]:
    """Say what a change did, one sentence an edit; `plan` names the records and roles that still stand."""
    return tuple(_edit(edit, plan, words) for edit in change.edits)


def where(path: str, plan: Plan, words: Words) -> str:
    """Name the place of a path as people would: "Strategi og vision › Mål »Alle skoler …« › Frist"."""
    names: list[str] = []
    model, here = "Plan", ""
    for name, key in parse(path):
        names.append(words.field(model, name, here)["label"])
        here = f"{here}.{name}" if here else name
        if key is not None:
            here += f"[{key}]"
            names[-1] += " " + words("document.edit.quoted", name=_record(here, plan, words))
        mark = mark_at(here)
        model = mark.item.__name__ if mark.item else model
    return " › ".join(names)


def _record(path: str, plan: Plan, words: Words) -> str:
    try:
        return name_of(get(plan, path).model_dump(mode="json"), words)
    except NoSuchPath:
        return words("document.edit.gone")


def name_of(item: dict[str, Any], words: Words) -> str:
    """Name a record by its first answer in words."""
    for name in ("name", "role", "title", "text", "source"):
        if item.get(name):
            return shortened(str(item[name]))
    return words("document.edit.unnamed")


def shortened(text: str) -> str:
    """Cut a text to one short line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else line[: SHORT - 1].rstrip() + "…"


def _edit(edit: Edit, plan: Plan, words: Words) -> str:
    if isinstance(edit, Set):
        return _set(edit, plan, words)
    place = where(edit.list, plan, words)
    if isinstance(edit, Add | Remove):
        kind = "add" if isinstance(edit, Add) else "remove"
        return words(f"document.edit.{kind}", where=place, name=name_of(edit.item, words))
    return words("document.edit.move", where=place, name=_record(f"{edit.list}[{edit.id}]", plan, words))


def _set(edit: Set, plan: Plan, words: Words) -> str:
    (name, key), *_ = parse(edit.path)
    if name == "reasons":
        place = where(str(key), plan, words)
        if edit.value is None:
            return words("document.edit.reason_gone", where=place)
        state = edit.value.get("state", "skipped")
        return words(f"document.edit.{state}", where=place, reason=shortened(edit.value.get("reason", "")))
    place = where(edit.path, plan, words)
    if edit.value in (None, "", []):
        return words("document.edit.cleared", where=place)
    return words("document.edit.set", where=place, value=shown(mark_at(edit.path), edit.value, plan, words))


def shown(mark: Marks, value: Any, plan: Plan, words: Words) -> str:
    """Write a plain value as people read it: a choice by its label, a reference by its name, a date in words."""
    if mark.kind == "choice":
        return words.choice(enumeration_of(mark).__name__, value)
    if mark.kind == "choices":
        return words.join([words.choice(enumeration_of(mark).__name__, one) for one in value])
    if mark.kind == "date":
        return words.date(date.fromisoformat(value))
    if mark.kind == "reference":
        return _record(f"{mark.ask.to}[{value}]", plan, words)
    if mark.kind == "flag":
        return words("document.yes" if value else "document.no")
    return shortened(" · ".join(value) if isinstance(value, list) else str(value))
