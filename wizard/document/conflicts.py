"""Values that came second: kept beside the plan until somebody chooses, so that neither side is dropped silently."""

from __future__ import annotations

import json
from dataclasses import dataclass

from schemas.paths import exists, get, is_beside
from schemas.plan import Plan

from .change import Cause, Change, applied, moving, removing, setting
from .edits import Add, Edit, Move, Remove, Set, from_json, plain, to_json
from .history import History
from .rebasing import rebased


@dataclass(frozen=True, slots=True)
class Conflict:
    """A change that did not fit, because others had changed the same; the plan stands as they left it.

    at: ISO 8601, UTC. edits: what the change would have done; the `before` of a `Set` is what its author had seen.
    """

    id: int
    at: str
    author: str
    session: str
    cause: Cause
    edits: tuple[Edit, ...]


def put(history: History, change: Change, settled: str | None = None) -> None:
    """Keep a change that did not fit. settled: when it was chosen not to take it, if it was."""
    edits = json.dumps([to_json(edit) for edit in change.edits], ensure_ascii=False)
    with history.writing() as db:
        query = "insert into conflicts (at, author, session, cause, edits, settled) values (?, ?, ?, ?, ?, ?)"
        db.execute(query, (change.at, change.author, change.session, change.cause, edits, settled))


def waiting(history: History, author: str) -> tuple[Conflict, ...]:
    """Read what waits for a choice by an author: the author's own, and what came with files from elsewhere."""
    query = (
        "select id, at, author, session, cause, edits from conflicts"
        " where settled is null and (author = ? or cause in ('external', 'merge')) order by id"
    )
    return tuple(_conflict(row) for row in history.rows(query, author))


def settle(history: History, conflict: int, at: str) -> None:
    """Note that a choice was made; what was kept stays in the history."""
    with history.writing() as db:
        db.execute("update conflicts set settled = ? where id = ?", (at, conflict))


def _conflict(row: tuple[int, str, str, str, Cause, str]) -> Conflict:
    key, at, author, session, cause, edits = row
    return Conflict(key, at, author, session, cause, tuple(from_json(edit) for edit in json.loads(edits)))


def imposed(plan: Plan, edits: tuple[Edit, ...], history: History) -> tuple[Edit, ...]:
    """Give the edits that make a conflict's values the plan's, whatever stands there now.

    A record that others removed comes back for the value that belongs in it. Raises `NoSuchPath`.
    """
    made: list[Edit] = []
    for edit in edits:
        found = _imposed(plan, edit, history)
        plan = applied(plan, found)
        made += found
    return tuple(made)


def _imposed(plan: Plan, edit: Edit, history: History) -> tuple[Edit, ...]:
    match edit:
        case Set(path, value) if is_beside(path):
            return (Set(path, value, plain(get(plan, path))),)
        case Set(path, value):
            back = _brought_back(plan, path, history)
            return (*back, *setting(applied(plan, back), path, value))
        case Add(where):
            back = _brought_back(plan, where, history)
            return (*back, *rebased(applied(plan, back), (edit,), ()))
        case Remove(where, item):
            key = str(item["id"])
            return removing(plan, where, key) if exists(plan, f"{where}[{key}]") else ()
        case Move(where, key, after):
            return moving(plan, where, key, after) if exists(plan, f"{where}[{key}]") else ()


def _brought_back(plan: Plan, path: str, history: History) -> tuple[Edit, ...]:
    """Give the edits that bring back the records around a path, the outermost first."""
    made: tuple[Edit, ...] = ()
    for end in (place for place, sign in enumerate(path) if sign == "]"):
        record = path[: end + 1]
        if not exists(applied(plan, made), record) and (found := _removed(history, record)) is not None:
            made += rebased(applied(plan, made), (Add(found.list, found.item, found.after),), ())
    return made


def _removed(history: History, record: str) -> Remove | None:
    """Find the edit that removed a record last."""
    where, _, key = record.removesuffix("]").rpartition("[")
    query = "select edits from changes where instr(edits, ?) and instr(edits, '[\"remove\"') order by seq desc"
    for (edits,) in history.rows(query, key):
        for data in json.loads(edits):
            edit = from_json(data)
            if isinstance(edit, Remove) and edit.list == where and edit.item["id"] == key:
                return edit
    return None
