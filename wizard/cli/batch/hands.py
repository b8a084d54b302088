"""Who does the work of a batch: processes where there are many plans, since one Python fills one core; else threads."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any

from wizard.render.engine.pool import engine

from .stopping import SIGNALS, Stopping

MANY = 8
"""So many plans are worth processes of their own; fewer are done before those have begun."""

SELDOM = 50_000
"""So many new objects may gather before a process looks for what has become useless; a plan leaves next to none."""

_work: Callable[[Any], Any]
"""What a process of the pool does with a task; only set in such a process."""


def hands(
    work: Callable[[Any], Any], tasks: int, workers: int, stopping: Stopping
) -> tuple[Executor, Callable[[Any], Any], int]:
    """Give a pool, what it is to do with a task, and how many of them it has.

    workers: how many pandocs there are in all. Where a process cannot be made as a copy of this one, there are threads,
    one more than pandocs, so that none of these waits.
    """
    if sys.platform != "linux" or workers < 2 or tasks < MANY:
        engine().most = workers
        return ThreadPoolExecutor(workers + 1), work, workers + 1
    gc.freeze()  # what is loaded stays; nobody need look through it again, or copy it for having looked
    born = ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), _born, (work, stopping))
    return born, _done, workers


def stop() -> None:
    """End those at work: their pandocs at once, so that what waits for them is given up."""
    engine().stop()
    for process in multiprocessing.active_children():
        process.terminate()


def _done(task: Any) -> Any:
    return _work(task)


def _born(work: Callable[[Any], Any], stopping: Stopping) -> None:
    """Begin as a process of its own: one pandoc, no ear for the keyboard, and no life beyond that of the first."""
    global _work
    _work = work

    def give_up(number: int, frame: object) -> None:
        stopping.asked = True
        engine().stop()

    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, give_up)
    engine().most = 1
    gc.set_threshold(SELDOM)
    if first := multiprocessing.parent_process():
        Thread(target=_end_with, args=(first,), daemon=True).start()


def _end_with(first: BaseProcess) -> None:
    """End as soon as the first has ended, however it came to that."""
    first.join()
    os._exit(1)
