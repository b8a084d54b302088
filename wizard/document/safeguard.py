"""Keeps with the user what neither the history nor the plan's folder takes, for as long as they do not."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.language import Words
from wizard.files.dump import dump_plan
from wizard.files.mapping import format_of
from wizard.files.trouble import CannotWrite, FileTrouble

from .history import BUSY
from .rescue import Head, Rescue

if TYPE_CHECKING:
    from .session import Session

EVERY = 1.0
"""Seconds between two looks at what is to be kept: what a sudden end may cost while the disk takes nothing."""
IMPATIENT = 0.02
"""Seconds a write waits for another process once one has failed: typing goes on meanwhile."""


class KeptElsewhere(FileTrouble):
    """The plan file could not be written at the end. copy: where the plan stands; None where nothing took it."""

    def __init__(self, cause: CannotWrite | None, copy: Path | None) -> None:
        super().__init__("unwritable")
        self.cause = cause
        self.copy = copy

    def sentence(self, words: Words) -> str:
        """Say why, and where the plan stands now."""
        why = self.cause.sentence(words) if self.cause else words("document.not_kept")
        if self.copy is None:
            return words("document.kept_nowhere", reason=why)
        return words("document.kept_elsewhere", reason=why, path=self.copy)


class Safeguard:
    """The safeguard of one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._rescue = Rescue(session.path, session.id)
        self._looked = 0.0
        self._hurried = False
        self._head: Head | None = None

    @property
    def needed(self) -> bool:
        """Tell whether something is not kept where it belongs."""
        session = self.session
        return bool(session.ledger.waiting or session.drafts.unkept or session.keeper.trouble)

    def watch(self) -> None:
        """Keep what is not kept, or forget what was kept here once all of it stands where it belongs."""
        if not self.needed:
            self._hurry(False)
            self._rescue.drop()
        elif time.monotonic() - self._looked >= EVERY:
            self._looked = time.monotonic()
            self._hurry(True)
            with contextlib.suppress(CannotWrite):
                self._keep()

    def _hurry(self, hurried: bool) -> None:
        """Wait for another process no longer than typing can bear."""
        if hurried != self._hurried:
            self._hurried = hurried
            with contextlib.suppress(sqlite3.Error):
                self.session.history.wait_at_most(IMPATIENT if hurried else BUSY)

    def _keep(self) -> None:
        session = self.session
        plan = session.plan
        changes = tuple(one.change for one in session.ledger.waiting)
        with contextlib.suppress(sqlite3.Error):
            for last in session.history.changes(session.ledger.seq - 1, session.ledger.seq):
                self._head = (last.seq, last.session, last.at)
        data = dump_plan(plan, format_of(session.path))
        self._rescue.keep(plan.saved.plan, data, changes, session.drafts.waiting(), self._head)

    def leave(self, cause: CannotWrite | None) -> None:
        """Keep what could not be kept, at the end. Raises `KeptElsewhere`; the history may have it all the same."""
        copy: Path | None = None
        with contextlib.suppress(CannotWrite):
            self._keep()
            copy = self._rescue.copy
        self._rescue.release()
        raise KeptElsewhere(cause, copy) from cause
