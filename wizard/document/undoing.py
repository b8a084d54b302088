"""Which change an author may take back next. Undo is per author, lasts across restarts and is a change itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .change import Cause, Change
from .edits import Edit
from .history import History
from .ledger import Ledger
from .rebasing import Clash, rebased

DEEPEST = 5_000
"""How many of an author's latest changes can be taken back."""


@dataclass(frozen=True, slots=True)
class Declined:
    """An undo or redo that was not done; `key` is the sentence that says why, `by` the change that is in the way."""

    key: Literal["document.nothing_to_undo", "document.nothing_to_redo", "document.changed_since"]
    by: Change | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Back:
    """What takes the change `seq` back."""

    edits: tuple[Edit, ...]
    seq: int


class Trail:
    """The changes of one author that can be undone and redone, latest last; read when they are first asked for."""

    def __init__(self, history: History, author: str) -> None:
        self.history = history
        self.author = author
        self._known: tuple[list[int], list[int]] | None = None

    def forget(self) -> None:
        """Read the log anew the next time."""
        self._known = None

    def note(self, change: Change) -> None:
        """Take a change into the trail, where it is this author's."""
        if self._known is not None and change.author == self.author:
            self._put(*self._known, change.seq, change.cause, change.undoes)

    def _read(self, ledger: Ledger) -> tuple[list[int], list[int]]:
        if self._known is None:
            self._known = [], []
            for seq, cause, undoes in self.history.outline(self.author, DEEPEST):
                self._put(*self._known, seq, cause, undoes)
            for one in ledger.waiting:
                self.note(one.change)
        return self._known

    @staticmethod
    def _put(done: list[int], undone: list[int], seq: int, cause: Cause, undoes: int | None) -> None:
        if cause == "forget":
            return
        if cause == "undo":
            if undoes in done:
                done.remove(undoes)
            undone.append(seq)
            return
        if cause != "redo":
            undone.clear()
        elif undoes in undone:
            undone.remove(undoes)
        done.append(seq)

    def back(self, cause: Literal["undo", "redo"], ledger: Ledger) -> Back | Declined:
        """Give what takes the latest change back, or does again what was taken back last."""
        done, undone = self._read(ledger)
        if not (seqs := done if cause == "undo" else undone):
            return Declined("document.nothing_to_undo" if cause == "undo" else "document.nothing_to_redo")
        target, *since = ledger.changes(seqs[-1] - 1)
        if (hindrance := self._hindrance(target, since)) is not None:
            return Declined("document.changed_since", hindrance)
        try:
            return Back(rebased(ledger.plan, target.back(), since), target.seq)
        except Clash:
            return Declined("document.changed_since")

    def _hindrance(self, target: Change, since: list[Change]) -> Change | None:
        """Give the latest change in which somebody else has touched the same since."""
        others = (change for change in reversed(since) if change.author != self.author)
        return next((change for change in others if any(change.touches(path) for path in target.paths())), None)
