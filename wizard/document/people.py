"""Who has the plan open, where they are, and what each of them is typing in."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from dataclasses import dataclass
from typing import Any

from schemas.paths import below

from .history import History

REFRESH = 15.0
"""Seconds between two signs of life, given only while others are there."""
GONE_AFTER = 40.0
"""Seconds without a sign of life after which one counts as gone."""
LEASE = 10.0
"""Seconds that a field is kept for whoever typed in it, from the last key."""
RENEW = 1.0
"""Seconds between two renewals of a lease: keys come faster."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody else at the plan. place: the path they are at. typing: the path they type at; each may be empty."""

    session: str
    author: str
    place: str
    typing: str


class Held(Exception):
    """A wish to type, remove or move where `author` is typing just now."""

    def __init__(self, path: str, author: str) -> None:
        super().__init__(path)
        self.path = path
        self.author = author


def namespace() -> str:
    """Name the world in which a process number means something."""
    with contextlib.suppress(OSError):
        return os.readlink("/proc/self/ns/pid")
    return sys.platform


class Presence:
    """One session among the others of a plan. Every method may raise `sqlite3.Error`.

    others: those that were here at the last look.
    """

    def __init__(self, history: History, session: str, author: str) -> None:
        self.history = history
        self.session = session
        self.author = author
        self.place = ""
        self.others: tuple[Person, ...] = ()
        self._world = namespace()
        self._here = False
        self._shown_at = 0.0
        self._held: dict[str, float] = {}
        self._first_seen: dict[str, tuple[float, float]] = {}

    def join(self) -> None:
        """Say that one is here."""
        person = {"author": self.author, "place": self.place, "world": self._world}
        row = (self.session, os.getpid(), time.time(), json.dumps(person, ensure_ascii=False))
        with self.history.writing() as db:
            db.execute("insert or replace into present values (?, ?, ?, ?)", row)
        self._here, self._shown_at = True, time.monotonic()

    def leave(self) -> None:
        """Say that one is gone, and let go of every field."""
        self._held.clear()
        self.bury((self.session,))
        self._here = False

    def stand(self, place: str) -> None:
        """Say where one is; it is written only where somebody is there to read it."""
        if place != self.place:
            self.place = place
            if self.others:
                self.join()

    def look(self) -> bool:
        """See who is here now; tell whether anything is otherwise than at the last look."""
        before, typed = self.others, self._typed()
        living = [row for row in self._rows() if self._alive(*row)]
        self.others = tuple(Person(key, who["author"], who["place"], typed.get(key, "")) for key, _, _, who in living)
        newcomers = {one.session for one in self.others} - {one.session for one in before}
        if self._here and (newcomers or (self.others and time.monotonic() - self._shown_at >= REFRESH)):
            self.join()
        return before != self.others

    @property
    def restless(self) -> bool:
        """Tell whether others have to be looked at though nothing was written: one of them ended suddenly."""
        due = time.monotonic() - self._shown_at >= REFRESH
        return bool(self.others) and (due or bool(self.dead()))

    def dead(self) -> tuple[str, ...]:
        """Name the sessions that have ended without a word."""
        return tuple(row[0] for row in self._rows() if not self._alive(*row))

    def living(self) -> frozenset[str]:
        """Name the sessions that are here, oneself among them."""
        return frozenset({self.session, *(row[0] for row in self._rows() if self._alive(*row))})

    def bury(self, sessions: tuple[str, ...]) -> None:
        """Take sessions that have ended off the list, with what they held."""
        if not sessions:
            return
        with self.history.writing() as db:
            for one in sessions:
                db.execute("delete from present where session = ?", (one,))
                db.execute("delete from leases where session = ?", (one,))

    def _rows(self) -> list[tuple[str, int, float, dict[str, Any]]]:
        rows = self.history.rows("select session, pid, seen, person from present where session != ?", self.session)
        return [(key, pid, seen, json.loads(person)) for key, pid, seen, person in rows]

    def _alive(self, key: str, pid: int, seen: float, who: dict[str, Any]) -> bool:
        if sys.platform != "win32" and who["world"] == self._world and not runs(pid):
            return False
        # Whoever was alone has given no sign of life for long, and gives one when somebody comes.
        now = time.monotonic()
        known, since = self._first_seen.get(key, (seen, now))
        if seen != known:
            since = now
        self._first_seen[key] = (seen, since)
        return now - since < GONE_AFTER

    def _typed(self) -> dict[str, str]:
        rows = self.history.rows("select session, path from leases where until > ? order by until", time.time())
        return dict(rows)

    def holder(self, path: str) -> str | None:
        """Name whoever else types at a path, inside it or around it."""
        query = "select path, author from leases where session != ? and until > ?"
        for held, author in self.history.rows(query, self.session, time.time()):
            if below(held, path) or below(path, held):
                return str(author)
        return None

    def hold(self, path: str) -> None:
        """Keep a field for oneself from a key on; raises `Held` where another types there."""
        if time.monotonic() - self._held.get(path, -LEASE) < RENEW:
            return
        with self.history.writing() as db:
            if (author := self.holder(path)) is not None:
                self._held.pop(path, None)
                raise Held(path, author)
            row = (path, self.session, self.author, time.time() + LEASE)
            db.execute("insert or replace into leases values (?, ?, ?, ?)", row)
        self._held[path] = time.monotonic()

    @property
    def holds(self) -> bool:
        """Tell whether one holds a field."""
        return bool(self._held)

    def release(self, path: str | None = None, idle: float = 0.0) -> None:
        """Let go of a field, or of every one in which nobody typed for `idle` seconds."""
        now = time.monotonic()
        done = [one for one, last in self._held.items() if path in (None, one) and now - last >= idle]
        if not done:
            return
        with self.history.writing() as db:
            for one in done:
                db.execute("delete from leases where path = ? and session = ?", (one, self.session))
        for one in done:
            del self._held[one]


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
