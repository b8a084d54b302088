"""One pandoc that stays alive between documents."""

from __future__ import annotations

import contextlib
import time
from mmap import PAGESIZE
from pathlib import Path
from threading import Event, Thread

from wizard.process import ProcessTrouble, Standing
from wizard.render.trouble import RenderTrouble

from .job import Job, Made, answer, question
from .program import HEXADECIMAL, command

SECONDS = 60.0
"""How long one file may take."""

EXHAUSTED = 251
"""The exit code of a pandoc that wanted more memory than it may have."""

BOUND = 1536 * 2**20
"""How many bytes a worker may take while it makes a file: a pandoc that meets the end of its heap may hang instead of
ending."""

LOOKS = 0.25
"""How many seconds lie between two looks at a worker that is busy."""

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
        self._asked = False
        self._stopped = ""

    def convert(self, job: Job) -> Made:
        """Make a file. Raises `RenderTrouble` for what lies in the document, `Died` for what does not."""
        self.text, self.jobs, self._stopped = job.markdown, self.jobs + 1, ""
        done = Event()
        Thread(target=self._watch, args=(done,), daemon=True).start()
        try:
            return self._answer(job)
        except (OSError, EOFError, ValueError):
            raise self._ended() from None
        finally:
            done.set()

    def _watch(self, done: Event) -> None:
        """Stop the process when it takes too long or too much."""
        late = time.monotonic() + SECONDS
        while not done.wait(min(LOOKS, SECONDS)):
            if self._memory() > BOUND:
                self._stopped = "too_large"
            elif time.monotonic() >= late:
                self._stopped = "too_slow"
            if self._stopped:
                self.process.kill()
                return

    def _answer(self, job: Job) -> Made:
        """Ask and read; a process that ends meanwhile is an `OSError` or `EOFError`."""
        parts = question(job)
        self._asked = True
        self.process.write(" ".join(str(len(part)) for part in parts).encode() + b"\n", *map(_sent, parts))
        state, *lengths = self.process.line().split(b" ")
        found = [_received(self.process.read(int(length) * (1 + HEXADECIMAL))) for length in lengths]
        self._asked = False
        if state != b"ok":
            raise RenderTrouble("failed", detail=found[0].decode(errors="replace").strip()[:400])
        return answer(found)

    def _ended(self) -> Exception:
        """Say why the process ended."""
        code = self.close()
        if self._stopped or code == EXHAUSTED:
            return RenderTrouble(self._stopped or "too_large", seconds=round(SECONDS))
        return Died()

    @property
    def fit(self) -> bool:
        """Tell whether the worker may go on: it lives, owes no answer, is not old, and has not grown."""
        return self.process.alive and not self._asked and self.jobs < MOST_JOBS and self._memory() <= MOST_MEMORY

    def _memory(self) -> int:
        """Give the bytes the process takes; 0 where the system does not say so in a file."""
        with contextlib.suppress(OSError, ValueError, IndexError):
            return int(Path(f"/proc/{self.process.pid}/statm").read_bytes().split()[1]) * PAGESIZE
        return 0

    def close(self) -> int:
        """End the process and give its exit code."""
        return self.process.close()


def _sent(part: bytes) -> bytes:
    return part.hex().encode() if HEXADECIMAL else part


def _received(part: bytes) -> bytes:
    return bytes.fromhex(part.decode()) if HEXADECIMAL else part
