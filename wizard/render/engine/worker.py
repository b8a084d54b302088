"""One pandoc that stays alive between documents."""

from __future__ import annotations

import contextlib
from pathlib import Path
from threading import Timer

from wizard.process import ProcessTrouble, Standing
from wizard.render.trouble import RenderTrouble

from .job import Job, question
from .program import HEXADECIMAL, command

SECONDS = 60.0
"""How long one file may take."""

EXHAUSTED = 251
"""The exit code of a pandoc that wanted more memory than it may have."""

MOST_JOBS = 2000
"""After so many files a worker is replaced, whatever it has gathered."""

MOST_MEMORY = 600 * 2**20
"""A worker that has grown beyond this many bytes is replaced."""


class Died(Exception):
    """A worker that ended in the middle of its work, for no reason that lies in the document."""


class Worker:
    """A pandoc in its own process: a job in, a file out, one at a time.

    text: the Markdown it has read last, which it need not read again.
    """

    def __init__(self) -> None:
        try:
            self.process = Standing(command())
        except ProcessTrouble as trouble:
            raise RenderTrouble("no_pandoc") from trouble
        self.text = ""
        self.jobs = 0
        self._overdue = False

    def convert(self, job: Job) -> bytes:
        """Make a file. Raises `RenderTrouble` for what lies in the document, `Died` for what does not."""
        self.text, self.jobs, self._overdue = job.markdown, self.jobs + 1, False
        clock = Timer(SECONDS, self._stop)
        clock.daemon = True
        clock.start()
        try:
            return self._answer(job)
        except (OSError, EOFError, ValueError):
            raise self._ended() from None
        finally:
            clock.cancel()

    def _answer(self, job: Job) -> bytes:
        """Ask and read; a process that ends meanwhile is an `OSError` or `EOFError`."""
        parts = question(job)
        self.process.write(" ".join(str(len(part)) for part in parts).encode() + b"\n", *map(_sent, parts))
        state, _, length = self.process.line().partition(b" ")
        data = self.process.read(int(length) * (1 + HEXADECIMAL))
        data = bytes.fromhex(data.decode()) if HEXADECIMAL else data
        if state != b"ok":
            raise RenderTrouble("failed", detail=data.decode(errors="replace").strip()[:400])
        return data

    def _ended(self) -> Exception:
        """Say why the process ended."""
        code = self.close()
        if self._overdue:
            return RenderTrouble("too_slow", seconds=round(SECONDS))
        return RenderTrouble("too_large") if code == EXHAUSTED else Died()

    def _stop(self) -> None:
        self._overdue = True
        self.process.kill()

    @property
    def fit(self) -> bool:
        """Tell whether the worker may go on: it lives, is not old, and has not grown."""
        return self.process.alive and self.jobs < MOST_JOBS and self._memory() <= MOST_MEMORY

    def _memory(self) -> int:
        """Give the bytes the process takes; 0 where the system does not say so in a file."""
        with contextlib.suppress(OSError, ValueError, IndexError):
            return int(Path(f"/proc/{self.process.pid}/statm").read_bytes().split()[1]) * 4096
        return 0

    def close(self) -> int:
        """End the process and give its exit code."""
        return self.process.close()


def _sent(part: bytes) -> bytes:
    return part.hex().encode() if HEXADECIMAL else part
