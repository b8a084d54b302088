"""Folding the finest steps of a log: several changes of one field in one sitting become one; where they led stays."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from schemas.choices import Status
from schemas.paths import below
from schemas.plan import Plan

from .edits import Edit, Set, from_json, to_json, touched
from .history import History
from .likeness import lost

REST = timedelta(days=1)
"""How old a change is before it is folded: what was done today can be undone step by step."""
SITTING = 600.0
"""Seconds for which a version of the file stood before it counts as one that may have been mailed and stays."""
AT_A_TIME = 5_000
"""Changes that are looked at in one go, some tens of milliseconds."""
MARK = "folded"
"""The line in the history that says how far it has been folded."""

Row = tuple[int, str, str, str, str]
Wanted = Callable[[Set, Set], bool]


@dataclass(slots=True)
class _Run:
    """Changes of one field by one author in one sitting: the seq of the last, and what stood there before the first."""

    seq: int
    who: tuple[str, str]
    edit: Set


def _unseen(step: Set, following: Set) -> bool:
    """Tell whether a step can go unnoticed: nearly all that stood there after it stands there after the next one."""
    return not lost(step.value, following.value)


def fold_adopted(history: History, plan: Plan) -> int:
    """Fold some of the log of a plan that was adopted; gives how many changes went. Raises `sqlite3.Error`.

    For whoever is alone at the plan. Named versions stay as they are, and so does the plan.
    """
    if plan.front.status is not Status.ADOPTED:
        return 0
    done = int(history.meta(MARK) or 0)
    rest = (datetime.now(UTC) - REST).isoformat(timespec="seconds")
    query = "select max(seq) from (select seq from changes where seq > ? and at < ? order by seq limit ?)"
    end = history.rows(query, done, rest, AT_A_TIME)[0][0]
    if end is None:
        return 0
    with history.writing():
        gone = fold(history, done, end)
        history.set_meta(MARK, str(end))
    return gone


def fold(history: History, after: int, until: int, wanted: Wanted = _unseen) -> int:
    """Fold the changes after a seq up to and with another; gives how many went.

    wanted: tells of a step, and the next one in the field, whether it goes. The last change of a run stays, and leads
    from what stood before the first.
    """
    fixed = _Fixed(history)
    with history.writing() as db:
        gone: list[tuple[int]] = []
        kept: dict[int, Set] = {}
        for seq, into, edit in _runs(_rows(history, after, until), fixed, wanted):
            gone.append((seq,))
            kept.pop(seq, None)
            kept[into] = edit
        db.executemany("delete from changes where seq = ?", gone)
        texts = ((json.dumps([to_json(edit)], ensure_ascii=False), seq) for seq, edit in kept.items())
        db.executemany("update changes set edits = ? where seq = ?", texts)
    return len(gone)


def _rows(history: History, after: int, until: int) -> list[Row]:
    query = "select seq, author, session, cause, edits from changes where seq > ? and seq <= ? order by seq"
    return history.rows(query, after, until)


def _runs(rows: list[Row], fixed: _Fixed, wanted: Wanted) -> Iterator[tuple[int, int, Set]]:
    """Yield (a change that goes, the one it goes into, what that one does then)."""
    running: dict[str, _Run] = {}
    for seq, author, session, cause, text in rows:
        edits = tuple(from_json(edit) for edit in json.loads(text))
        edit = edits[0] if len(edits) == 1 and cause == "user" and seq not in fixed.undone else None
        if not isinstance(edit, Set):
            _end(running, edits)
            continue
        run = running.get(edit.path)
        together = run is not None and run.who == (author, session) and not fixed.between(run.seq, seq)
        if run is not None and together and wanted(run.edit, edit):
            edit = Set(edit.path, edit.value, run.edit.before)
            yield run.seq, seq, edit
        running[edit.path] = _Run(seq, (author, session), edit)


def _end(running: dict[str, _Run], edits: tuple[Edit, ...]) -> None:
    """End the runs of the fields that other edits touch."""
    for edit in edits:
        path = touched(edit)
        inside = [path] if isinstance(edit, Set) else [one for one in running if below(one, path)]
        for field in inside:
            running.pop(field, None)


class _Fixed:
    """What no folding may change: the points that stay exactly as they were, and the changes that undo speaks of."""

    def __init__(self, history: History) -> None:
        queries = (
            "select seq from versions",
            "select seq from snapshots",
            "select seq from changes where instr(edits, '\"front.status\"')",
        )
        found = {row[0] for query in queries for row in history.rows(query)}
        self.points = sorted(found | set(_mailed(history)))
        undone = history.rows("select seq, undoes from changes where undoes is not null")
        self.undone = {seq for row in undone for seq in row}

    def between(self, earlier: int, later: int) -> bool:
        """Tell whether a point stands at the earlier of two changes, or between them."""
        place = bisect_left(self.points, earlier)
        return place < len(self.points) and self.points[place] < later


def _mailed(history: History) -> Iterator[int]:
    """Yield the seqs of the versions of the file that stood for a while: they may come home again."""
    rows = history.rows("select seq, cast(strftime('%s', at) as integer) from files where seq is not null order by seq")
    for (seq, at), (_, following) in zip(rows, [*rows[1:], (0, None)], strict=True):
        if following is None or at is None or following - at > SITTING:
            yield seq
