"""How the plan file follows the log: written whole, by one process at a time, a moment after the last change."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from schemas.plan import Plan, Saved
from wizard.files.comments import comments
from wizard.files.dump import dump_plan
from wizard.files.mapping import format_of, read_bytes
from wizard.files.trouble import CannotWrite, FileTrouble
from wizard.files.whole import write_whole

from .history import History, fingerprint
from .opening import new_plan_id, now
from .renewing import EPOCH
from .stamping import stamped

SAVE_AFTER = 1.0
"""Seconds from one's own last change to the writing of the file."""
SAVE_COMMENTED_AFTER = 3.0
"""The same where the file holds comments, which take longer to keep."""
SAVE_FOR_OTHERS_AFTER = 5.0
"""Seconds from another's last change until the file is written for them, because they did not."""
SILENCE = 5.0
"""Seconds after which a drive that does not answer counts as gone."""
CLAIM = 10.0
"""Seconds for which whoever writes the file is left to it."""
PATIENCE = 2.0
"""Seconds to wait, on the way out, for another who writes the file just then."""


@dataclass(frozen=True, slots=True)
class Due:
    """A state of the plan that the file should have; `at` is when it came about, ISO 8601, UTC.

    epoch: that of the history then. Where something was removed from the history for good since, it is due no more.
    """

    plan: Plan
    seq: int
    at: str
    epoch: str | None = None


class Keeper:
    """Writes one plan file.

    trouble: why the file cannot be written, until it can. foreign: bytes that somebody else put in the file's place;
    they are never written over before they were looked at.
    """

    def __init__(self, path: Path, data: bytes, history: History) -> None:
        self.path = path
        self.history = history
        self.trouble: CannotWrite | None = None
        self.foreign: bytes | None = None
        self._data = data
        self._commented = bool(comments(data))
        self._due: Due | None = None
        self._moment = 0.0
        self._writing: threading.Thread | None = None
        self._begun = 0.0

    @staticmethod
    def create(path: Path, plan: Plan) -> None:
        """Write the file of a new plan. Raises `FileExistsError` and `CannotWrite`."""
        if path.exists():
            raise FileExistsError(path)
        stamp = Saved(plan=new_plan_id(), seq=0, at=datetime.fromisoformat(now()))
        write_whole(path, dump_plan(plan.model_copy(update={"saved": stamp}), format_of(path)))

    def follow(self, due: Due, mine: bool) -> None:
        """Note what the file should become. mine: whether it is this process's own change."""
        wait = SAVE_FOR_OTHERS_AFTER
        if mine:
            wait = SAVE_COMMENTED_AFTER if self._commented else SAVE_AFTER
        self._due = due
        self._moment = time.monotonic() + wait

    @property
    def resting(self) -> bool:
        """Tell whether the file is as it should be."""
        return self._due is None and self.trouble is None

    def tick(self) -> None:
        """Write the file in the background once its time has come."""
        if self._writing is not None and self._writing.is_alive():
            if time.monotonic() - self._begun > SILENCE:
                self.trouble = CannotWrite("no_answer", name=self.path.name)
            return
        if self._due is None or self.foreign is not None or time.monotonic() < self._moment:
            return
        # A drive that does not answer holds the thread for good; as a daemon it does not hold the program.
        self._writing = threading.Thread(target=self._try_write, name="save", daemon=True)
        self._begun = time.monotonic()
        self._writing.start()

    def _try_write(self) -> None:
        try:
            if not self._write():
                self._moment = time.monotonic() + SAVE_AFTER
        except CannotWrite as trouble:
            self.trouble = trouble
            self._moment = time.monotonic() + SAVE_AFTER

    def save(self) -> None:
        """Write the file now, if there is anything to write. Raises `CannotWrite`."""
        self._wait()
        end = time.monotonic() + PATIENCE
        while not self._write() and self.foreign is None and time.monotonic() < end:
            time.sleep(0.05)

    def _write(self) -> bool:
        """Write the file whole; False where another is at it, or where something else stands in its place."""
        due = self._due
        if due is None:
            return True
        if self.foreign is not None:
            return False
        try:
            if not self._claim(due):
                return False
        except sqlite3.Error:
            return self._replace(due)
        try:
            return self._replace(due)
        finally:
            self._unclaim()

    def _claim(self, due: Due | None = None) -> bool:
        """Take the writing of the file upon oneself; False where another is at it, or `due` is due no more."""
        with self.history.writing():
            if float(self.history.meta("writer") or 0) > time.time():
                return False
            if due is not None and self.history.meta(EPOCH) != due.epoch:
                return False
            self.history.set_meta("writer", str(time.time() + CLAIM))
        return True

    def _unclaim(self) -> None:
        try:
            self.history.set_meta("writer", "0")
        except sqlite3.Error:
            return

    def _replace(self, due: Due) -> bool:
        before = self._standing()
        if before is None and os.path.lexists(self.path):
            return False  # what cannot be read is not written over
        if before is not None and not self._ours(before):
            self.foreign = before
            return False
        if before is not None and self._has(before, due):
            self._done(due, before)
            return True
        self._put(due, before or self._data)
        return True

    def _put(self, due: Due, base: bytes) -> None:
        """Write the file, with the comments of an earlier version."""
        saved = stamped(self.history, due.plan.saved, due.seq, due.at)
        data = dump_plan(due.plan.model_copy(update={"saved": saved}), format_of(self.path), base)
        self._intend(data, due)
        # After a power cut no file may be newer than the history that knows it.
        with contextlib.suppress(sqlite3.Error):
            self.history.sync()
        write_whole(self.path, data)
        self._done(due, data)
        with contextlib.suppress(sqlite3.Error):
            self.history.set_meta("written", fingerprint(data))

    @contextlib.contextmanager
    def claimed(self) -> Iterator[None]:
        """Hold the writing of the file, so that nobody else does. Raises `TimeoutError` and `sqlite3.Error`."""
        end = time.monotonic() + CLAIM
        if self._writing is not None:
            self._writing.join(CLAIM)
        while not self._claim():
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(0.05)
        try:
            yield
        finally:
            self._unclaim()

    def cleanse(self, due: Due, clean: Callable[[str], str]) -> None:
        """Write the file, held by `claimed`, with what `clean` makes of each of its comments. Raises `CannotWrite`."""
        base = self._standing() or self._data
        text = base.decode(errors="replace")
        for comment in comments(base):
            text = text.replace(comment, clean(comment))
        self._put(due, text.encode())

    def taken(self, data: bytes | None = None) -> None:
        """Note that the contents of the file that stands there, or of `data`, are in the log now."""
        data = self._data if data is None else data
        self._data, self.foreign = data, None
        with contextlib.suppress(sqlite3.Error):
            self.history.take_file(fingerprint(data), now())

    def _standing(self) -> bytes | None:
        """Read what stands in the file; None where it is gone or cannot be read."""
        try:
            return read_bytes(self.path)
        except FileTrouble:
            return None

    def _ours(self, data: bytes) -> bool:
        """Tell whether we wrote some bytes or took them in. Raises `CannotWrite` where the history cannot tell."""
        try:
            return data == self._data or self.history.knows_file(fingerprint(data))
        except sqlite3.Error as error:
            raise CannotWrite("unwritable", name=self.path.name) from error

    def _has(self, data: bytes, due: Due) -> bool:
        """Tell whether the file holds what is due already, or more."""
        try:
            seq = self.history.file_seq(fingerprint(data))
        except sqlite3.Error:
            return False
        return seq is not None and seq >= due.seq

    def _intend(self, data: bytes, due: Due) -> None:
        """Note the hash before the file stands in the folder, so that a kill between the two leaves no stranger."""
        try:
            self.history.put_file(fingerprint(data), due.seq, due.at)
        except sqlite3.Error:
            return

    def _done(self, due: Due, data: bytes) -> None:
        self._data = data
        self._commented = bool(comments(data))
        self.trouble = None
        if self._due is due:
            self._due = None

    def _wait(self) -> None:
        """Wait for a write that is under way. Raises `CannotWrite` where the drive does not answer."""
        if self._writing is not None:
            self._writing.join(SILENCE)
            if self._writing.is_alive():
                raise CannotWrite("no_answer", name=self.path.name)

    def close(self) -> None:
        """Let go of the file; nothing is written."""
        if self._writing is not None and self.trouble is None:
            self._writing.join(SILENCE)
