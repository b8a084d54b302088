"""A change in words: what `history` lists and what the wizard says after an undo."""

from __future__ import annotations

from pydantic import ValidationError

from schemas.describing import name_of, record_at, shortened, shown, where
from schemas.fields import Item
from schemas.language import Words
from schemas.paths import mark_at, parse
from schemas.plan import Plan

from .change import Change
from .edits import Add, Edit, Remove, Set


def described(change: Change, plan: Plan, words: Words) -> tuple[str, ...]:
    """Say what a change did, one sentence an edit; `plan` names the records and roles that still stand."""
    return tuple(_edit(edit, plan, words) for edit in change.edits)


def _edit(edit: Edit, plan: Plan, words: Words) -> str:
    if isinstance(edit, Set):
        return _set(edit, plan, words)
    place = where(edit.list, plan, words)
    if isinstance(edit, Add | Remove):
        kind = "add" if isinstance(edit, Add) else "remove"
        return words(f"document.edit.{kind}", where=place, name=_named(edit, plan, words))
    return words("document.edit.move", where=place, name=record_at(f"{edit.list}[{edit.id}]", plan, words))


def _named(edit: Add | Remove, plan: Plan, words: Words) -> str:
    """Name a record that came or went, which need not stand in the plan."""
    model = mark_at(edit.list).item
    try:
        item = model.model_validate(edit.item) if model else None
    except ValidationError:
        item = None
    return name_of(item, plan, words) if isinstance(item, Item) else words("document.edit.unnamed")


def _set(edit: Set, plan: Plan, words: Words) -> str:
    (name, key), *_ = parse(edit.path)
    if name == "reasons":
        place = where(str(key), plan, words)
        if edit.value is None:
            return words("document.edit.reason_gone", where=place)
        state = edit.value.get("state", "skipped")
        return words(f"document.edit.{state}", where=place, reason=shortened(edit.value.get("reason", "")))
    if name == "acknowledged":
        said = "acknowledged" if edit.value else "acknowledged_gone"
        return words(f"private.{said}", where=where(str(key), plan, words))
    place = where(edit.path, plan, words)
    if edit.value in (None, "", []):
        return words("document.edit.cleared", where=place)
    value = shortened(shown(mark_at(edit.path), edit.value, plan, words))
    return words("document.edit.set", where=place, value=value)
