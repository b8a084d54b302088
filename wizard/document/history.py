"""The history of a plan: its log, its drafts and its snapshots, in SQLite."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .change import Cause, Change
from .edits import from_json, to_json

HISTORY_VERSION = 2
SNAPSHOT_EVERY = 500
BUSY = 0.25
"""Seconds a write waits for another process; then the change waits in memory, and the screen goes on."""
CHECKPOINT_AFTER = 1.0
"""Seconds from the first unsynced write to its checkpoint: what a power cut may cost."""

_TABLES = """
create table if not exists meta (key text primary key, value text) without rowid;
create table if not exists changes (
    seq integer primary key, at text, author text, session text, cause text, undoes integer, edits text);
create table if not exists drafts (
    session text, path text, value text, base integer, author text, at text, primary key (session, path));
create table if not exists snapshots (seq integer primary key, plan text);
create table if not exists files (hash text primary key, seq integer, at text) without rowid;
create table if not exists present (session text primary key, pid integer, seen real, person text) without rowid;
create table if not exists leases (path text primary key, session text, author text, until real) without rowid;
create table if not exists conflicts (
    id integer primary key, at text, author text, session text, cause text, edits text, settled text);
create table if not exists versions (seq integer, name text primary key, at text, author text) without rowid;
"""


class NewerHistory(Exception):
    """A history that a newer planbygger wrote."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stood in a control and was no change yet; `base` is the seq it was typed on."""

    session: str
    path: str
    value: Any
    base: int
    author: str
    at: str


def history_path(plan_file: Path) -> Path:
    """Name the history of a plan file: `.NAME.plan.history` beside it."""
    name = plan_file.name
    for suffix in (".yaml", ".yml", ".json"):
        name = name.removesuffix(suffix)
    return plan_file.with_name(f".{name.removesuffix('.plan')}.plan.history")


def fingerprint(data: bytes) -> str:
    """Give the hash by which a version of the plan file is known."""
    return hashlib.sha256(data).hexdigest()


class History:
    """An open history. Every method is one transaction; raises `sqlite3.Error` where the file fails.

    path: None for one that lives in memory alone and ends with the program.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._db = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False, timeout=BUSY)
        try:
            self._prepare()
        except BaseException:
            self._db.close()
            raise
        self._unsynced = threading.Event()
        self._ending = threading.Event()
        self._keeper = threading.Thread(target=self._checkpoints, name="history", daemon=True)
        self._keeper.start()

    def _prepare(self) -> None:
        for pragma in ("journal_mode=wal", "synchronous=normal", "wal_autocheckpoint=0"):
            self._db.execute(f"pragma {pragma}")
        version = self._db.execute("pragma user_version").fetchone()[0]
        if version > HISTORY_VERSION:
            raise NewerHistory(str(self.path))
        if version < HISTORY_VERSION:
            self._db.executescript(_TABLES)
            self._db.execute(f"pragma user_version={HISTORY_VERSION}")

    def _checkpoints(self) -> None:
        """Bring what was written to the disk itself, within a second, from a thread that only does this."""
        while self.path is not None and not self._ending.is_set():
            self._unsynced.wait()
            self._ending.wait(CHECKPOINT_AFTER)
            self._unsynced.clear()
            with contextlib.suppress(sqlite3.Error):
                self.sync()

    def sync(self) -> None:
        """Bring what was written to the disk itself."""
        if self.path is not None:
            with contextlib.closing(sqlite3.connect(self.path)) as own:
                own.execute("pragma wal_checkpoint(passive)")

    def wait_at_most(self, seconds: float) -> None:
        """Set how long a write waits for another process before it fails."""
        self._db.execute(f"pragma busy_timeout={int(seconds * 1000)}")

    def close(self) -> None:
        """Sync what is left and close the file."""
        self._ending.set()
        self._unsynced.set()
        self._keeper.join(timeout=BUSY)
        with self._lock:
            self._db.close()

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Hold one transaction that no other process can come between; one begun inside another joins it."""
        with self._lock:
            if self._db.in_transaction:
                yield self._db
                return
            self._db.execute("begin immediate")
            try:
                yield self._db
            except BaseException:
                self._undo()
                raise
            try:
                self._db.execute("commit")
            except sqlite3.Error:
                self._undo()
                raise
        self._unsynced.set()

    def _undo(self) -> None:
        """Take the transaction back, where SQLite has not done so itself (as it does where the disk is full)."""
        if self._db.in_transaction:
            self._db.execute("rollback")

    def rows(self, query: str, *values: Any) -> list[Any]:
        """Read what a query finds."""
        with self._lock:
            return self._db.execute(query, values).fetchall()

    def meta(self, key: str) -> str | None:
        """Give one of the history's own facts, such as the id of its plan."""
        rows = self.rows("select value from meta where key = ?", key)
        return str(rows[0][0]) if rows else None

    def set_meta(self, key: str, value: str) -> None:
        """Note one of the history's own facts."""
        with self.writing() as db:
            db.execute("insert or replace into meta values (?, ?)", (key, value))

    def head(self) -> int:
        """Give the seq of the latest change; 0 where there is none."""
        return int(self.rows("select coalesce(max(seq), 0) from changes")[0][0])

    def append(self, change: Change, settled: str | None = None) -> None:
        """Write a change; the draft of its session at the path `settled` goes in the same transaction."""
        edits = json.dumps([to_json(edit) for edit in change.edits], ensure_ascii=False)
        row = (change.seq, change.at, change.author, change.session, change.cause, change.undoes, edits)
        with self.writing() as db:
            db.execute("insert into changes values (?, ?, ?, ?, ?, ?, ?)", row)
            if settled is not None:
                self.drop_draft(change.session, settled)

    def changes(self, after: int = 0, until: int | None = None) -> list[Change]:
        """Read the log after a seq, up to and with another."""
        end = until if until is not None else self.head()
        query = "select seq, at, author, session, cause, undoes, edits from changes where seq > ? and seq <= ?"
        return [_change(row) for row in self.rows(query + " order by seq", after, end)]

    def caused(self, *causes: Cause) -> list[Change]:
        """Read the changes that came about in some ways, in their order."""
        query = "select seq, at, author, session, cause, undoes, edits from changes where cause in (%s) order by seq"
        return [_change(row) for row in self.rows(query % ", ".join("?" * len(causes)), *causes)]

    def outline(self, author: str, most: int) -> list[tuple[int, Cause, int | None]]:
        """Read (seq, cause, undoes) of an author's latest changes, in their order, without their edits."""
        query = "select seq, cause, undoes from changes where author = ? order by seq desc limit ?"
        return self.rows(query, author, most)[::-1]

    def put_draft(self, draft: Draft) -> None:
        """Keep what stands in a control, over what was kept of it before."""
        value = json.dumps(draft.value, ensure_ascii=False)
        row = (draft.session, draft.path, value, draft.base, draft.author, draft.at)
        with self.writing() as db:
            db.execute("insert or replace into drafts values (?, ?, ?, ?, ?, ?)", row)

    def drop_draft(self, session: str, path: str) -> None:
        """Forget a session's draft of a field, which came to nothing."""
        with self.writing() as db:
            db.execute("delete from drafts where session = ? and path = ?", (session, path))

    def adopt_draft(self, draft: Draft, session: str) -> None:
        """Hand the draft of a session that has ended to one that goes on."""
        with self.writing() as db:
            query = "update or replace drafts set session = ? where session = ? and path = ?"
            db.execute(query, (session, draft.session, draft.path))

    def drafts(self) -> list[Draft]:
        """Read all drafts, the oldest first."""
        rows = self.rows("select session, path, value, base, author, at from drafts order by at, path")
        return [Draft(s, p, json.loads(value), base, author, at) for s, p, value, base, author, at in rows]

    def put_snapshot(self, seq: int, plan: dict[str, Any]) -> None:
        """Keep the whole plan as it stood after a change."""
        with self.writing() as db:
            text = json.dumps(plan, ensure_ascii=False)
            db.execute("insert or replace into snapshots values (?, ?)", (seq, text))

    def snapshot(self, until: int) -> tuple[int, dict[str, Any]] | None:
        """Give the latest snapshot at or before a seq."""
        query = "select seq, plan from snapshots where seq <= ? order by seq desc limit 1"
        rows = self.rows(query, until)
        return (rows[0][0], json.loads(rows[0][1])) if rows else None

    def put_file(self, hashed: str, seq: int, at: str) -> None:
        """Note a version of the plan file, before it is written."""
        with self.writing() as db:
            db.execute("insert or replace into files values (?, ?, ?)", (hashed, seq, at))

    def take_file(self, hashed: str, at: str) -> None:
        """Note a version of the plan file that somebody else wrote and whose contents were taken in."""
        with self.writing() as db:
            db.execute("insert or ignore into files values (?, null, ?)", (hashed, at))

    def knows_file(self, hashed: str) -> bool:
        """Tell whether a version of the plan file is ours, or was taken in."""
        return bool(self.rows("select 1 from files where hash = ?", hashed))

    def file_seq(self, hashed: str) -> int | None:
        """Give the seq at which we wrote a version of the plan file; None where it is not ours."""
        rows = self.rows("select seq from files where hash = ? and seq is not null", hashed)
        return int(rows[0][0]) if rows else None


def _change(row: Any) -> Change:
    seq, at, author, session, cause, undoes, edits = row
    return Change(seq, at, author, session, cause, undoes, tuple(from_json(edit) for edit in json.loads(edits)))
