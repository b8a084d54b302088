"""The block timer: which block of the drejebog runs, and how long it has left. Time is seconds of the wall clock,
so that a timer goes on through a restart."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from schemas.runsheet import Block, RunSheet, shortened

LATE = 180
"""Seconds behind the plan from which it is proposed what to shorten."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A timer at one block of one session.

    sheet: path of the drejebog. sitting, block: positions in it. minutes: what each block of the session has now.
    ends: when the block ends, while it runs. left: seconds left, while it stands still. due: when the session
    is to end, from its first start. spent: the blocks one has turned away from, each with the seconds it had left.
    """

    sheet: str
    sitting: int
    minutes: tuple[int, ...]
    block: int = 0
    ends: float | None = None
    left: float = 0.0
    due: float | None = None
    spent: tuple[tuple[int, float], ...] = ()

    @classmethod
    def at(cls, sheet: Path, run_sheet: RunSheet, sitting: int) -> Clock:
        """Set the timer to the first block of a session; it stands still until it is started."""
        minutes = tuple(block.minutes for block in run_sheet.sessions[sitting].blocks)
        return cls(str(sheet), sitting, minutes, left=minutes[0] * 60.0)

    @property
    def running(self) -> bool:
        """Tell whether time goes."""
        return self.ends is not None

    def remaining(self, now: float) -> float:
        """Give the seconds left of the block; below zero where its time is up."""
        return self.left if self.ends is None else self.ends - now

    def started(self, now: float) -> Clock:
        """Let the time go."""
        if self.running:
            return self
        due = now + self._to_come(now) if self.due is None else self.due
        return replace(self, ends=now + self.left, due=due)

    def paused(self, now: float) -> Clock:
        """Let the time stand still."""
        return replace(self, left=self.remaining(now), ends=None)

    def moved(self, minutes: int, now: float) -> Clock:
        """Give the block more minutes, or fewer; it keeps one at least."""
        least = 60 - self.remaining(now)
        by = max(minutes * 60.0, least) if minutes < 0 else minutes * 60.0
        return replace(self, left=self.left + by, ends=None if self.ends is None else self.ends + by)

    def turned(self, block: int, now: float) -> Clock:
        """Go to another block of the session, with the time it has left; it stands still until it is started.

        At either end of the session nothing happens.
        """
        block = max(0, min(block, len(self.minutes) - 1))
        if block == self.block:
            return self
        spent = dict(self.spent)
        if (left := self.remaining(now)) != self.minutes[self.block] * 60.0:
            spent[self.block] = left
        left = spent.pop(block, self.minutes[block] * 60.0)
        return replace(self, block=block, ends=None, left=left, spent=tuple(spent.items()))

    def late(self, now: float) -> float:
        """Give the seconds by which the session will end after its time, if the blocks to come keep theirs."""
        return 0.0 if self.due is None else now + self._to_come(now) - self.due

    def _to_come(self, now: float) -> float:
        return max(0.0, self.remaining(now)) + 60.0 * sum(self.minutes[self.block + 1 :])

    def proposal(self, blocks: tuple[Block, ...], now: float) -> tuple[int, ...] | None:
        """Propose minutes for every block of the session where it is late; None where nothing can be caught up."""
        late = self.late(now)
        if late < LATE:
            return None
        after = self.block + 1
        wished = shortened(blocks[after:], self.minutes[after:], round(late / 60))
        return None if wished == self.minutes[after:] else (*self.minutes[:after], *wished)

    def shared(self, minutes: tuple[int, ...]) -> Clock:
        """Give the blocks other minutes; the one that runs keeps what it has left."""
        return replace(self, minutes=minutes)

    def to_json(self) -> str:
        """Write the timer as it is kept beside the plan."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str | None) -> Clock | None:
        """Read a timer that was kept; None where there is none or it cannot be read."""
        try:
            data = json.loads(text or "")
            spent = tuple((int(block), float(left)) for block, left in data.get("spent", ()))
            return cls(**{**data, "minutes": tuple(data["minutes"]), "spent": spent})
        except (ValueError, TypeError, KeyError):
            return None
