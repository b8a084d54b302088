"""What others put in the place of the plan file: taken in, asked about, or kept apart; never written over unread."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from schemas.language import words
from wizard.files.mapping import read_bytes
from wizard.files.names import safe_name
from wizard.files.plan_names import PLAN_SUFFIXES, plans_in, unused
from wizard.files.trouble import BrokenFile, CannotWrite, FileTrouble

from . import conflicts
from .arriving import Arrival, judged, read, standing
from .change import Change
from .difference import difference
from .edits import Edit, Move, Set
from .history import fingerprint
from .merging import Clash
from .notices import Notice
from .stamping import note_origin, now

if TYPE_CHECKING:
    from .session import Session

SETTLED = 1.0
"""Seconds that a file must stand as it is before it is read for what it says: an editor may be at it."""

Choice = Literal["keep", "take", "both"]
Stat = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A file that only the user can judge: an older one of ours, or one whose beginnings are unknown."""

    data: bytes
    arrival: Arrival


def _silent(_: Notice) -> None:
    """Tell nobody."""


class Elsewhere:
    """Watches the plan file of a session for what others make of it.

    question: what is to be asked, None where nothing is; until it is answered the file is not written.
    notices: what there was to tell so far. on_notice: called with what there is to tell from now on.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.question: Question | None = None
        self.notices: list[Notice] = []
        self.on_notice: Callable[[Notice], None] = _silent
        self._dealt = _stat(session.path)
        self._waiting: tuple[Stat | None, float] | None = None

    def begin(self, data: bytes, arrival: Arrival | None) -> None:
        """Deal with what the file held when the plan was opened."""
        if arrival is None:
            return
        if arrival.kind == "older" or (arrival.kind == "unknown" and arrival.rough):
            self.question = Question(data, arrival)
            self.session.keeper.foreign = data
        else:
            self._take(data, arrival)

    @property
    def resting(self) -> bool:
        """Tell whether there is nothing to look at again soon."""
        return self._waiting is None

    def look(self) -> None:
        """See whether the file is still the one we know; what somebody made of it is dealt with once it is at rest."""
        path = self.session.path
        stat = _stat(path)
        if self.session.read_only is not None or self.question is not None:
            return
        if stat == self._dealt and self.session.keeper.foreign is None:
            self._waiting = None
            return
        data = _bytes(path) if stat is not None else None
        if data is not None and self._known(data):
            self._dealt, self._waiting, self.session.keeper.foreign = stat, None, None
        elif self._waiting is None or self._waiting[0] != stat:
            self._waiting = (stat, time.monotonic())
            self.session.wake()
        elif time.monotonic() - self._waiting[1] < SETTLED:
            self.session.wake()
        else:
            self._waiting = None
            self._deal(stat, data)
            self._dealt = _stat(self.session.path)

    def _known(self, data: bytes) -> bool:
        try:
            return standing(self.session.history, data)
        except sqlite3.Error:
            return True

    def _deal(self, stat: Stat | None, data: bytes | None) -> None:
        if stat is None:
            self._gone()
            return
        try:
            if data is None:
                raise BrokenFile("too_large")
            arrival = judged(self.session.history, self.session.plan, data, read(data, self.session.path.name))
        except BrokenFile:
            self._unreadable()
        except sqlite3.Error:
            return
        else:
            self._take(data, arrival)

    def _take(self, data: bytes, arrival: Arrival) -> None:
        """Do what needs no asking."""
        if arrival.kind == "stranger":
            self._step_aside()
        elif arrival.kind == "older":
            self.session.keeper.foreign = None
            self._tell("older", at=arrival.at)
        elif arrival.kind == "unknown":
            self._bring(data, arrival, arrival.gentle, tuple(_apart(arrival.rough)))
        else:
            self._bring(data, arrival, arrival.edits, tuple(_kept(clash) for clash in arrival.clashes))

    def _bring(
        self, data: bytes, arrival: Arrival, edits: tuple[Edit, ...], apart: tuple[tuple[Edit, ...], ...]
    ) -> None:
        """Make some edits a change and keep others to be chosen between; another process may have been first."""
        with contextlib.suppress(sqlite3.Error):
            self.session.bring(edits, "external")
            if self._note(data, arrival, apart, settled=None) and (edits or apart):
                self._tell(_merged(len(edits), len(apart)), changes=len(edits), conflicts=len(apart))
        self.session.keeper.taken(data)
        self.session.write_again()

    def _note(self, data: bytes, arrival: Arrival, apart: tuple[tuple[Edit, ...], ...], settled: str | None) -> bool:
        """Note that a file was dealt with; False where another process has done so."""
        session, history = self.session, self.session.history
        with history.writing():
            if history.knows_file(fingerprint(data)):
                return False
            for edits in apart:
                conflicts.put(history, Change(0, now(), session.author, session.id, "external", None, edits), settled)
            history.take_file(fingerprint(data), now())
            history.set_meta("taken", fingerprint(data))
            note_origin(history, arrival.plan.saved)
        return True

    def answer(self, choice: Choice) -> None:
        """Do what was chosen: keep what stands, take what the file says, or both: the new now, the rest one by one.

        Whatever is not taken stays in the history. Raises `sqlite3.Error` where nothing can be kept now.
        """
        question, session = self.question, self.session
        assert question is not None
        arrival = replace(question.arrival, edits=difference(session.plan, question.arrival.plan))
        taken = {"keep": (), "take": arrival.edits, "both": arrival.gentle}[choice]
        session.bring(taken, "restore" if arrival.kind == "older" else "external")
        if arrival.kind == "unknown":
            apart = {"keep": arrival.edits, "take": (), "both": arrival.rough}[choice]
            self._note(question.data, arrival, tuple(_apart(apart)), now() if choice == "keep" else None)
        self.question = None
        session.keeper.taken(question.data)
        session.write_again()
        session.catch_up()

    def _gone(self) -> None:
        """Follow a file that has another name now, and write one again that is nowhere."""
        for path in plans_in(self.session.path.parent):
            data = _bytes(path)
            if data is not None and self._known(data):
                self._tell("renamed", old=self.session.path.name, new=path.name)
                self.session.moved(path)
                return
        self.session.keeper.foreign = None
        self.session.write_again()
        if self.session.path.parent.is_dir():
            self._tell("gone", name=self.session.path.name)

    def _step_aside(self) -> None:
        """Leave the place to another plan that was put there, and go on under another name."""
        session, old = self.session, self.session.path
        with session.history.writing():
            noted = session.history.meta("aside")
            new = old.with_name(noted) if noted and noted != old.name else unused(old)
            session.history.set_meta("aside", new.name)
        session.keeper.foreign = None
        session.moved(new)
        session.write_again()
        self._tell("replaced", old=old.name, new=new.name)

    def _unreadable(self) -> None:
        """Set a file aside that is no plan, and write ours again."""
        path = self.session.path
        said = words(self.session.plan.front.language.value)
        aside = unused(path.with_name(f"{_stem(path)}-{safe_name(said('elsewhere.unreadable_name'))}{path.suffix}"))
        try:
            os.rename(path, aside)
        except OSError:
            self.session.keeper.trouble = CannotWrite("no_write_access", name=path.name)
            return
        self.session.keeper.foreign = None
        self.session.write_again()
        self._tell("unreadable", name=path.name, aside=aside.name)

    def _tell(self, key: str, **values: object) -> None:
        notice = Notice(f"elsewhere.{key}", values)
        self.notices.append(notice)
        self.on_notice(notice)


def _merged(changes: int, conflicts: int) -> str:
    if conflicts:
        return "apart" if changes else "only_apart"
    return "merged" if changes > 1 else "merged_one"


def _stat(path: Path) -> Stat | None:
    """Give what changes when a file is written or replaced; None where it is gone."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_dev


def _bytes(path: Path) -> bytes | None:
    try:
        return read_bytes(path)
    except FileTrouble:
        return None


def _stem(path: Path) -> str:
    for suffix in PLAN_SUFFIXES:
        if path.name.endswith(suffix):
            return path.name.removesuffix(suffix)
    return path.stem


def _kept(clash: Clash) -> tuple[Edit, ...]:
    """Give a clash as it is kept: what its author had seen is what both sides began from."""
    first, *rest = clash.edits
    if isinstance(first, Set) and first.path == clash.path:
        first = replace(first, before=clash.base)
    return (first, *rest)


def _apart(edits: tuple[Edit, ...]) -> Iterator[tuple[Edit, ...]]:
    """Part edits into what can be chosen one by one; how a list is ordered is one choice."""
    moves = tuple(edit for edit in edits if isinstance(edit, Move))
    yield from ((edit,) for edit in edits if not isinstance(edit, Move))
    if moves:
        yield moves
