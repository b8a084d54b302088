"""The one thing that moves from one plan to the next."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from schemas.fields import Item
from schemas.paths import NoSuchPath, get
from schemas.plan import Plan, Unanswered

from .change import (
    Cause,
    Change,
    adding,
    applied,
    fits,
    moving,
    passing_by,
    removing,
    setting,
)
from .edits import Add, Edit, WrongType, plain
from .history import Draft
from .keeping import Keeper
from .opening import now
from .typing import Typing, ripe
from .undoing import Trail


class ReadOnlyPlan(Exception):
    """A wish to change a plan that can only be read here; `key` says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Declined:
    """An undo or redo that was not done; `key` is the sentence that says why."""

    key: Literal["document.nothing_to_undo", "document.nothing_to_redo", "document.changed_since"]


def _nobody() -> None:
    """Wake nobody."""


class Session:
    """An open plan: its latest state, its log, its drafts and those who want to hear of its changes.

    plan: the frozen plan as it is now. read_only: None, or the key of the sentence that says why not to write.
    brought_back: paths that a crash had left as drafts. unsettled: drafts that are no valid value, by path.
    wake: called when there is something for `tick` to do again.
    """

    def __init__(self, keeper: Keeper, author: str) -> None:
        self.keeper = keeper
        self.path = keeper.path
        self.plan = keeper.plan
        self.author = author
        self.id = secrets.token_hex(4)
        self.read_only = keeper.read_only
        self._kept: dict[str, str] = {}
        self.brought_back: tuple[str, ...] = ()
        self.unsettled: dict[str, Any] = {}
        self.seq = 0
        self.wake: Callable[[], None] = _nobody
        self._typing: dict[str, Typing] = {}
        self._listeners: list[Callable[[Change], None]] = []
        if keeper.history is not None:
            self.seq = keeper.history.head()
            self._trail = Trail(keeper.history, author)
            self._take_over()

    @property
    def trouble(self) -> str | None:
        """The key of the sentence that says what cannot be kept on the disk now; None where all is well."""
        if self.keeper.unkept:
            return "document.not_kept"
        return "document.not_saved" if self.keeper.trouble is not None else None

    @classmethod
    def open(cls, path: Path, author: str) -> Session:
        """Open a plan file. Raises `FileTrouble` where it cannot be read; opens read-only where it cannot be kept."""
        return cls(Keeper.open(path), author)

    @classmethod
    def create(cls, path: Path, plan: Plan, author: str) -> Session:
        """Write a new plan file and open it. Raises `FileExistsError` and `CannotWrite`."""
        Keeper.create(path, plan)
        return cls.open(path, author)

    def _take_over(self) -> None:
        """Bring in what changed outside, then settle the drafts that dead sessions left behind."""
        if self.keeper.external:
            self._commit(self.keeper.external, "external")
        history = self.keeper.history
        assert history is not None
        for draft in sorted(history.drafts(), key=lambda draft: draft.path):  # a record comes before its fields
            try:
                edits = setting(self.plan, draft.path, draft.value)
            except NoSuchPath:
                continue
            except WrongType:
                self.unsettled[draft.path] = draft.value
                continue
            if edits:
                self._commit(edits, "user", draft=draft)
                self.brought_back += (draft.path,)
            else:
                self.keeper.drop_draft(draft.path)

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Hear of every change; gives what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, edits: tuple[Edit, ...], cause: Cause = "user") -> Change | None:
        """Make some edits one change; None where there is nothing to do.

        Raises `ReadOnlyPlan`, and `NoSuchPath` where the plan has moved on and an edit no longer fits.
        """
        self._writable()
        if not edits:
            return None
        if not fits(self.plan, edits):
            raise NoSuchPath(edits[0])
        return self._commit(edits, cause)

    def _writable(self) -> None:
        if self.read_only is not None:
            raise ReadOnlyPlan(self.read_only)

    def _commit(
        self, edits: tuple[Edit, ...], cause: Cause, undoes: int | None = None, draft: Draft | None = None
    ) -> Change:
        author, session = (draft.author, draft.session) if draft else (self.author, self.id)
        plan = applied(self.plan, edits)
        change = Change(self.seq + 1, now(), author, session, cause, undoes, edits)
        self.keeper.log(change, plan, draft.path if draft else None)
        self.plan, self.seq = plan, change.seq
        self.wake()
        if author == self.author:
            self._trail.note(change.seq, cause, undoes)
        for listener in tuple(self._listeners):
            listener(change)
        return change

    def set(self, path: str, value: Any) -> Change | None:
        """Answer a field with a plain value. Raises `WrongType`, `NoSuchPath` and `ReadOnlyPlan`."""
        self.drop(path)
        return self.apply(setting(self.plan, path, value))

    def add(self, where: str, values: dict[str, Any] | None = None, after: str | Literal["end"] | None = "end") -> str:
        """Add a record to a list and give its id. after: the id before it, None for first, "end" for last."""
        items: tuple[Item, ...] = get(self.plan, where)
        if after == "end":
            after = items[-1].id if items else None
        change = self.apply(adding(self.plan, where, values or {}, after))
        assert change is not None
        return next(str(edit.item["id"]) for edit in change.edits if isinstance(edit, Add))

    def remove(self, where: str, key: str) -> Change | None:
        """Remove a record, with the references to it and the reasons below it."""
        self.settle()
        return self.apply(removing(self.plan, where, key))

    def move(self, where: str, key: str, after: str | None) -> Change | None:
        """Put a record after another one of its list, or first."""
        return self.apply(moving(self.plan, where, key, after))

    def duplicate(self, where: str, key: str) -> str:
        """Add a copy of a record right after it and give the copy's id."""
        self.settle()
        item: Item = get(self.plan, f"{where}[{key}]")
        return self.add(where, plain(item), after=key)

    def pass_by(self, path: str, state: str, reason: str) -> Change | None:
        """Skip a field ("skipped") or declare it not relevant ("irrelevant"), with a reason."""
        self.drop(path)
        return self.apply(passing_by(self.plan, path, Unanswered(state), reason))

    def draft(self, path: str, value: Any) -> None:
        """Keep what stands in a control, before the key is echoed. Raises `ReadOnlyPlan`."""
        self._writable()
        moment = time.monotonic()
        typing = self._typing.get(path)
        first, base = (typing.first, typing.base) if typing else (moment, self.seq)
        self._typing[path] = Typing(value, base, first, moment)
        self.unsettled.pop(path, None)
        self.wake()
        self.keeper.draft(Draft(self.id, path, value, base, self.author, now()))

    def value(self, path: str) -> Any:
        """Give what a control at a path should show: its draft, else the plan's own value, plain."""
        if path in self._typing:
            return self._typing[path].value
        return self.unsettled[path] if path in self.unsettled else plain(get(self.plan, path))

    @property
    def resting(self) -> bool:
        """Tell whether nothing is typed, nothing waits to be kept and the file is written."""
        return not self._typing and self.keeper.resting

    def tick(self) -> None:
        """Settle the drafts whose time has come and save what is due; the interface calls this often."""
        for path in ripe(self._typing, time.monotonic()):
            self.settle(path)
        self.keeper.tick()

    def settle(self, path: str | None = None) -> None:
        """Make the draft at a path, or every draft, a change. What is no valid value yet stays a draft."""
        for here in (path,) if path is not None else tuple(self._typing):
            typing = self._typing.pop(here, None)
            if typing is not None:
                self._settle(here, typing)

    def _settle(self, path: str, typing: Typing) -> None:
        try:
            edits = setting(self.plan, path, typing.value)
        except WrongType:
            self.unsettled[path] = typing.value
            return
        except NoSuchPath:
            edits = ()
        if edits:
            self._commit(edits, "user", draft=Draft(self.id, path, typing.value, typing.base, self.author, now()))
        else:
            self.keeper.drop_draft(path)

    def drop(self, path: str) -> None:
        """Drop the draft at a path, because its field gets a value or a reason in another way, or nobody wants it."""
        typing = self._typing.pop(path, None)
        unsettled = self.unsettled.pop(path, None)
        if typing is not None or unsettled is not None:
            self.keeper.drop_draft(path)

    def undo(self) -> Change | Declined:
        """Take back this author's latest change, as a change."""
        self._writable()
        self.settle()
        return self._back(self._trail.done, "undo")

    def redo(self) -> Change | Declined:
        """Do again what this author took back last, as a change."""
        self._writable()
        self.settle()
        return self._back(self._trail.undone, "redo")

    def _back(self, seqs: list[int], cause: Literal["undo", "redo"]) -> Change | Declined:
        if not seqs:
            return Declined("document.nothing_to_undo" if cause == "undo" else "document.nothing_to_redo")
        target = self.keeper.changes(seqs[-1] - 1, seqs[-1])[0]
        edits = target.back()
        if self._trail.hindered(target, self.keeper.changes(target.seq)) or not fits(self.plan, edits):
            return Declined("document.changed_since")
        return self._commit(edits, cause, undoes=target.seq)

    def remember(self, key: str, value: str) -> None:
        """Keep a line beside the plan, such as how the block timer stands: no part of the plan, never undone."""
        self._kept[key] = value
        self.keeper.remember(key, value)

    def recall(self, key: str) -> str | None:
        """Give a line that was kept, also by an earlier session; None where there is none."""
        if key not in self._kept and (value := self.keeper.recall(key)) is not None:
            self._kept[key] = value
        return self._kept.get(key)

    def save(self) -> None:
        """Settle every draft and write the plan file now. Raises `CannotWrite`; the log has it all the same."""
        self.settle()
        self.keeper.save()

    def close(self) -> None:
        """Settle, save and let go of the plan."""
        try:
            if self.read_only is None:
                self.save()
        finally:
            self.keeper.close()
