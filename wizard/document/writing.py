"""An open plan as it is written in: what is typed, and how it becomes a change."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from schemas.paths import NoSuchPath, get

from .change import Cause, Change, fits, setting
from .drafts import Drafts, Removed
from .edits import Edit, Set, WrongType, plain, touched
from .following import Follower, nobody
from .history import Draft
from .keeping import Due, Keeper
from .opening import Opened, now
from .people import Held
from .reach import Components, reached


class ReadOnlyPlan(Exception):
    """A wish to change a plan that can only be read here; `key` says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Writer(Follower):
    """A plan that is open in one process: the half of a session that writes.

    components: the parts that may be changed here; None for all. wake: called when there is something to be done when
    its time has come. keeper: writes the plan file.
    """

    def __init__(self, path: Path, data: bytes, found: Opened, author: str, components: Components) -> None:
        super().__init__(path, found, author)
        self.components = components
        self.keeper = Keeper(path, data, found.history)
        self.drafts = Drafts(found.history, self.presence)
        self.wake: Callable[[], None] = nobody

    @property
    def unsettled(self) -> dict[str, Any]:
        """Drafts that are no valid value, by path."""
        return self.drafts.unsettled

    def _changed(self, mine: bool) -> None:
        self.keeper.follow(Due(self.plan, self.ledger.seq, now(), self.ledger.epoch), mine)
        self.wake()

    def apply(self, edits: tuple[Edit, ...], cause: Cause = "user") -> Change | None:
        """Make some edits one change; None where there is nothing to do, or where others came first (`conflicts`).

        Raises `ReadOnlyPlan`, and `NoSuchPath` where the plan has moved on and an edit no longer fits.
        """
        self._writable(*(touched(edit) for edit in edits))
        if not edits:
            return None
        if not fits(self.plan, edits):
            raise NoSuchPath(edits[0])
        return self._commit(edits, cause)

    def _writable(self, *paths: str) -> None:
        if self.read_only is not None:
            raise ReadOnlyPlan(self.read_only)
        if not reached(self.components, paths):
            raise ReadOnlyPlan("document.read_only_part")

    def _commit(
        self, edits: tuple[Edit, ...], cause: Cause, undoes: int | None = None, draft: Draft | None = None
    ) -> Change | None:
        author, session = (draft.author, draft.session) if draft else (self.author, self.id)
        change = Change(self.ledger.next, now(), author, session, cause, undoes, edits)
        done = self.ledger.add(change, draft.path if draft else None)
        self._took(done)
        if done.last is not None:
            self._heard(done.last)
        return done.last

    def draft(self, path: str, value: Any) -> None:
        """Keep what stands in a control, before the key is echoed. Raises `ReadOnlyPlan` and `Held`."""
        self._writable(path)
        typing = self.drafts.typing.get(path)
        before = typing.before if typing else self._standing(path)
        shown = typing.value if typing else before
        seq = self.ledger.seq
        if typing is None:
            self._look_before(path, shown)
        try:
            self.drafts.put(path, value, before, seq, self.ledger.epoch)
        except Removed:
            self._look_before(path, shown)
            self.draft(path, value)
        except Held:
            self.settle(path)
            raise
        self.wake()

    def _look_before(self, path: str, shown: Any) -> None:
        """Take in what others wrote before a key; raises `Held` where it was typed upon what was removed for good."""
        done = self._exchange()
        typing = self.drafts.typing.get(path)
        if done.removed is not None and (typing.value if typing else self._standing(path)) != shown:
            raise Held(path, done.others[-1].author if done.others else self.author)

    def _removed(self, edits: tuple[Edit, ...]) -> None:
        """Show the plan, and what is typed, without what was removed for good."""
        with contextlib.suppress(sqlite3.Error):
            edits = (*edits, *self.drafts.reread(self._standing))
        super()._removed(edits)

    def _standing(self, path: str) -> Any:
        """Give what stands at a path now; None where there is nothing yet."""
        try:
            return plain(get(self.plan, path))
        except NoSuchPath:
            return None

    def value(self, path: str) -> Any:
        """Give what a control at a path should show: its draft, else the plan's own value, plain."""
        if path in self.drafts.typing:
            return self.drafts.typing[path].value
        return self.unsettled[path] if path in self.unsettled else plain(get(self.plan, path))

    def settle(self, path: str | None = None) -> None:
        """Make the draft at a path, or every draft, a change, and let others type there.

        What is no valid value yet stays a draft.
        """
        for here in (path,) if path is not None else tuple(self.drafts.typing):
            self._settle(here)
        self.drafts.release(path)

    def _settle(self, path: str) -> None:
        typing = self.drafts.typing.pop(path, None)
        if typing is not None:
            self._make(self.drafts.row(path, typing), typing.before)

    def _make(self, draft: Draft, before: Any) -> bool:
        """Make a draft a change; False where it comes to nothing. Where others changed the same, it is a conflict."""
        try:
            edits = setting(self.plan, draft.path, draft.value)
        except WrongType:
            self.unsettled[draft.path] = draft.value
            return False
        except NoSuchPath:
            edits = (Set(draft.path, draft.value, before),)
        if not edits:
            self.drafts.forget(draft.path, draft.session)
            return False
        first = edits[0]
        if isinstance(first, Set) and first.path == draft.path:
            edits = (replace(first, before=before), *edits[1:])
        self._commit(edits, "user", draft=draft)
        return True

    def drop(self, path: str) -> None:
        """Drop the draft at a path, because its field gets a value or a reason in another way, or nobody wants it."""
        self.drafts.drop(path)
