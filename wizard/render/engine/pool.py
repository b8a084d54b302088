"""The workers that make files: started when they are needed, replaced when they fail, ended when nobody needs them."""

from __future__ import annotations

import atexit
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Condition, Timer, local

from wizard.render.trouble import RenderTrouble

from .job import Job, Made
from .worker import Died, Worker

PATIENCE = 60.0
"""After so many seconds without work a worker gives its memory back."""


def cores() -> int:
    """Give how many cores there are for us."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Here(local):
    """What a thread has: whether it keeps its worker, and the one that it keeps."""

    keeps = False
    worker: Worker | None = None


class Engine:
    """A number of workers that any thread may ask. Close it, or let it sleep: idle workers end by themselves."""

    def __init__(self, most: int = 0) -> None:
        self.most = most or cores()
        self.started = 0
        self.stopped = False
        self._idle: list[tuple[Worker, float]] = []
        self._busy: set[Worker] = set()
        self._out = 0
        self._free = Condition()
        self._sweeper: Timer | None = None
        self._here = _Here()

    def convert(self, job: Job) -> Made:
        """Make a file; a worker that dies in the middle is replaced, once. Raises `RenderTrouble`."""
        for _ in range(2):
            if self.stopped:
                break
            try:
                with self._worker(job.markdown) as worker:
                    return worker.convert(job)
            except Died:
                continue
        raise RenderTrouble("worker_died")

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Let a thread keep its worker from one file to the next, so that a text in several formats is read once."""
        self._here.keeps = True
        try:
            yield
        finally:
            self._here.keeps = False
            if worker := self._here.worker:
                self._here.worker = None
                self._give_back(worker)

    @contextmanager
    def _worker(self, text: str) -> Iterator[Worker]:
        """Lend a worker, rather one that has read the text already."""
        worker = self._here.worker or self._taken(text)
        self._here.worker = None
        self._busy.add(worker)
        try:
            if self.stopped:
                worker.process.kill()
            yield worker
        finally:
            self._busy.discard(worker)
            if self._here.keeps and worker.fit:
                self._here.worker = worker
            else:
                self._give_back(worker)

    def _taken(self, text: str) -> Worker:
        with self._free:
            self._free.wait_for(lambda: self._idle or self._out < self.most)
            self._out += 1
            while self._idle:
                known = (index for index, (one, _) in enumerate(self._idle) if one.text == text)
                worker = self._idle.pop(next(known, -1))[0]
                if worker.process.alive:
                    return worker
                worker.close()
            self.started += 1
        try:
            return Worker()
        except BaseException:
            self._count_out()
            raise

    def _give_back(self, worker: Worker) -> None:
        fit = worker.fit
        if not fit:
            worker.close()
        with self._free:
            if fit:
                self._idle.append((worker, time.monotonic()))
                self._sweep_later()
        self._count_out()

    def _count_out(self) -> None:
        with self._free:
            self._out -= 1
            self._free.notify()

    def _sweep_later(self) -> None:
        if self._sweeper is None:
            self._sweeper = Timer(PATIENCE, self._sweep)
            self._sweeper.daemon = True
            self._sweeper.start()

    def _sweep(self) -> None:
        """End the workers that have had nothing to do for a while."""
        long_ago = time.monotonic() - PATIENCE
        with self._free:
            self._sweeper = None
            tired = [worker for worker, since in self._idle if since <= long_ago]
            self._idle = [(worker, since) for worker, since in self._idle if since > long_ago]
            if self._idle:
                self._sweep_later()
        for worker in tired:
            worker.close()

    def stop(self) -> None:
        """End all workers at once, those at work too, and start no more."""
        self.stopped = True
        for worker in tuple(self._busy):
            worker.process.kill()
        self.close()

    def close(self) -> None:
        """End the workers that are idle; those at work end with it."""
        with self._free:
            idle, self._idle = self._idle, []
            if self._sweeper is not None:
                self._sweeper.cancel()
                self._sweeper = None
        for worker, _ in idle:
            worker.close()


@cache
def engine() -> Engine:
    """Give the engine that the whole program shares, with a worker a core at most."""
    shared = Engine()
    atexit.register(shared.close)
    return shared


def convert(job: Job) -> Made:
    """Make a file by the shared engine. Raises `RenderTrouble`."""
    return engine().convert(job)
