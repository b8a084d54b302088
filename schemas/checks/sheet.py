"""A plan laid out for the checks: every answer once, in the plan's order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from ..fields import Marks, Model, marks
from ..organisation import Contact
from ..paths import is_empty
from ..plan import Plan, Reason

WORDED = ("line", "text", "lines")
"""Kinds whose answers somebody has written in words."""


class Entry(NamedTuple):
    """One answer.

    place: its path without ids, such as `measures.measures[].owner`.
    record: the path of the record the answer stands in, if it stands in one.
    empty: whether nothing was answered; a flag that is off is no answer.
    """

    path: str
    place: str
    mark: Marks
    value: Any
    record: str | None
    empty: bool

    @property
    def strings(self) -> tuple[str, ...]:
        """Give what somebody has written: the text, or the lines; nothing for choices and references."""
        if self.empty or self.mark.kind not in WORDED:
            return ()
        return (self.value,) if isinstance(self.value, str) else tuple(self.value)


def _entries(model: Model, path: str, place: str, record: str | None) -> list[Entry]:
    """List every answer below a model, as `paths.answers` does; paths and places are made on the way, not parsed."""
    found: list[Entry] = []
    before, above = (f"{path}.", f"{place}.") if path else ("", "")
    for mark in marks(type(model)):
        here, spot = before + mark.name, above + mark.name
        value = getattr(model, mark.name)
        if mark.kind == "group":
            found += _entries(value, here, spot, None)
            continue
        found.append(Entry(here, spot, mark, value, record, value is False or is_empty(value)))
        if mark.kind == "records":
            for item in value:
                at = f"{here}[{item.id}]"
                found += _entries(item, at, f"{spot}[]", at)
    return found


@dataclass(frozen=True)
class Sheet:
    """What every family of checks reads: the plan, the day it is read, and its answers."""

    plan: Plan
    today: date

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """List every answer of the plan in its order."""
        return tuple(_entries(self.plan, "", "", None))

    @cached_property
    def written(self) -> tuple[Entry, ...]:
        """List the answers that somebody has written in words."""
        return tuple(entry for entry in self.entries if not entry.empty and entry.mark.kind in WORDED)

    @cached_property
    def order(self) -> dict[str, int]:
        """Number every path of the plan; a record and a part stand where their first answer stands."""
        numbers: dict[str, int] = {}
        for number, entry in enumerate(self.entries):
            numbers.setdefault(entry.path, number)
            if entry.record in numbers:
                continue  # and so is whatever it stands in
            for path in above(entry.path):
                numbers.setdefault(path, number)
        return numbers

    @cached_property
    def answered(self) -> frozenset[str]:
        """List the paths of the fields that are answered."""
        return frozenset(entry.path for entry in self.entries if not entry.empty)

    @cached_property
    def contacts(self) -> dict[str, Contact]:
        """List the register of roles by id."""
        return {contact.id: contact for contact in self.plan.organisation.contacts}

    def reason(self, path: str) -> Reason | None:
        """Give the reason for passing a field by, its own or that of what it stands in."""
        reasons = self.plan.reasons
        if not reasons:
            return None
        return reasons.get(path) or self._reason_above(next(above(path), ""))

    @cached_property
    def _reasons(self) -> dict[str, Reason | None]:
        return {}

    def _reason_above(self, path: str) -> Reason | None:
        """Give the reason of what a field stands in; the many fields of a record ask for the same."""
        if path not in self._reasons:
            found = (self.plan.reasons.get(here) for here in (path, *above(path)))
            self._reasons[path] = next((reason for reason in found if reason is not None), None)
        return self._reasons[path]


def above(path: str) -> Iterator[str]:
    """Yield the paths of what a path stands in, the nearest first: record, list, group, part."""
    while (cut := max(path.rfind("."), path.rfind("["))) > 0:
        path = path[:cut]
        yield path
