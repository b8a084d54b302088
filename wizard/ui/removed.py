"""Noticing that what looks like a CPR number was taken out of the plan, while the history still holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from schemas.checks.cpr import find_cpr
from schemas.paths import field_of
from wizard.document.edits import Remove, Set
from wizard.ui.commands.command import key_name
from wizard.ui.commands.limits import can
from wizard.ui.commands.past import Forget

if TYPE_CHECKING:
    from wizard.document.change import Change
    from wizard.document.edits import Edit
    from wizard.document.session import Session
    from wizard.ui.screens.main import MainScreen

RECENT = 300
"""Changes that are looked through for numbers that were taken out and not yet deleted for good."""
MOST = 3
"""Places that are offered."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out: the field or the record it stood in, and the numbers as they were written."""

    path: str
    numbers: tuple[str, ...]


def watch(main: MainScreen, session: Session) -> None:
    """Offer, in the line above the keys, to delete for good what was taken out here."""

    def offer(change: Change) -> None:
        ours = change.session == session.id and main.is_running
        if ours and taken_out(change) is not None and can(Forget, main):
            key = key_name(Forget.keys[0], main.words)
            main.tell(main.words("past.forget.offer", key=key))

    session.subscribe(offer)


def taken_out(change: Change) -> Removed | None:
    """Tell what a change took out that looks like a CPR number; None where it took out none."""
    return next(filter(None, map(_taken, change.edits)), None)


def recently(session: Session) -> tuple[Removed, ...]:
    """List what this author took out lately, the latest first, one a place."""
    found: dict[str, Removed] = {}
    for change in reversed(session.changes(session.seq - RECENT)):
        removed = taken_out(change) if change.author == session.author else None
        if removed is not None:
            earlier = found.get(removed.path)
            numbers = (*(earlier.numbers if earlier else ()), *removed.numbers)
            found[removed.path] = Removed(removed.path, tuple(dict.fromkeys(numbers)))
    return tuple(found.values())[:MOST]


def _taken(edit: Edit) -> Removed | None:
    if isinstance(edit, Set):
        before, after, path = edit.before, edit.value, field_of(edit.path)
    elif isinstance(edit, Remove):
        before, after, path = edit.item, None, f"{edit.list}[{edit.item.get('id')}]"
    else:
        return None
    left = set(_numbers(after))
    gone = {digits: text for digits, text in _numbers(before).items() if digits not in left}
    return Removed(path, tuple(gone.values())) if gone else None


def _numbers(value: Any) -> dict[str, str]:
    """Give the numbers in a plain value, however deep, as they are written, by their digits."""
    return {
        "".join(filter(str.isdigit, text[hit.start : hit.end])): text[hit.start : hit.end]
        for text in _texts(value)
        for hit in find_cpr(text)
    }


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
