"""How a text that somebody else has changed takes the place of the one that is read: the cursor stays where it was."""

from __future__ import annotations

from dataclasses import dataclass
from os.path import commonprefix


@dataclass(frozen=True, slots=True)
class Replaced:
    """What differs between a text and the one that takes its place: `put` stands there from `start` to `end`."""

    start: int
    end: int
    put: str

    @classmethod
    def between(cls, old: str, new: str) -> Replaced:
        """Compare two texts from both ends."""
        start = len(commonprefix([old, new]))
        last = len(commonprefix([old[start:][::-1], new[start:][::-1]]))
        return cls(start, len(old) - last, new[start : len(new) - last])

    def moved(self, at: int) -> int:
        """Give where a cursor stands afterwards that stood at a place of the old text."""
        if at <= self.start:
            return at
        after = self.start + len(self.put)
        return after + at - self.end if at >= self.end else min(at, after)
