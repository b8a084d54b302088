"""What becomes of a process's own work once something was removed from the plan and its past for good."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from schemas.paths import NoSuchPath, get
from schemas.plan import Plan

from .change import Change
from .edits import Edit, Remove, Set, plain

EPOCH = "epoch"
"""The line in the history that becomes another one whenever something was removed for good."""


def renewed(change: Change, old: Plan, new: Plan) -> Change:
    """Give a change that waits as it would have been made upon the plan without what was removed."""
    return replace(change, edits=tuple(_fitted(edit, old, new) for edit in change.edits))


def _fitted(edit: Edit, old: Plan, new: Plan) -> Edit:
    try:
        if isinstance(edit, Set) and plain(get(old, edit.path)) == edit.before:
            return Set(edit.path, edit.value, plain(get(new, edit.path)))
        if isinstance(edit, Remove):
            here = f"{edit.list}[{edit.item['id']}]"
            if plain(get(old, here)) == edit.item:
                return Remove(edit.list, plain(get(new, here)), edit.after)
    except NoSuchPath:
        pass
    return edit


def typed(change: Change, path: str, value: Any) -> Change:
    """Give a change with the value that the draft it was made of has now."""
    edits = (replace(one, value=value) if isinstance(one, Set) and one.path == path else one for one in change.edits)
    return replace(change, edits=tuple(edits))
