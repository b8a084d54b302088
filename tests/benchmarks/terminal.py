"""A program in a terminal of its own, measured from outside: when bytes came, how many, what the screen showed."""

from __future__ import annotations

import contextlib
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
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyte

REPLIES = (
    (re.compile(rb"\x1b\[c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
)
"""What a terminal answers when it is asked who it is."""

MISREAD = re.compile(rb"\x1b\[[<>=?][0-9;]*[umc]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\")
"""Sequences that pyte takes for text."""


class Terminal:
    """A child process with a terminal of some size. Use it as a context manager; leaving kills the child."""

    def __init__(self, command: Sequence[str], columns: int = 120, rows: int = 40, cwd: Path | None = None) -> None:
        self.size = (columns, rows)
        self.log: list[tuple[float, bytes]] = []
        env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        # Without compiled files every start is three times as slow; nobody's installation is like that.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        self.started = time.perf_counter()
        self.pid, self.wire = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            if cwd:
                os.chdir(cwd)
            os.execvpe(command[0], list(command), env)
        _hush(self.wire)
        fcntl.ioctl(self.wire, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        for pid in reversed(list(self.tree())):
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.wire)

    def read(self, timeout: float) -> bytes | None:
        """Read one chunk: b"" where none comes in time, None where the program has ended."""
        if not select.select([self.wire], [], [], max(0.0, timeout))[0]:
            return b""
        try:
            data = os.read(self.wire, 1 << 16)
        except OSError:
            return None
        self.log.append((time.perf_counter() - self.started, data))
        for question, answer in REPLIES:
            if question.search(data):
                os.write(self.wire, answer)
        return data or None

    def pump(self, seconds: float) -> None:
        """Read whatever comes for some time."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0 and self.read(left) is not None:
            pass

    def press(self, keys: bytes, quiet: float = 0.05, timeout: float = 5.0) -> tuple[float, int]:
        """Send keys and read until it is quiet: milliseconds to the last byte, and bytes."""
        start, last, size = time.perf_counter(), 0.0, 0
        os.write(self.wire, keys)
        while data := self.read(quiet if size else timeout):
            last, size = time.perf_counter() - start, size + len(data)
        return last * 1e3, size

    def until(self, marker: str, timeout: float = 30.0) -> float:
        """Give the seconds from the start until a text stood on the screen. Raises `TimeoutError`."""
        screen, stream, fed, end = *self._screen(), 0, time.perf_counter() + timeout
        while time.perf_counter() < end:
            alive = self.read(0.05) is not None
            for moment, data in self.log[fed:]:
                fed += 1
                stream.feed(MISREAD.sub(b"", data))
                if any(marker in line for line in screen.display):
                    return moment
            if not alive:
                break
        raise TimeoutError(f"{marker!r} never stood on the screen:\n" + "\n".join(screen.display))

    def _screen(self) -> tuple[pyte.Screen, pyte.ByteStream]:
        screen = pyte.Screen(*self.size)
        return screen, pyte.ByteStream(screen)

    def display(self) -> str:
        """Give the screen as text."""
        screen, stream = self._screen()
        for _, data in self.log:
            stream.feed(MISREAD.sub(b"", data))
        return "\n".join(line.rstrip() for line in screen.display)

    def bytes(self) -> int:
        """Count what was sent so far."""
        return sum(len(data) for _, data in self.log)

    def tree(self) -> Iterator[int]:
        """Yield the child and all that it started."""
        children: dict[int, list[int]] = {}
        for entry in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError):
                parent = int(Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()[1])
                children.setdefault(parent, []).append(int(entry))
        waiting = [self.pid]
        while waiting:
            yield (pid := waiting.pop())
            waiting += children.get(pid, [])

    def cpu(self) -> float:
        """Give the seconds of processor time used so far."""
        ticks = 0
        for pid in self.tree():
            with contextlib.suppress(OSError):
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Give the proportional set size in MiB."""
        kib = 0
        for pid in self.tree():
            with contextlib.suppress(OSError):
                lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
                kib += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        return kib / 1024


def _hush(wire: int) -> None:
    """Keep the terminal from echoing what is typed before the program reads it."""
    modes = termios.tcgetattr(wire)
    modes[3] &= ~termios.ECHO
    termios.tcsetattr(wire, termios.TCSANOW, modes)


def python(*arguments: str) -> list[str]:
    """Give the command that runs this interpreter, without the folder it stands in on the path."""
    return [sys.executable, "-P", *arguments]
