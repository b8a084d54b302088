"""The tables of a history, and what should never have been written in them."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .edits import from_json, to_json
from .erasing import Unwanted

OURS = ("plan", "epoch", "writer", "written", "folded")
"""Lines of the history that nobody wrote."""
PATIENCE = 5.0
"""Seconds to wait for others to look away, so that what stood in the file can be overwritten."""

_TEXTS = (
    ("changes", "seq", "author"),
    ("conflicts", "id", "author"),
    ("drafts", "rowid", "author"),
    ("leases", "path", "author"),
    ("present", "session", "person"),
    ("versions", "name", "author"),
)
"""Table, key and column of texts that stand in no field of the plan."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A row that holds it, and how the row is written without it."""

    table: str
    query: str
    values: tuple[Any, ...]


def traces(db: sqlite3.Connection, unwanted: Unwanted) -> list[Trace]:
    """Find the rows of a history that hold it."""
    return [
        *in_log(db, unwanted),
        *_rows(db, ("conflicts", "id", "edits"), lambda text: _edits(text, unwanted)),
        *_rows(db, ("snapshots", "seq", "plan"), lambda text: _plan(text, unwanted)),
        *_drafts(db, unwanted),
        *(trace for place in _TEXTS for trace in _rows(db, place, unwanted.without)),
        *_names(db, unwanted),
        *_lines(db, unwanted),
    ]


def in_log(db: sqlite3.Connection, unwanted: Unwanted) -> list[Trace]:
    """Find the changes that hold it; the second of their values is the seq."""
    return list(_rows(db, ("changes", "seq", "edits"), lambda text: _edits(text, unwanted)))


def _rows(db: sqlite3.Connection, place: tuple[str, str, str], clean: Callable[[str], str]) -> Iterator[Trace]:
    table, key, column = place
    for row, text in db.execute(f"select {key}, {column} from {table} where {column} is not null"):
        if (new := clean(text)) != text:
            yield Trace(table, f"update {table} set {column} = ? where {key} = ?", (new, row))


def _edits(text: str, unwanted: Unwanted) -> str:
    if not unwanted.perhaps_in(text):
        return text
    old = [from_json(edit) for edit in json.loads(text)]
    new = [unwanted.edit(edit) for edit in old]
    return text if new == old else json.dumps([to_json(edit) for edit in new], ensure_ascii=False)


def _plan(text: str, unwanted: Unwanted) -> str:
    if unwanted.path is None and not unwanted.perhaps_in(text):
        return text
    old = json.loads(text)
    new = unwanted.value(old, "")
    return text if new == old else json.dumps(new, ensure_ascii=False)


def _drafts(db: sqlite3.Connection, unwanted: Unwanted) -> Iterator[Trace]:
    for row, path, text in db.execute("select rowid, path, value from drafts"):
        old = json.loads(text)
        new = unwanted.draft(old, path)
        if new is None and old is not None:
            yield Trace("drafts", "delete from drafts where rowid = ?", (row,))
        elif new != old:
            yield Trace("drafts", "update drafts set value = ? where rowid = ?", (json.dumps(new), row))


def _names(db: sqlite3.Connection, unwanted: Unwanted) -> Iterator[Trace]:
    """Find named versions that are called so; each keeps a name of its own."""
    names = [row[0] for row in db.execute("select name from versions")]
    for name in names:
        if (new := unwanted.without(name) or unwanted.mark) != name:
            while new in names:
                new += " *"
            names.append(new)
            yield Trace("versions", "update versions set name = ? where name = ?", (new, name))


def _lines(db: sqlite3.Connection, unwanted: Unwanted) -> Iterator[Trace]:
    for key, value in db.execute("select key, value from meta where value is not null"):
        if key not in OURS and (new := unwanted.without(value)) != value:
            yield Trace("meta", "update meta set value = ? where key = ?", (new, key))


def scrub(db: sqlite3.Connection, found: list[Trace]) -> None:
    """Write rows without it, within the transaction that is open."""
    for trace in found:
        db.execute(trace.query, trace.values)


def purge(run: Callable[[str], list[Any]]) -> bool:
    """Overwrite what stood in a history's file and beside it; False where others are in the way of it for too long.

    run: has SQLite do something and gives the rows that come of it. No transaction may be open.
    """
    run("pragma secure_delete=on")
    end = time.monotonic() + PATIENCE
    while True:
        with contextlib.suppress(sqlite3.OperationalError):
            run("vacuum")
            if not run("pragma wal_checkpoint(truncate)")[0][0]:
                return True
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
