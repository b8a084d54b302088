"""The way out to the terminal: nothing waits for it, however long the link stalls."""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import sys
from collections.abc import Callable
from time import monotonic


class Wire:
    """Sends bytes as fast as the terminal takes them, and keeps the rest until it does.

    drained: called when all is sent after some had to wait. lost: called when the terminal is gone.
    """

    def __init__(self, fd: int, drained: Callable[[], None], lost: Callable[[], None]) -> None:
        self._fd, self._ours = _again(fd)
        self._loop = asyncio.get_running_loop()
        self._drained = drained
        self._lost = lost
        self._waiting = bytearray()

    @property
    def behind(self) -> bool:
        """Tell whether something waits to be sent."""
        return bool(self._waiting)

    def write(self, text: str) -> None:
        """Send a text, or what the terminal takes of it; the rest follows by itself."""
        watched = self.behind
        self._waiting += text.encode("utf-8", "replace")
        if not watched and not self._send():
            self._loop.add_writer(self._fd, self._go_on)

    def _send(self) -> bool:
        """Send what the terminal takes; True where all is sent or nothing more can be."""
        try:
            while self._waiting:
                del self._waiting[: os.write(self._fd, self._waiting)]
        except BlockingIOError:
            return False
        except OSError:
            self._waiting.clear()
            self._lost()
        return True

    def _go_on(self) -> None:
        if self._send():
            self._loop.remove_writer(self._fd)
            self._drained()

    def close(self, seconds: float) -> None:
        """Send what waits, for some seconds at most, and let go of the terminal."""
        end = monotonic() + seconds
        self._loop.remove_writer(self._fd)
        while not self._send() and (left := end - monotonic()) > 0:
            select.select([], [self._fd], [], left)
        self._waiting.clear()
        if self._ours:
            os.close(self._fd)
        elif sys.platform != "win32":
            os.set_blocking(self._fd, True)


def _again(fd: int) -> tuple[int, bool]:
    """Open the terminal anew, so that other programs on it go on waiting for it; tell whether that could be done."""
    if sys.platform == "win32":  # there Textual's own driver serves
        return fd, False
    for of in (os.ttyname, lambda _: "/dev/tty"):
        with contextlib.suppress(OSError):
            return os.open(of(fd), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK), True
    os.set_blocking(fd, False)
    return fd, False
