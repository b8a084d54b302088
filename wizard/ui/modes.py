"""How the keyboard's terminal treats keys: as a program wants them, and as the shell had them."""

from __future__ import annotations

import contextlib
import os
import select
import sys
from collections.abc import Iterator
from typing import Any

_before: dict[int, list[Any]] = {}
_early: dict[int, bytes] = {}


@contextlib.contextmanager
def keeping_keys() -> Iterator[None]:
    """From here on keep each key as it was typed, for whoever reads it later, and in the end give back what was.

    What is typed while the program is loaded is neither echoed nor edited by the terminal.
    """
    fd = sys.stdin.fileno()
    raw(fd, signals=True)
    if fd in _before:
        # Until now the terminal made a new line of Enter.
        _early[fd] = _typed(fd).replace(b"\n", b"\r")
    try:
        yield
    finally:
        cooked(fd)
        _before.pop(fd, None)


def early(fd: int) -> bytes:
    """Give what was typed before the program looked, once."""
    return _early.pop(fd, b"")


def _typed(fd: int) -> bytes:
    found = b""
    while select.select([fd], [], [], 0)[0] and (data := os.read(fd, 4096)):
        found += data
    return found


def raw(fd: int, signals: bool = False) -> None:
    """Take each key as it is typed; with `signals`, Ctrl+C still interrupts."""
    if sys.platform == "win32":
        return
    import termios

    with contextlib.suppress(termios.error):
        modes = termios.tcgetattr(fd)
        _before.setdefault(fd, [*modes[:6], list(modes[6])])
        modes[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR | termios.ISTRIP)
        modes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | (0 if signals else termios.ISIG))
        modes[6][termios.VMIN], modes[6][termios.VTIME] = 1, 0
        termios.tcsetattr(fd, termios.TCSANOW, modes)


def cooked(fd: int) -> None:
    """Give the terminal back as it was before the first `raw`."""
    if sys.platform == "win32" or fd not in _before:
        return
    import termios

    with contextlib.suppress(termios.error):
        termios.tcsetattr(fd, termios.TCSANOW, _before[fd])


def forget_typed(fd: int) -> None:
    """Forget keys that nobody has read, so that a shell does not take them for commands."""
    if sys.platform == "win32":
        return
    import termios

    with contextlib.suppress(termios.error):
        termios.tcflush(fd, termios.TCIFLUSH)
