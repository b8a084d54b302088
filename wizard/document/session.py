"""The one thing that moves from one plan to the next."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from schemas.fields import Item
from schemas.paths import NoSuchPath, get
from schemas.plan import Plan, Unanswered
from wizard.files.mapping import read_bytes
from wizard.files.plan_file import parse_plan

from . import conflicts
from .admission import admitted
from .change import Cause, Change, adding, fits, moving, passing_by, removing, setting
from .conflicts import imposed
from .drafts import Drafts, Removed
from .edits import Add, Edit, Remove, Set, WrongType, plain, touched
from .elsewhere import Elsewhere
from .folding import fold_adopted
from .following import Follower, nobody
from .history import Draft
from .keeping import Due, Keeper
from .notices import Notice
from .opening import Opened, now
from .people import LEASE, Held
from .reach import Components, reached
from .safeguard import Safeguard
from .undoing import Declined


class ReadOnlyPlan(Exception):
    """A wish to change a plan that can only be read here; `key` says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Session(Follower):
    """An open plan that is worked on: what is typed, what becomes of it, and the file that follows.

    components: the parts that may be changed here; None for all. brought_back: paths that a crash had left as drafts.
    wake: called when there is something for `tick` to do again. elsewhere: what others make of the plan file.
    """

    def __init__(self, path: Path, data: bytes, found: Opened, author: str, components: Components) -> None:
        super().__init__(path, found, author)
        self.components = components
        self.keeper = Keeper(path, data, found.history)
        self.drafts = Drafts(found.history, self.presence)
        self.brought_back: tuple[str, ...] = ()
        self.wake: Callable[[], None] = nobody
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
    def unsettled(self) -> dict[str, Any]:
        """Drafts that are no valid value, by path."""
        return self.drafts.unsettled

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
