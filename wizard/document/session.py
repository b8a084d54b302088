"""The one thing that moves from one plan to the next."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any, Literal

from schemas.fields import Item
from schemas.paths import get
from schemas.plan import Plan, Unanswered
from wizard.files.mapping import read_bytes
from wizard.files.plan_file import parse_plan

from . import conflicts
from .admission import admitted
from .change import Cause, Change, adding, moving, passing_by, removing, setting
from .conflicts import imposed
from .edits import Add, Edit, Remove, plain, touched
from .elsewhere import Elsewhere
from .folding import fold_adopted
from .keeping import Keeper
from .notices import Notice
from .opening import Opened, now
from .people import LEASE, Held
from .reach import Components, reached
from .safeguard import Safeguard
from .undoing import Declined
from .writing import ReadOnlyPlan, Writer

__all__ = ("ReadOnlyPlan", "Session")


class Session(Writer):
    """An open plan that is worked on: its records, its past, and the file that follows.

    brought_back: paths that a crash had left as drafts. elsewhere: what others make of the plan file.
    """

    def __init__(self, path: Path, data: bytes, found: Opened, author: str, components: Components) -> None:
        super().__init__(path, data, found, author, components)
        self.brought_back: tuple[str, ...] = ()
        self.elsewhere = Elsewhere(self)
        self.safeguard = Safeguard(self, found)
        self._begin(data, found)

    @classmethod
    def open(cls, path: Path, author: str, *, read_only: bool = False, components: Components = None) -> Session:
        """Open a plan file. Raises `FileTrouble` where it cannot be read; opens read-only where it cannot be kept.

        read_only: follow along and change nothing. components: the parts that may be changed; None for all.
        """
        data = read_bytes(path)
        return cls(path, data, admitted(path, data, parse_plan(data, path), read_only), author, components)

    @classmethod
    def create(cls, path: Path, plan: Plan, author: str) -> Session:
        """Write a new plan file and open it. Raises `FileExistsError` and `CannotWrite`."""
        Keeper.create(path, plan)
        return cls.open(path, author)

    def _begin(self, data: bytes, found: Opened) -> None:
        """Bring in what changed outside, then what dead sessions left behind."""
        if self.read_only is None:
            self.safeguard.bring_back()
            if found.arrival is not None:
                self.elsewhere.begin(data, found.arrival)
            elif self.seq > found.plan.saved.seq:
                self._changed(mine=True)
            self.brought_back = self._inherit()
        self._look()

    @property
    def trouble(self) -> str | None:
        """The key of the sentence that says what cannot be kept on the disk now; None where all is well."""
        return self.safeguard.trouble

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What opening the plan had to say, to be told once."""
        return self.safeguard.notices

    def catch_up(self) -> bool:
        """Take in what others have done since, and what those who died left; tell whether the plan is another one."""
        changed = super().catch_up()
        if self.ledger.behind:
            self.wake()
        if self.read_only is None:
            with contextlib.suppress(sqlite3.Error):
                if self.presence.dead():
                    self._inherit()
            self.elsewhere.look()
            self._look()
        return changed

    def bring(self, edits: tuple[Edit, ...], cause: Cause) -> Change | None:
        """Make what came with the plan file a change, whoever may change what here."""
        return self._commit(edits, cause) if edits else None

    def bring_log(self, changes: list[Change]) -> None:
        """Bring changes into the log that an earlier session could not."""
        if changes:
            done = self.ledger.bring(changes)
            self._took(done)
            if done.kept:
                self._changed(mine=True)

    def write_again(self) -> None:
        """Have the plan file written, also where nothing was changed."""
        self._changed(mine=True)

    def moved(self, path: Path) -> None:
        """Go on with the plan file under another name."""
        self.path = self.keeper.path = path
        if self._watcher is not None:
            self._watcher.file = path

    def _inherit(self) -> tuple[str, ...]:
        """Settle what dead sessions typed, under their authors' names, and free what they held; name the paths."""
        brought: list[str] = []
        with contextlib.suppress(sqlite3.Error):
            dead = self.presence.dead()
            for draft in self.drafts.left():
                if self._make(draft, self.drafts.typed_upon(draft, self._standing(draft.path))):
                    brought.append(draft.path)
                elif draft.path in self.unsettled:
                    self.drafts.adopt(draft)
            self.presence.bury(dead)
        return tuple(brought)

    def set(self, path: str, value: Any) -> Change | None:
        """Answer a field with a plain value. Raises `WrongType`, `NoSuchPath` and `ReadOnlyPlan`."""
        self.drop(path)
        return self.apply(setting(self.plan, path, value))

    def add(self, where: str, values: dict[str, Any] | None = None, after: str | Literal["end"] | None = "end") -> str:
        """Add a record to a list and give its id. after: the id before it, None for first, "end" for last."""
        items: tuple[Item, ...] = get(self.plan, where)
        if after == "end":
            after = items[-1].id if items else None
        edits = adding(self.plan, where, values or {}, after)
        self.apply(edits)
        return next(str(edit.item["id"]) for edit in edits if isinstance(edit, Add))

    def remove(self, where: str, key: str) -> Change | None:
        """Remove a record, with the references to it and the reasons below it. Raises `Held`."""
        self._writable(where)
        self.settle()
        self._free(f"{where}[{key}]")
        edits = removing(self.plan, where, key)
        if not reached(self.components, tuple(map(touched, edits))):
            raise ReadOnlyPlan("hosting.used_beyond")
        return self._commit(edits, "user")

    def move(self, where: str, key: str, after: str | None) -> Change | None:
        """Put a record after another one of its list, or first. Raises `Held`."""
        self._free(f"{where}[{key}]")
        return self.apply(moving(self.plan, where, key, after))

    def _free(self, path: str) -> None:
        """See that nobody types inside a record that is to go."""
        if (author := self.holder(path)) is not None:
            raise Held(path, author)

    def duplicate(self, where: str, key: str) -> str:
        """Add a copy of a record right after it and give the copy's id."""
        self.settle()
        item: Item = get(self.plan, f"{where}[{key}]")
        return self.add(where, plain(item), after=key)

    def pass_by(self, path: str, state: str, reason: str) -> Change | None:
        """Skip a field ("skipped") or declare it not relevant ("irrelevant"), with a reason."""
        self.settle(path)
        self.drop(path)
        return self.apply(passing_by(self.plan, path, Unanswered(state), reason))

    @property
    def resting(self) -> bool:
        """Tell whether nothing is typed, nothing waits to be kept and the file is written."""
        typed = self.drafts.typing or self.drafts.unkept or self.presence.holds
        settled = not (typed or self.ledger.waiting or self.ledger.behind)
        return settled and self.keeper.resting and self.elsewhere.resting

    def tick(self) -> None:
        """Settle the drafts whose time has come and save what is due; the interface calls this often."""
        for path in self.drafts.ripe():
            self._settle(path)
        self.drafts.release(idle=LEASE)
        self.drafts.retry()
        if self.ledger.waiting or self.ledger.behind:
            self._exchange()
        self.keeper.tick()
        if not self.elsewhere.resting or self.keeper.foreign is not None:
            self.elsewhere.look()
        self.safeguard.watch()

    def undo(self) -> Change | Declined:
        """Take back this author's latest change, as a change. Raises `Held` where another types in what would go."""
        self._writable()
        self.settle()
        return self._back("undo")

    def redo(self) -> Change | Declined:
        """Do again what this author took back last, as a change."""
        self._writable()
        self.settle()
        return self._back("redo")

    def _back(self, cause: Literal["undo", "redo"]) -> Change | Declined:
        self._exchange()
        back = self.trail.back(cause, self.ledger)
        if isinstance(back, Declined):
            return back
        self._writable(*(touched(edit) for edit in back.edits))
        for edit in back.edits:
            if isinstance(edit, Remove):
                self._free(touched(edit))
        return self._commit(back.edits, cause, undoes=back.seq) or Declined("document.changed_since")

    def resolve(self, conflict: int, take: bool) -> Change | None:
        """Choose between what stands in the plan and the values of a conflict. Raises `NoSuchPath`.

        take: make the conflict's values a change; else they are kept in the history alone.
        """
        chosen = next(one for one in self.conflicts if one.id == conflict)
        self.settle()
        change = None
        if take and (edits := imposed(self.plan, chosen.edits, self.history)):
            change = self.apply(edits, chosen.cause)
        with contextlib.suppress(sqlite3.Error):
            conflicts.settle(self.history, conflict, now())
        self._look()
        return change

    def save(self) -> None:
        """Settle every draft and write the plan file now. Raises `CannotWrite`; the log has it all the same."""
        self.settle()
        self.drafts.retry()
        self._exchange()
        self.keeper.save()

    def close(self) -> None:
        """Settle, save and let go of the plan. Raises `KeptElsewhere` where the file cannot be written."""
        try:
            if self.read_only is None:
                self.safeguard.leave()
                self._fold()
        finally:
            self.keeper.close()
            self.part()

    def _fold(self) -> None:
        """Let go of the finest steps of an adopted plan's past, where nobody else is here."""
        with contextlib.suppress(sqlite3.Error):
            self.presence.look()
            if not self.people:
                fold_adopted(self.history, self.plan)
