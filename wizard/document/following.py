"""An open plan as it is followed: what others do to it, who they are, and where they stand."""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
from collections.abc import Callable
from pathlib import Path

from schemas.plan import Plan, Saved
from wizard.files.plan_file import read_plan
from wizard.files.trouble import FileTrouble

from . import conflicts
from .change import Change
from .conflicts import Conflict
from .difference import difference
from .edits import Edit
from .ledger import Exchange, Ledger
from .lines import Lines
from .opening import Opened, now
from .people import Person, Presence
from .stamping import standing_at
from .undoing import Trail
from .watching import Watcher


def nobody() -> None:
    """Wake nobody."""


class Follower:
    """A plan that is open in one process, perhaps in others too: the half of a session that looks.

    read_only: None, or the key of the sentence that says why not to write. conflicts: what waits for a choice here.
    on_people, on_conflicts: called when others come, go or move, and when there is something to choose between.
    """

    def __init__(self, path: Path, found: Opened, author: str) -> None:
        self.path = path
        self.author = author
        self.id = secrets.token_hex(4)
        self.read_only = found.read_only
        self.history = found.history
        self.ledger = Ledger(found.history, found.plan, found.seq)
        self.presence = Presence(found.history, self.id, author)
        self.trail = Trail(found.history, author)
        self.conflicts: tuple[Conflict, ...] = ()
        self.on_people: Callable[[], None] = nobody
        self.on_conflicts: Callable[[], None] = nobody
        self._lines = Lines(found.history)
        self._watcher: Watcher | None = None
        self._listeners: list[Callable[[Change], None]] = []
        with contextlib.suppress(sqlite3.Error):
            self.presence.join()

    @property
    def plan(self) -> Plan:
        """The frozen plan as it is now."""
        return self.ledger.plan

    @property
    def seq(self) -> int:
        """The seq of the latest change."""
        return self.ledger.next - 1

    def stamp(self) -> Saved:
        """Give the plan's stamp with the change it stands at now; the time it was saved at is left alone."""
        return standing_at(self.history, self.plan.saved, self.seq)

    @property
    def people(self) -> tuple[Person, ...]:
        """The others who have the plan open now."""
        return self.presence.others

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Hear of every change; gives what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def listen(self, call: Callable[[], None]) -> None:
        """Have `call` called, from another thread, whenever there is something for `catch_up` to take in."""
        self._watcher = Watcher(self.history.path, self.path, self.presence, call)
        self._watcher.start()

    def catch_up(self) -> bool:
        """Take in what others have done since; tell whether the plan is another one."""
        before = self.plan
        self._lines.refresh()
        if self.history.path is None and self.read_only is not None:
            self._reread()
        else:
            self._exchange()
        self._look()
        return self.plan is not before

    def _reread(self) -> None:
        """Take the plan from its file, which is all there is to follow where the history cannot be read."""
        with contextlib.suppress(FileTrouble):
            plan = read_plan(self.path)
            change = Change(plan.saved.seq, now(), "", "", "external", None, difference(self.plan, plan))
            self.ledger.stand(plan.saved.seq, plan)
            if change.edits:
                self._tell(change)

    def _look(self) -> None:
        """See who is here and what waits for a choice."""
        with contextlib.suppress(sqlite3.Error):
            if self.presence.look():
                self.on_people()
            waiting = conflicts.waiting(self.history, self.author)
            if waiting != self.conflicts:
                self.conflicts = waiting
                self.on_conflicts()

    def stand(self, place: str) -> None:
        """Say where one is, for the others."""
        with contextlib.suppress(sqlite3.Error):
            self.presence.stand(place)

    def holder(self, path: str) -> str | None:
        """Name whoever else types at a path now; None where nobody does."""
        with contextlib.suppress(sqlite3.Error):
            return self.presence.holder(path)
        return None

    def changes(self, after: int = 0, until: int | None = None) -> list[Change]:
        """Read the log after a seq, up to and with another."""
        return self.ledger.changes(after, until)

    def _exchange(self) -> Exchange:
        """See what others wrote, and write what the history could not take before."""
        done = self.ledger.exchange()
        self._took(done)
        if done.kept:
            self._changed(mine=True)
        return done

    def _took(self, done: Exchange) -> None:
        """Tell of others' changes, and of our own that were refused."""
        if done.removed is not None:
            self._removed(done.removed)
        if done.renumbered:
            self.trail.forget()
        for change in done.others:
            self._heard(change)
        for change in done.refused:
            self._tell(change)
        if done.refused:
            self._look()

    def _removed(self, edits: tuple[Edit, ...]) -> None:
        """Show the plan without what was removed from it and its past for good."""
        self.trail.forget()
        self._changed(mine=False)
        self._tell(Change(self.ledger.seq, now(), "", "", "forget", None, edits))

    def _heard(self, change: Change) -> None:
        """Note a change of the plan, and tell of it."""
        self.trail.note(change)
        self._changed(mine=change.session == self.id)
        self._tell(change)

    def _changed(self, mine: bool) -> None:
        """Do what follows from another plan; mine: whether it came about here."""

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)

    def remember(self, key: str, value: str) -> None:
        """Keep a line beside the plan, such as how the block timer stands: no part of the plan, never undone.

        Whoever only follows along keeps it for this run alone.
        """
        self._lines.remember(key, value, shared=self.read_only is None)

    def recall(self, key: str) -> str | None:
        """Give a line that was kept, also by an earlier session; None where there is none."""
        return self._lines.recall(key)

    def part(self) -> None:
        """Let go of the plan."""
        if self._watcher is not None:
            self._watcher.end()
        with contextlib.suppress(sqlite3.Error):
            self.presence.leave()
        self.history.close()
