"""Tells what in a plan file does not fit a plan, from what Pydantic found."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from schemas.plan import Plan
from schemas.specs import enumeration_of
from schemas.texts import shown

from .places import mark_of, model_at
from .trouble import BrokenFile, Location, Spot

if TYPE_CHECKING:
    from pydantic import ValidationError

_KEYS = {
    "string_type": "wrong_text",
    "string_unicode": "wrong_text",
    "string_pattern_mismatch": "wrong_id",
    "tuple_type": "wrong_list",
    "model_type": "wrong_group",
    "model_attributes_type": "wrong_group",
    "dict_type": "wrong_group",
    "value_error": "wrong_date",
}


def misfit(error: ValidationError, spots: Mapping[Location, Spot]) -> BrokenFile:
    """Describe the first misfit of a file, by its line, and count the others."""
    found = [
        (_nearest(detail["loc"], spots), detail) for detail in error.errors(include_url=False, include_context=False)
    ]
    spot, detail = min(found, key=lambda pair: pair[0].line or 0)
    return _describe(detail, spot, len(found) - 1)


def _nearest(location: Location, spots: Mapping[Location, Spot]) -> Spot:
    for length in range(len(location), 0, -1):
        if spot := spots.get(location[:length]):
            return Spot(spot.line, spot.column, location)
    return Spot(field=location)


def _describe(detail: Any, spot: Spot, more: int) -> BrokenFile:
    kind, found = detail["type"], _said(detail["input"])
    if kind == "extra_forbidden":
        return _unknown(spot, more)
    if kind == "enum":
        return BrokenFile("wrong_choice", spot, more, found=found, choices=_closed_list(spot.field))
    for start, key in (("bool", "wrong_flag"), ("int", "wrong_number"), ("date", "wrong_time")):
        if kind.startswith(start):
            return BrokenFile(key, spot, more, found=found)
    return BrokenFile(_KEYS.get(kind, "wrong_value"), spot, more, found=found)


def _unknown(spot: Spot, more: int) -> BrokenFile:
    """Name an unknown key, and the known one it looks like."""
    *top, key = spot.field
    spot = Spot(spot.line, spot.column, tuple(top))
    model = model_at(tuple(top)) or Plan
    near = difflib.get_close_matches(str(key)[:80], list(model.model_fields), n=1)
    if near:
        return BrokenFile("unknown_key_near", spot, more, found=shown(str(key)), near=near[0])
    return BrokenFile("unknown_key", spot, more, found=shown(str(key)))


def _closed_list(location: Location) -> dict[str, tuple[str, ...]]:
    names = [key for key in location if isinstance(key, str)]
    mark = mark_of(model_at(tuple(names[:-1])), names[-1])
    return {enumeration_of(mark).__name__: mark.choices} if mark else {"Unanswered": ("skipped", "irrelevant")}


def _said(value: Any) -> str:
    """Show what was found, shortened; a list or a group is shown as its kind of brackets."""
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, list):
        return "[…]" if value else "[]"
    return shown("" if value is None else str(value))
