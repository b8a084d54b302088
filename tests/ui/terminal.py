"""A terminal to run the program in, with a screen that can be read."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pyte

import wizard

PROGRAM = str(Path(wizard.__file__ or "").parents[1])
START = "import sys; from wizard.cli.main import main; sys.exit(main(sys.argv[1:]))"
PRIVATE = re.compile(rb"\x1b\[[<>=?][0-9;]*[umc]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\")
"""Sequences that pyte takes for text."""


class Terminal:
    """Runs the program on a plan, or in a folder at its start screen, types into it and reads its screen.

    options: what else stands on the command line. variables: what is added to the environment.
    command: what is run instead, such as `ssh` to where the program runs.
    """

    def __init__(
        self,
        path: Path | None,
        columns: int = 80,
        lines: int = 24,
        folder: Path | None = None,
        options: tuple[str, ...] = (),
        variables: dict[str, str] | None = None,
        command: tuple[str, ...] = (),
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.sent = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            # The program that the tests import, wherever it is started.
            usual = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": PROGRAM}
            os.environ.update(usual | (variables or {}))
            os.chdir(folder or os.getcwd())
            ours = (sys.executable, "-c", START, *([str(path)] if path else []), *options)
            os.execvp((command or ours)[0], command or ours)
        self.resize(columns, lines)

    def resize(self, columns: int, lines: int) -> None:
        """Make the window another size; the program is told."""
        self.screen.resize(lines, columns)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def read(self, seconds: float) -> bool:
        """Take in what is on its way; False where nothing came or the program is gone."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return False
        self.sent += data
        self.stream.feed(PRIVATE.sub(b"", data))
        return bool(data)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    def until(self, words: str, seconds: float = 20) -> None:
        """Wait until some words stand on the screen."""
        end = time.monotonic() + seconds
        while words not in self.text:
            assert time.monotonic() < end, f"{words!r} did not appear:\n{self.text}"
            self.read(0.05)

    def gone(self, words: str, seconds: float = 20) -> None:
        """Wait until some words stand on the screen no more."""
        end = time.monotonic() + seconds
        while words in self.text:
            assert time.monotonic() < end, f"{words!r} did not go away:\n{self.text}"
            self.read(0.05)

    def type(self, keys: str) -> None:
        """Type, all at once."""
        os.write(self.fd, keys.encode())

    def end(self, signal_number: int | None = None) -> int:
        """Send a signal where one is given, wait for the end and give the exit code, negative for a signal's."""
        if signal_number is not None:
            os.kill(self.pid, signal_number)
        limit = time.monotonic() + 20
        while time.monotonic() < limit:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                os.close(self.fd)
                return os.waitstatus_to_exitcode(status)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        raise AssertionError(f"the program did not end:\n{self.text}")
