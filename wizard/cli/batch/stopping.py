"""Ends a batch when somebody asks: at Ctrl-C, or when the system wants the program to go."""

from __future__ import annotations

import atexit
import os
import signal
import sys
import threading
from types import FrameType, TracebackType
from typing import Any, NoReturn, Self

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Stopping:
    """Knows whether the end is asked for; while it is entered, signals ask.

    The first signal only asks, so that what is being written is written whole; a second one interrupts.
    cut: whether something was left undone. stuck: whether something is still at work that does not listen.
    """

    def __init__(self) -> None:
        self.asked = False
        self.cut = False
        self.stuck = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number in SIGNALS:
                # Who starts us deaf, as `nohup` does, means it.
                if signal.getsignal(number) is not signal.SIG_IGN:
                    self._before[number] = signal.signal(number, self._ask)
        return self

    def _ask(self, number: int, frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()

    def leave(self, code: int) -> int:
        """Give the code back, or where something is stuck, end with it at once."""
        if self.stuck:
            _leave_at_once(code)
        return code


def _leave_at_once(code: int) -> NoReturn:
    """End without waiting for threads, but not without clearing up."""
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
