"""How a text that somebody else has changed takes the place of the one that is read: the cursor stays where it was."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replaced:
    """What differs between a text and the one that takes its place: `put` stands there from `start` to `end`."""

    start: int
    end: int
    put: str

    @classmethod
    def between(cls, old: str, new: str) -> Replaced:
        """Compare two texts from both ends."""
        start = _alike(old, new)
        last = _alike(old[start:][::-1], new[start:][::-1])
        return cls(start, len(old) - last, new[start : len(new) - last])

    def moved(self, at: int) -> int:
        """Give where a cursor stands afterwards that stood at a place of the old text."""
        if at <= self.start:
            return at
        after = self.start + len(self.put)
        return after + at - self.end if at >= self.end else min(at, after)


def _alike(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
