"""When to do what may wait: the counts of the steps, the findings, the preview."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.timer import Timer

SOON = 0.2
"""Seconds after the last key until it is done."""
LATEST = 0.5
"""Seconds after which it is done all the same, where changes come without a pause."""
GATHERED = 2.0
"""Seconds from one time to the next where only others change the plan: thirty people make many changes."""


class Calm:
    """Puts off what may wait, and does it once for any number of changes."""

    def __init__(self, pump: MessagePump, do: Callable[[], None]) -> None:
        self._pump = pump
        self._do = do
        self._timer: Timer | None = None
        self._by = 0.0
        self._done = 0.0

    def soon(self) -> None:
        """Do it a moment from now; another wish in between puts it off again, but not for long."""
        now = monotonic()
        self._by = min(self._by, now + LATEST) if self._timer is not None else now + LATEST
        self._set(min(SOON, self._by - now))

    def gather(self) -> None:
        """Do it a moment from now, unless it was done just before: then others' changes are gathered first."""
        if self._timer is None:
            now = monotonic()
            self._by = max(now + SOON, self._done + GATHERED)
            self._set(self._by - now)

    def _set(self, wait: float) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._pump.set_timer(max(0.01, wait), self._do)

    def done(self) -> None:
        """Note that it was done."""
        if self._timer is not None:
            self._timer.stop()
        self._timer, self._done = None, monotonic()
