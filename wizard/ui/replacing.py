"""How a text that somebody else has changed takes the place of the one that is read: the cursor stays where it was."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

MOST = 2_000
"""Lines that are compared one by one; in more than these a cursor stays as many characters from their beginning."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What differs between a text and the one that takes its place: `put` for what was `taken` from `start` on."""

    start: int
    taken: str
    put: str

    @classmethod
    def between(cls, old: str, new: str) -> Replaced:
        """Compare two texts from both ends."""
        start = _alike(old, new)
        last = _alike(old[start:][::-1], new[start:][::-1])
        return cls(start, old[start : len(old) - last], new[start : len(new) - last])

    @property
    def end(self) -> int:
        """Give where what was taken ended in the old text."""
        return self.start + len(self.taken)

    def moved(self, at: int) -> int:
        """Give where a cursor stands afterwards that stood at a place of the old text."""
        if at >= self.end:  # also at the end of a text that is written on: what one types follows what is there
            return at + len(self.put) - len(self.taken)
        if at <= self.start:
            return at
        return self.start + self._within(at - self.start)

    def _within(self, at: int) -> int:
        """Find the place again inside what was replaced: in its own line, where that still stands there."""
        old, new = self.taken.splitlines(keepends=True), self.put.splitlines(keepends=True)
        line = self.taken.count("\n", 0, at)
        if len(old) + len(new) <= MOST:
            for first, other, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
                if first <= line < first + size:
                    return at + len("".join(new[: other + line - first])) - len("".join(old[:line]))
        return min(at, len(self.put))


def _alike(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
