"""The plan as the log has it, and the changes that are on their way into the log."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from dataclasses import dataclass, replace

from schemas.paths import NoSuchPath
from schemas.plan import Plan

from . import conflicts
from .change import Change, applied
from .difference import difference
from .edits import Edit, WrongType, plain
from .history import SNAPSHOT_EVERY, History
from .opening import plan_at
from .rebasing import Clash, rebased, tried
from .renewing import EPOCH, renewed, typed


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change that the history has not taken yet; settled: the path of the draft that it was."""

    change: Change
    settled: str | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """What came of a look at the log: others' changes, and which of ours were kept and refused.

    last: what became of the latest of ours; None where it was refused or others had done the same.
    renumbered: whether some of ours have other numbers now. removed: what the plan lost, with its past, for good; None
    where nothing was removed.
    """

    others: tuple[Change, ...] = ()
    kept: tuple[Change, ...] = ()
    refused: tuple[Change, ...] = ()
    last: Change | None = None
    renumbered: bool = False
    removed: tuple[Edit, ...] | None = None


class Ledger:
    """Brings changes into the log, whose order is the only order. What cannot be written now waits in memory.

    behind: whether the last look at the log failed. plan: the log's plan with what waits upon it.
    logged, seq: the log's plan, and the change it stands at.
    failure: why the history took nothing last.
    """

    def __init__(self, history: History, plan: Plan, seq: int) -> None:
        self.history = history
        self.plan = self.logged = plan
        self.seq = seq
        self.waiting: list[Waiting] = []
        self.behind = False
        self.failure: sqlite3.Error | None = None
        self.epoch: str | None = None
        with contextlib.suppress(sqlite3.Error):
            self.epoch = history.meta(EPOCH)

    def bring(self, changes: list[Change]) -> Exchange:
        """Bring changes into the log that an earlier session could not. They are numbered from `next` on."""
        self.waiting += [Waiting(change, None) for change in changes]
        self._show()
        return self.exchange()

    @property
    def next(self) -> int:
        """Give the seq that a change has until the log gives it its own."""
        return self.seq + len(self.waiting) + 1

    def add(self, change: Change, settled: str | None) -> Exchange:
        """Bring a change into the log, after whatever others brought there first; one that must wait counts as done."""
        self.waiting.append(Waiting(change, settled))
        self._show()
        done = self.exchange()
        return replace(done, last=change) if self.waiting else done

    def _show(self) -> None:
        """Make the plan that is shown anew: what waits is done already for whoever did it."""
        self.plan = self.logged
        for one in self.waiting:
            with contextlib.suppress(NoSuchPath, WrongType):
                self.plan = applied(self.plan, one.change.edits)

    def exchange(self) -> Exchange:
        """Take in what others wrote and write what waits; nothing happens where the history takes nothing now."""
        try:
            done = self._give_and_take() if self.waiting else self._take()
        except sqlite3.Error as error:
            self.failure, self.behind = error, True
            return Exchange()
        self.behind = False
        return done

    def _take(self) -> Exchange:
        removed = self._renew()
        news = self.history.changes(self.seq)
        if news:
            self.stand(news[-1].seq, _after(self.logged, news))
        return Exchange(others=tuple(news), removed=removed)

    def _renew(self) -> tuple[Edit, ...] | None:
        """Read the log's plan anew where something was removed from it for good, and give what that changed."""
        epoch = self.history.meta(EPOCH)
        if epoch == self.epoch:
            return None
        old, found = self.logged, plan_at(self.history, self.seq)
        if found is not None:
            self.logged = found.model_copy(update={"saved": old.saved})
        self.waiting = [one for waits in self.waiting if (one := self._renewed(waits, old)) is not None]
        self.epoch = epoch
        self._show()
        return difference(old, self.logged)

    def _give_and_take(self) -> Exchange:
        with self.history.writing():
            removed = self._renew()
            news = self.history.changes(self.seq)
            writing = _Writing(self.history, _after(self.logged, news), news[-1].seq if news else self.seq)
            for one in self.waiting:
                writing.write(one, news)
            writing.snapshot(self.seq)
        self.waiting.clear()
        self.stand(writing.seq, writing.plan)
        done = (tuple(news), tuple(writing.kept), tuple(writing.refused))
        return Exchange(*done, last=writing.last, renumbered=bool(writing.numbers), removed=removed)

    def _renewed(self, one: Waiting, old: Plan) -> Waiting | None:
        """Give what waits as it is without what was removed; None for what would bring back a value of the past."""
        if one.change.cause in ("undo", "redo", "restore"):
            return None
        change = renewed(one.change, old, self.logged)
        rows = self.history.rows(
            "select value from drafts where session = ? and path = ?", change.session, one.settled or ""
        )
        for (text,) in rows:
            change = typed(change, one.settled or "", json.loads(text))
        return replace(one, change=change)

    def stand(self, seq: int, plan: Plan) -> None:
        """Take a plan for the log's own."""
        self.seq, self.logged = seq, plan
        self._show()

    def changes(self, after: int, until: int | None = None) -> list[Change]:
        """Read the log after a seq, with what the history could not take yet."""
        waiting = [one.change for one in self.waiting]
        late = [change for change in waiting if after < change.seq and (until is None or change.seq <= until)]
        return [*self.history.changes(after, until), *late]


def _after(plan: Plan, changes: list[Change]) -> Plan:
    for change in changes:
        plan = applied(plan, change.edits)
    return plan


class _Writing:
    """Writes what waits into the log, within one transaction."""

    def __init__(self, history: History, plan: Plan, seq: int) -> None:
        self.history = history
        self.plan = plan
        self.seq = seq
        self.kept: list[Change] = []
        self.refused: list[Change] = []
        self.last: Change | None = None
        self.numbers: dict[int, int] = {}

    def write(self, one: Waiting, news: list[Change]) -> None:
        """Write a change as it fits now; one that others came before is kept as a conflict."""
        self.last, change = None, one.change
        done = None if news or self.refused else tried(self.plan, change.edits)
        if done is None:
            try:
                change = replace(change, edits=rebased(self.plan, change.edits, news))
            except Clash:
                self._refuse(one)
                return
            done = applied(self.plan, change.edits)
        if change.edits:
            self._keep(change, one.settled)
        elif one.settled is not None:
            self.history.drop_draft(change.session, one.settled)
        self.plan = done

    def _keep(self, change: Change, settled: str | None) -> None:
        self.seq += 1
        if self.seq != change.seq:
            self.numbers[change.seq] = self.seq
        undoes = self.numbers.get(change.undoes, change.undoes) if change.undoes is not None else None
        change = replace(change, seq=self.seq, undoes=undoes)
        self.history.append(change, settled)
        self.kept.append(change)
        self.last = change

    def _refuse(self, one: Waiting) -> None:
        conflicts.put(self.history, one.change)
        if one.settled is not None:
            self.history.drop_draft(one.change.session, one.settled)
        self.refused.append(one.change)

    def snapshot(self, since: int) -> None:
        """Keep the whole plan where another five hundred changes are full."""
        if self.seq // SNAPSHOT_EVERY > since // SNAPSHOT_EVERY:
            self.history.put_snapshot(self.seq, plain(self.plan))
