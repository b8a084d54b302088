"""Reads what can still be read of a damaged history."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from schemas.plan import Plan

from . import pages
from .change import Cause, Change
from .edits import from_json
from .history import History

Row = tuple[Any, ...]
_PAGE = 4096
_SIDES = ("", "-wal")
_KEYS = {
    "meta": "key",
    "changes": "seq",
    "drafts": "rowid",
    "snapshots": "seq",
    "files": "hash",
    "conflicts": "id",
    "versions": "name",
}
"""The tables worth reading, each with the column it is sorted by."""
_SHAPES: dict[tuple[type, ...], str] = {
    (int, bytes, bytes, bytes, bytes, type(None), bytes): "changes",
    (int, bytes, bytes, bytes, bytes, int, bytes): "changes",
    (bytes, bytes, bytes, int, bytes, bytes): "drafts",
    (int, bytes): "snapshots",
    (bytes, bytes): "meta",
    (bytes, int, bytes): "files",
}
"""The tables that are told by the kinds of their columns."""


@dataclass(slots=True)
class Found:
    """What was read of a damaged history, each row tested by itself; the rows are as the tables have them."""

    meta: dict[str, str] = field(default_factory=dict)
    changes: dict[int, Change] = field(default_factory=dict)
    snapshots: dict[int, Plan] = field(default_factory=dict)
    files: dict[str, Row] = field(default_factory=dict)
    drafts: list[Row] = field(default_factory=list)
    conflicts: list[Row] = field(default_factory=list)
    versions: list[Row] = field(default_factory=list)


def read(damaged: Path) -> Found:
    """Read a damaged history; the file itself is only copied from, never written."""
    rows: dict[str, dict[Any, Row]] = {table: {} for table in _KEYS}
    with tempfile.TemporaryDirectory(prefix="planbygger-") as folder:
        for repair in (None, _with_a_first_page):
            copy = Path(folder) / f"{repair is None}" / "history"
            copy.parent.mkdir()
            _copy(damaged, copy)
            with contextlib.suppress(OSError, sqlite3.Error, ValueError):
                if repair is not None:
                    repair(copy)
                for table in _KEYS:
                    rows[table] = {**_rows(copy, table), **rows[table]}
    if not rows["changes"] or _gaps(rows["changes"]):
        _scanned(damaged, rows)
    return _tested(rows)


def _gaps(changes: dict[Any, Row]) -> bool:
    return len(changes) < max((seq for seq in changes if isinstance(seq, int)), default=0)


def _scanned(damaged: Path, rows: dict[str, dict[Any, Row]]) -> None:
    """Read from the pages themselves what the tables no longer lead to; what a table has lost is known by its shape."""
    with contextlib.suppress(OSError):
        for row in pages.rows(damaged):
            table = _SHAPES.get(tuple(type(value) for value in row))
            if table and (table != "drafts" or not rows["drafts"]):
                rows[table].setdefault(row[0] if table != "drafts" else row[:2], row)


def _copy(damaged: Path, copy: Path) -> None:
    for side in _SIDES:
        with contextlib.suppress(OSError):
            shutil.copyfile(damaged.with_name(damaged.name + side), copy.with_name(copy.name + side))


def _with_a_first_page(copy: Path) -> None:
    """Give a copy the first page of a new history, which says where each table begins: it is the same in all."""
    new = copy.with_name("new")
    History(new).close()
    first, data = new.read_bytes()[:_PAGE], copy.read_bytes()
    first = first[:28] + (len(data) // _PAGE).to_bytes(4, "big") + first[32:]
    copy.write_bytes(first + data[_PAGE:])


def _rows(copy: Path, table: str) -> dict[Any, Row]:
    """Read a table from both ends, and where its key is a number, row by row between them."""
    key, found = _KEYS[table], dict[Any, Row]()
    with contextlib.closing(sqlite3.connect(copy)) as database:
        database.text_factory = bytes
        for order in ("asc", "desc"):
            query = f"select {key}, * from {table} order by {key} {order}"
            with contextlib.suppress(sqlite3.Error, ValueError):
                for row in database.execute(query):
                    found.setdefault(row[0], row[1:])
                return found
        if table in ("changes", "snapshots", "conflicts"):
            for number in _between(found):
                with contextlib.suppress(sqlite3.Error, ValueError):
                    query = f"select * from {table} where {key} = ?"
                    found.update((number, row) for row in database.execute(query, (number,)))
    return found


def _between(found: dict[Any, Row]) -> list[int]:
    numbers = [key for key in found if isinstance(key, int)]
    return [n for n in range(1, max(numbers, default=0)) if n not in found]


def _tested(rows: dict[str, dict[Any, Row]]) -> Found:
    """Keep the rows that are what they should be."""
    found = Found()
    found.meta = {row[0]: row[1] for row in _whole(rows["meta"], (str, str))}
    found.changes = {row[0]: change for row in rows["changes"].values() if (change := _tried(_change, row))}
    found.snapshots = {row[0]: plan for row in rows["snapshots"].values() if (plan := _tried(_snapshot, row))}
    found.files = {row[0]: row for row in _whole(rows["files"], (str, int, str)) if len(row[0]) == 64}
    drafts = _whole(rows["drafts"], (str, str, str, int, str, str))
    found.drafts = [row for row in drafts if _tried(lambda row: (json.loads(row[2]),), row)]
    conflicts = _whole(rows["conflicts"], (int, str, str, str, str, str, str | None))
    found.conflicts = [row for row in conflicts if row[4] in get_args(Cause) and _tried(_edits, row)]
    found.versions = list(_whole(rows["versions"], (int, str, str, str)))
    return found


def _whole(rows: dict[Any, Row], kinds: tuple[Any, ...]) -> Iterator[Row]:
    for row in rows.values():
        plain = _tried(_text, row)
        if plain and len(plain) == len(kinds) and all(map(isinstance, plain, kinds)):
            yield plain


def _text(row: Row) -> Row:
    return tuple(value.decode() if isinstance(value, bytes) else value for value in row)


def _tried(make: Callable[[Row], Any], row: Row) -> Any:
    """Give what a row makes; None where the row is not what it should be."""
    try:
        return make(row)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, ValidationError):
        return None


def _edits(row: Row) -> Any:
    return tuple(from_json(edit) for edit in json.loads(row[5]))


def _change(row: Row) -> Change:
    seq, at, author, session, cause, undoes, edits = _text(row)
    kinds = zip((seq, at, author, session), (int, str, str, str), strict=True)
    if not all(isinstance(value, kind) for value, kind in kinds) or cause not in get_args(Cause):
        raise ValueError(seq)
    if undoes is not None and not isinstance(undoes, int):
        raise ValueError(seq)
    return Change(seq, at, author, session, cause, undoes, tuple(from_json(edit) for edit in json.loads(edits)))


def _snapshot(row: Row) -> Plan:
    return Plan.model_validate(json.loads(row[1]))
