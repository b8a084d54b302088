"""Runs many tasks side by side and gives what became of them in order, holding few of them at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

from wizard.render.engine.pool import engine

from .stopping import Stopping

T = TypeVar("T")
R = TypeVar("R")

LOOK = 0.1
"""How many seconds lie between two looks whether the end is asked for."""

GRACE = 2.0
"""How many seconds those at work get to come to an end."""


def in_order(
    tasks: Iterable[T], work: Callable[[T], R], workers: int, stopping: Stopping, begin: Callable[[T], None]
) -> Iterator[R]:
    """Do some work on every task and give the results in the tasks' order, up to where the end is asked for.

    workers: how many pandoc processes there are; one thread more reads and writes, so that none of them waits.
    begin: called with the task that is waited for.
    """
    threads = workers + 1
    engine().most = workers
    waiting: deque[tuple[T, Future[R]]] = deque()
    pool = ThreadPoolExecutor(threads)
    try:
        for task in tasks:
            waiting.append((task, pool.submit(work, task)))
            if len(waiting) > 2 * threads:
                if not _ready(waiting[0], stopping, begin):
                    break
                yield waiting.popleft()[1].result()
        while waiting and _ready(waiting[0], stopping, begin):
            yield waiting.popleft()[1].result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        if stopping.asked:
            stopping.cut = bool(waiting)
            stopping.stuck = _stop(one for _, one in waiting)
    yield from (one.result() for _, one in waiting if one.done() and not one.cancelled())


def _ready(head: tuple[T, Future[R]], stopping: Stopping, begin: Callable[[T], None]) -> bool:
    """Wait for a task; false where the end is asked for before."""
    task, future = head
    begin(task)
    while not stopping.asked:
        if wait([future], LOOK).done:
            return True
    return False


def _stop(futures: Iterable[Future[R]]) -> bool:
    """End those at work, and tell whether some do not."""
    engine().stop()
    return bool(wait([one for one in futures if not one.cancelled()], GRACE).not_done)
