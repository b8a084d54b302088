"""The past of a plan, read from the latest change back: what was done, by whom, and the plan before and after it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from schemas.compare import compare
from schemas.compared import Said, said
from schemas.language import Words
from schemas.paths import below, field_of, is_beside
from schemas.plan import Plan

from .change import Cause, Change, applied
from .edits import Edit, Set, from_json
from .history import SNAPSHOT_EVERY, History
from .likeness import lost
from .opening import plan_at as _plan_at
from .versions import versions

PAGE = 40
"""Moments read at a time."""
PAUSE = 600.0
"""Seconds an author may rest within one field before what follows is another moment."""
MOST = 200
"""How many changes are one moment at most, and how many are read at a time."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What one author did to one field in one go, or a single change of another kind.

    changes: the oldest first. before, after: the plan around them. names: named versions of the plan after it.
    """

    changes: tuple[Change, ...]
    before: Plan
    after: Plan
    names: tuple[str, ...] = ()

    @property
    def last(self) -> Change:
        """Give the change after which the plan was as the moment left it."""
        return self.changes[-1]

    @property
    def seq(self) -> int:
        """Give the seq the plan has after the moment."""
        return self.last.seq

    @property
    def first(self) -> int:
        """Give the seq the plan had before the moment."""
        return self.changes[0].seq - 1

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Give what was done in all: of one field its last value and its first."""
        if len(self.changes) == 1:
            return self.last.edits
        last, first = self.last.edits[0], self.changes[0].edits[0]
        assert isinstance(last, Set)
        assert isinstance(first, Set)
        return (Set(last.path, last.value, first.before),)


class Past:
    """The moments of a plan, the latest first, a page at a time: the log may hold 100,000 changes.

    path: only what touched this field, or what stands inside it. until: the seq to begin at; None for the latest.
    ended: whether the beginning has been reached.
    """

    def __init__(self, history: History, path: str | None = None, until: int | None = None) -> None:
        self.ended = False
        self._history = history
        self._path = path
        self._names: dict[int, tuple[str, ...]] = {}
        for one in versions(history):
            self._names[one.seq] = (one.name, *self._names.get(one.seq, ()))
        self._seq = history.head() if until is None else until
        self._plan = plan_at(history, self._seq)
        self._groups = self._grouped()

    def page(self, count: int = PAGE) -> tuple[Moment, ...]:
        """Read the next older moments; fewer than `count`, and then none, where the beginning is reached."""
        found: list[Moment] = []
        while len(found) < count and not self.ended:
            if group := next(self._groups, None):
                found.append(self._moment(group))
            else:
                self.ended = True
        return tuple(found)

    def _grouped(self) -> Iterator[list[Change]]:
        """Give the changes in groups, the latest group first, each with the oldest change first."""
        group: list[Change] = []
        for change in self._back():
            if group and not self._joins(change, group):
                yield group
                group = []
            group.insert(0, change)
        if group:
            yield group

    def _joins(self, change: Change, group: list[Change]) -> bool:
        apart = change.seq in self._names or (self._path is not None and change.seq + 1 != group[0].seq)
        return not apart and len(group) < MOST and joins(change, group[0]) and not _hides(change, group[-1])

    def _back(self) -> Iterator[Change]:
        before = self._seq + 1
        while chunk := _latest(self._history, before, self._path):
            before = chunk[-1].seq
            yield from (one for one in chunk if self._path is None or _concerns(one, self._path))

    def _moment(self, group: list[Change]) -> Moment:
        self._turn(group[-1].seq)
        after = self._plan
        self._turn(group[0].seq - 1)
        return Moment(tuple(group), self._plan, after, self._names.get(group[-1].seq, ()))

    def _turn(self, seq: int) -> None:
        """Turn the plan back to how it stood after an earlier change."""
        if self._seq - seq > SNAPSHOT_EVERY:
            self._plan = plan_at(self._history, seq)
        else:
            for change in reversed(self._history.changes(seq, self._seq)):
                self._plan = applied(self._plan, change.back())
        self._seq = seq


def joins(earlier: Change, later: Change) -> bool:
    """Tell whether two changes, one right after the other, are one moment."""
    return (
        (earlier.author, earlier.cause, later.cause) == (later.author, "user", "user")
        and len(earlier.edits) == len(later.edits) == 1
        and isinstance(earlier.edits[0], Set)
        and isinstance(later.edits[0], Set)
        and earlier.edits[0].path == later.edits[0].path
        and (clock(later.at) - clock(earlier.at)).total_seconds() <= PAUSE
    )


def _hides(change: Change, last: Change) -> bool:
    """Tell whether a moment that ends with `last` would hide a text that stood there after `change`."""
    one, other = change.edits[0], last.edits[0]
    return isinstance(one, Set) and isinstance(other, Set) and lost(one.value, other.value)


def clock(at: str) -> datetime:
    """Give a time of the log on the clock of whoever reads."""
    return datetime.fromisoformat(at).astimezone()


def _latest(history: History, before: int, path: str | None) -> list[Change]:
    """Read the changes before a seq, the latest first; of one path those that may concern it."""
    signs = [] if path is None else re.findall(r"\[([^\]]+)\]", path) or [path]
    told = f" and ({' or '.join(['instr(edits, ?)'] * len(signs))})" if signs else ""
    query = f"select seq, at, author, session, cause, undoes, edits from changes where seq < ?{told} order by seq desc"
    return [_change(*row) for row in history.rows(f"{query} limit {MOST}", before, *signs)]


def _change(seq: int, at: str, author: str, session: str, cause: Cause, undoes: int | None, edits: str) -> Change:
    return Change(seq, at, author, session, cause, undoes, tuple(from_json(edit) for edit in json.loads(edits)))


def _concerns(change: Change, path: str) -> bool:
    """Tell whether a change touched a field, what it stands in, or the reason for having passed it by."""
    beside = tuple(field_of(mine) for mine in change.paths() if is_beside(mine))
    return change.touches(path) or any(below(mine, path) for mine in beside)


def plan_at(history: History, seq: int) -> Plan:
    """Give the plan as it stood after a change; where that one was folded away, after the nearest one before it.

    Raises `LookupError` where the history does not reach back to it.
    """
    plan = _plan_at(history, seq)
    if plan is None:
        raise LookupError(seq)
    return plan


def between(old: Plan, new: Plan, words: Words) -> tuple[Said, ...]:
    """Say what differs between two points of the past, part by part."""
    return said(compare(old, new), old, new, words)
