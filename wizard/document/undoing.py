"""Which change an author may take back next. Undo is per author, lasts across restarts and is a change itself."""

from __future__ import annotations

from .change import Cause, Change
from .history import History


class Trail:
    """The changes of one author that can be undone and redone, latest last."""

    def __init__(self, history: History, author: str) -> None:
        self.author = author
        self.done: list[int] = []
        self.undone: list[int] = []
        self._mine: set[int] = set()
        for seq, who, cause, undoes in history.outline():
            if who == author:
                self.note(seq, cause, undoes)

    def note(self, seq: int, cause: Cause, undoes: int | None) -> None:
        """Take a change of this author into the trail."""
        self._mine.add(seq)
        if cause == "undo":
            self._drop(self.done, undoes)
            self.undone.append(seq)
            return
        if cause == "redo":
            self._drop(self.undone, undoes)
        else:
            self.undone.clear()
        self.done.append(seq)

    @staticmethod
    def _drop(seqs: list[int], seq: int | None) -> None:
        if seq in seqs:
            seqs.remove(seq)

    def hindered(self, target: Change, since: list[Change]) -> bool:
        """Tell whether somebody else has touched the same in the changes since."""
        return any(
            change.seq not in self._mine and any(change.touches(path) for path in target.paths()) for change in since
        )
