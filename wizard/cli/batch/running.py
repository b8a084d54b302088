"""Runs many tasks side by side and gives what became of them in order, holding few of them at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from .hands import hands, stop
from .stopping import Stopping

T = TypeVar("T")
R = TypeVar("R")

LOOK = 0.1
"""How many seconds lie between two looks whether the end is asked for."""

GRACE = 2.0
"""How many seconds those at work get to come to an end."""


def in_order(
    tasks: Iterable[T], count: int, work: Callable[[T], R], workers: int, stopping: Stopping, begin: Callable[[T], None]
) -> Iterator[R]:
    """Do some work on every task and give the results in the tasks' order, up to where the end is asked for.

    count: how many tasks there will be. workers: how many pandoc processes there are.
    begin: called with the task that is waited for.
    """
    pool, do, size = hands(work, count, workers, stopping)
    waiting: deque[tuple[T, Future[R]]] = deque()

    def result() -> R:
        task, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return work(task)  # what a process that died has left, this one does

    try:
        for task in tasks:
            waiting.append((task, _given(pool, do, task)))
            if len(waiting) > 2 * size:
                if not _ready(waiting[0], stopping, begin):
                    break
                yield result()
        while waiting and _ready(waiting[0], stopping, begin):
            yield result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        if stopping.asked:
            stopping.cut = bool(waiting)
            stop()
            stopping.stuck = bool(wait([one for _, one in waiting if not one.cancelled()], GRACE).not_done)
    yield from (one.result() for _, one in waiting if one.done() and not one.cancelled() and not one.exception())


def _given(pool: Executor, do: Callable[[T], R], task: T) -> Future[R]:
    """Hand a task to the pool; to one that has broken nothing can be handed."""
    try:
        return pool.submit(do, task)
    except BrokenProcessPool as broken:
        lost: Future[R] = Future()
        lost.set_exception(broken)
        return lost


def _ready(head: tuple[T, Future[R]], stopping: Stopping, begin: Callable[[T], None]) -> bool:
    """Wait for a task; false where the end is asked for before."""
    task, future = head
    begin(task)
    while not stopping.asked:
        if wait([future], LOOK).done:
            return True
    return False
