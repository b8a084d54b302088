"""What one session is typing and is no change yet; each key is kept before it is echoed."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable
from typing import Any

from .edits import Edit, Set
from .history import Draft, History
from .opening import now
from .people import Presence
from .renewing import EPOCH
from .typing import Typing, ripe


class Removed(Exception):
    """A key that came upon a plan from which something has been removed for good meanwhile."""


class Drafts:
    """The drafts of one session.

    typing: what is being typed, by path. unsettled: what was typed and is no valid value, by path.
    unkept: the paths of drafts that the history could not take yet.
    """

    def __init__(self, history: History, presence: Presence) -> None:
        self.history = history
        self.presence = presence
        self.typing: dict[str, Typing] = {}
        self.unsettled: dict[str, Any] = {}
        self.unkept: set[str] = set()

    def put(self, path: str, value: Any, before: Any, seq: int, epoch: str | None) -> None:
        """Keep what stands in a control. before, seq, epoch: what it was typed upon. Raises `Held` and `Removed`."""
        moment = time.monotonic()
        typing = self.typing.get(path)
        began = (typing.base, typing.before, typing.first) if typing else (seq, before, moment)
        typing = Typing(value, *began, moment)
        self._keep(path, typing, (epoch,))
        self.typing[path] = typing
        self.unsettled.pop(path, None)

    def _keep(self, path: str, typing: Typing, epochs: tuple[str | None, ...] = ()) -> None:
        try:
            with self.history.writing():
                if epochs and self.history.meta(EPOCH) not in epochs:
                    raise Removed
                self.presence.hold(path)
                self.history.put_draft(self.row(path, typing))
            self.unkept.discard(path)
        except sqlite3.Error:
            self.unkept.add(path)

    def row(self, path: str, typing: Typing) -> Draft:
        """Give a draft as the history keeps it."""
        return Draft(self.presence.session, path, typing.value, typing.base, self.presence.author, now())

    def retry(self) -> None:
        """Keep what the history could not take."""
        for path in tuple(self.unkept):
            if path in self.typing:
                self._keep(path, self.typing[path])
            elif path in self.unsettled:
                with contextlib.suppress(sqlite3.Error):
                    self.history.put_draft(self._unsettled(path))
                    self.unkept.discard(path)
            else:
                self.unkept.discard(path)
                self.forget(path)

    @property
    def stale(self) -> tuple[str, ...]:
        """Name the paths whose drafts the history still has, though they came to something or nothing since."""
        return tuple(path for path in sorted(self.unkept) if path not in self.typing and path not in self.unsettled)

    def _unsettled(self, path: str) -> Draft:
        return Draft(self.presence.session, path, self.unsettled[path], 0, self.presence.author, now())

    def waiting(self) -> tuple[Draft, ...]:
        """Give the drafts that the history has not taken."""
        typed = tuple(self.row(path, self.typing[path]) for path in sorted(self.unkept) if path in self.typing)
        return (*typed, *(self._unsettled(path) for path in sorted(self.unkept) if path in self.unsettled))

    def ripe(self) -> list[str]:
        """Name the drafts whose time has come."""
        return ripe(self.typing, time.monotonic())

    def reread(self, standing: Callable[[str], Any]) -> tuple[Edit, ...]:
        """Take what is typed from the history, where something was removed from it for good; give what that changed.

        standing: gives what stands at a path now.
        """
        rows = {one.path: one.value for one in self.history.drafts() if one.session == self.presence.session}
        done: list[Edit] = []
        for path, typing in tuple(self.typing.items()):
            typing.before = standing(path)
            if path not in self.unkept and typing.value != (new := rows.get(path)):
                done.append(Set(path, new, None))
                typing.value = new
                if path not in rows:
                    del self.typing[path]
        for path, value in tuple(self.unsettled.items()):
            if rows.get(path) != value:
                done.append(Set(path, None, None))
                del self.unsettled[path]
        return tuple(done)

    def drop(self, path: str) -> None:
        """Forget the draft at a path."""
        typing = self.typing.pop(path, None)
        unsettled = self.unsettled.pop(path, None)
        if typing is not None or unsettled is not None:
            self.forget(path)

    def forget(self, path: str, session: str = "") -> None:
        """Take a draft that came to nothing out of the history. session: whose it was, oneself where none is named."""
        try:
            self.history.drop_draft(session or self.presence.session, path)
        except sqlite3.Error:
            if session in ("", self.presence.session):
                self.unkept.add(path)

    def release(self, path: str | None = None, idle: float = 0.0) -> None:
        """Let others type where one has typed."""
        with contextlib.suppress(sqlite3.Error):
            self.presence.release(path, idle)

    def left(self) -> list[Draft]:
        """Give what sessions that have ended left behind, a record before its fields. Raises `sqlite3.Error`."""
        living = self.presence.living()
        return sorted((one for one in self.history.drafts() if one.session not in living), key=lambda one: one.path)

    def adopt(self, draft: Draft) -> None:
        """Take over what another left behind and what is no valid value, until somebody mends it."""
        self.unsettled[draft.path] = draft.value
        with contextlib.suppress(sqlite3.Error):
            self.history.adopt_draft(draft, self.presence.session)

    def typed_upon(self, draft: Draft, now: Any) -> Any:
        """Give the value that a draft of the log was typed upon. now: the one that stands there now."""
        later = (edit for change in self.history.changes(draft.base) for edit in change.edits)
        return next((edit.before for edit in later if isinstance(edit, Set) and edit.path == draft.path), now)
