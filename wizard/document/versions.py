"""Named versions: points of the past that people gave a name, such as "efter workshop 1"."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from .history import History
from .opening import now
from .session import ReadOnlyPlan, Session

LONGEST = 60
"""Characters a name may have."""


@dataclass(frozen=True, slots=True)
class Version:
    """A point of the past with a name. at: when it was named, ISO 8601, UTC."""

    seq: int
    name: str
    at: str
    author: str


class BadName(ValueError):
    """A name that a version cannot have; `key` is the sentence that says why, with `values`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def versions(history: History) -> tuple[Version, ...]:
    """Read the named versions, the latest point of the past first."""
    found = history.rows("select seq, name, at, author from versions order by seq desc, at desc")
    return tuple(Version(*row) for row in found)


def known_as(history: History, name: str) -> Version | None:
    """Find the version of a name, whatever its capital letters and spaces."""
    return next((one for one in versions(history) if _key(one.name) == _key(name)), None)


def name_version(session: Session, name: str, seq: int | None = None, instead: str | None = None) -> Version:
    """Give a point of the past a name; None: the plan as it stands now, with what is being typed.

    instead: the name it had, which goes. Raises `BadName`, `ReadOnlyPlan`, and `sqlite3.Error` where the history
    cannot take it now.
    """
    history = _writable(session)
    if seq is None:
        session.settle()
    with history.writing() as db:
        if instead is not None:
            db.execute("delete from versions where name = ?", (instead,))
        point = session.seq if seq is None else seq
        version = Version(point, fitting(history, name), now(), session.author)
        db.execute("insert into versions values (?, ?, ?, ?)", (version.seq, version.name, version.at, version.author))
    return version


def unname(session: Session, name: str) -> None:
    """Take a name away; nothing of the plan or its past changes. Raises `ReadOnlyPlan` and `sqlite3.Error`."""
    with _writable(session).writing() as db:
        db.execute("delete from versions where name = ?", (name,))


def _writable(session: Session) -> History:
    if session.read_only is not None:
        raise ReadOnlyPlan(session.read_only)
    return session.history


def fitting(history: History, name: str) -> str:
    """Give a name as it is kept; raises `BadName`. It has a letter, so that it is never taken for a seq or a time."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if not any(letter.isalpha() for letter in name):
        raise BadName("history.name_letter")
    if len(name) > LONGEST:
        raise BadName("history.name_long", most=LONGEST)
    if known := known_as(history, name):
        raise BadName("history.name_taken", name=known.name)
    return name


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
