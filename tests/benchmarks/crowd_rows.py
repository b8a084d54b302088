"""The rows about many at one plan: how fast a key shows while others type."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from measuring import Row, spread
from screen_rows import KEYS, SEARCH, afresh
from terminal import Terminal, python

PEOPLE = 30
PACE = 0.2
"""Seconds between two keys of one person: five a second, without a pause."""


def rows(plan: Path) -> Iterator[Row]:
    """Measure a key of one person alone, and of the same person while the others type."""
    shared = afresh(plan)
    probe = _come(shared, 0)
    _arrive([probe], 0, 1.5)
    alone = [probe.press(key)[0] for key in KEYS]
    others = [_come(shared, number) for number in range(1, PEOPLE)]
    _arrive(others, 1, 10)
    ending = threading.Event()
    typing = threading.Thread(target=_type, args=(others, ending))
    typing.start()
    probe.pump(3)
    among = [probe.press(key)[0] for key in KEYS]
    ending.set()
    typing.join()
    for one in (probe, *others):
        one.__exit__()
    for label, index in (("median", 0), ("95th percentile", 1)):
        mine, base = spread(among)[index], spread(alone)[index]
        yield Row(f"key to screen while {PEOPLE} people type at one plan, {label}", mine, base, "alone", "ms", 5.0)


def _come(plan: Path, number: int) -> Terminal:
    return Terminal([*python("-m", "wizard", str(plan)), "--name", f"P{number}"], cwd=plan.parent)


def _arrive(people: list[Terminal], first: int, seconds: float) -> None:
    """Let each stand in a measure of its own; all go there at once and have some seconds for each step."""
    for one in people:
        one.until("Stamblad", 120)
    for step in range(4):
        for number, one in enumerate(people, first):
            os.write(one.wire, (SEARCH, f"Indsats nummer {100 + number} for".encode(), b"\r", b"z")[step])
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            for one in people:
                one.pump(0.02)


def _type(people: list[Terminal], ending: threading.Event) -> None:
    """Type for all of them, a letter each in turn, and read what comes back."""
    turn = 0
    while not ending.is_set():
        began = time.perf_counter()
        for one in people:
            os.write(one.wire, b"abcdefghij"[turn % 10 : turn % 10 + 1])
        turn += 1
        while time.perf_counter() - began < PACE:
            for one in people:
                one.read(0)
            time.sleep(0.005)
