"""Keeps with the user what neither the history nor the plan's folder takes, for as long as they do not."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.language import Words
from wizard.files.dump import dump_plan
from wizard.files.mapping import format_of
from wizard.files.trouble import CannotWrite

from .history import BUSY
from .housing import reason
from .notices import Notice, copy_left, notices, standing
from .rescue import Head, Rescue
from .returning import Left, left, numbered

if TYPE_CHECKING:
    from .opening import Opened
    from .session import Session

EVERY = 1.0
"""Seconds between two looks at what is to be kept: what a sudden end may cost while the disk takes nothing."""
IMPATIENT = 0.02
"""Seconds a write waits for another process once one has failed: typing goes on meanwhile."""
_NOBODY = "rescued"
"""Whose draft a rescued one is until it is taken over: its own session may seem to live, where it could not say that
it ended."""
_NOT_KEPT = ("full", "locked")
_NOT_SAVED = ("no_space", "no_write_access", "read_only_disk", "no_folder", "no_answer")


class KeptElsewhere(CannotWrite):
    """The plan file could not be written at the end. copy: where the plan stands; None where nothing took it."""

    def __init__(self, cause: CannotWrite, copy: Path | None) -> None:
        super().__init__("unwritable")
        self.cause = cause
        self.copy = copy

    def sentence(self, words: Words) -> str:
        """Say why, and where the plan stands now."""
        cause = self.cause.key.removeprefix("files.")
        why = words(f"document.left_{cause if cause in _NOT_SAVED else 'unwritable'}")
        if self.copy is None:
            return words("document.kept_nowhere", reason=why)
        return words("document.kept_elsewhere", reason=why, path=self.copy)


class Safeguard:
    """The safeguard of one session.

    notices: what opening the plan had to say.
    """

    def __init__(self, session: Session, found: Opened) -> None:
        self.session = session
        self.notices: tuple[Notice, ...] = tuple(notices(found))
        self._found = found
        self._standing = standing(found)
        self._rescue = Rescue(session.path, session.id)
        self._looked = 0.0
        self._hurried = False
        self._head: Head | None = None

    def bring_back(self) -> None:
        """Bring back what earlier sessions of this user could not keep where it belongs."""
        with contextlib.suppress(sqlite3.Error):
            for one in left(self.session.path, self._found):
                self._bring(one)

    def _bring(self, one: Left) -> None:
        session = self.session
        before = session.ledger.seq
        session.bring_log(numbered(one.changes, session.ledger.next))
        if session.ledger.waiting:
            return
        for owner, path in (*one.settled, *((draft.session, draft.path) for draft in one.drafts)):
            session.history.drop_draft(owner, path)
        for draft in one.drafts:
            session.history.put_draft(replace(draft, session=_NOBODY))
        count = session.ledger.seq - before
        if count:
            key = "document.returned" if count > 1 else "document.returned_one"
            self.notices += (Notice(key, {"count": count}),)
        if one.copy is not None:
            self.notices += (copy_left(one.copy),)
        else:
            one.done()

    @property
    def trouble(self) -> str | None:
        """The key of the sentence that says what cannot be kept on the disk now; None where all is well."""
        session = self.session
        if session.ledger.waiting or session.drafts.unkept:
            failure = session.ledger.failure
            return _worded("not_kept", reason(failure) if failure else "", _NOT_KEPT)
        if session.keeper.trouble is None:
            return self._standing
        if session.history.path is None:
            return "document.not_kept"
        return _worded("not_saved", session.keeper.trouble.key.removeprefix("files."), _NOT_SAVED)

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
        waiting = session.ledger.waiting
        changes = tuple(one.change for one in waiting)
        settled = tuple((one.change.session, one.settled) for one in waiting if one.settled is not None)
        settled += tuple((session.id, path) for path in session.drafts.stale)
        with contextlib.suppress(sqlite3.Error):
            for last in session.history.changes(session.ledger.seq - 1, session.ledger.seq):
                self._head = (last.seq, last.session, last.at)
        data = dump_plan(plan, format_of(session.path))
        self._rescue.keep(plan.saved.plan, data, changes, session.drafts.waiting(), settled, self._head)

    def leave(self) -> None:
        """Save, and keep what cannot be saved. Raises `KeptElsewhere` where the plan file is not as it should be."""
        self._hurry(False)
        cause: CannotWrite | None = None
        try:
            self.session.save()
        except CannotWrite as trouble:
            cause = trouble
        if cause is None and not self.needed:
            self._rescue.drop()
            return
        copy: Path | None = None
        with contextlib.suppress(CannotWrite):
            self._keep()
            copy = self._rescue.copy
        self._rescue.release()
        raise KeptElsewhere(cause or self._cause(), copy) from cause

    def _cause(self) -> CannotWrite:
        """Say of the history what is said of a file that cannot be written."""
        failure = self.session.ledger.failure
        full = failure is not None and reason(failure) == "full"
        return CannotWrite("no_space" if full else "unwritable", name=self.session.path.name)


def _worded(key: str, cause: str, known: tuple[str, ...]) -> str:
    return f"document.{key}_{cause}" if cause in known else f"document.{key}"
