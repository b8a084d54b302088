"""What a template of another's hand may use up: steps are counted and values weighed, so that each one ends.

Nothing is measured in time: the same template and plan end in the same place on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

STEPS = 1_000_000
"""What one document may take: some thirty times what the plan of a large municipality does."""

HEAVIEST = 1_000_000
"""How many letters and entries one value may hold, those of the values inside it counted each time."""

LETTERS = 16
"""How many letters or entries are handled in the time of a step."""

DIGITS = 4_000
"""The most binary digits of a number."""


class TooMuch(Exception):
    """A template goes on for too long, or makes something too large."""


class _Purse:
    def __init__(self) -> None:
        self.left = STEPS


_purse: ContextVar[_Purse | None] = ContextVar("purse", default=None)


@contextmanager
def counted() -> Iterator[None]:
    """Count the steps of one document."""
    token = _purse.set(_Purse())
    try:
        yield
    finally:
        _purse.reset(token)


def spend(steps: int) -> None:
    """Take steps from what is left; raises `TooMuch` where nothing is."""
    if (purse := _purse.get()) is not None:
        purse.left -= steps
        if purse.left < 0:
            raise TooMuch


def handled(value: Any) -> None:
    """Spend what it takes to go through a value once."""
    if isinstance(value, str | bytes | list | tuple | dict | set | frozenset | range):
        spend(len(value) // LETTERS)


def checked(value: Any) -> Any:
    """Give a value that a template has made, unless it is too heavy."""
    spend(_weight(value, 0) // LETTERS)
    return value


def light(weight: int) -> None:
    """Refuse what would become too heavy, before it is made."""
    if weight > HEAVIEST:
        raise TooMuch


def _weight(value: Any, depth: int) -> int:
    if isinstance(value, str | bytes):
        weight = len(value)
    elif isinstance(value, int):
        weight = value.bit_length() if abs(value) > HEAVIEST else 1
        if weight > DIGITS:
            raise TooMuch
    elif isinstance(value, list | tuple | set | frozenset):
        weight = _sum(value, depth)
    elif isinstance(value, dict):
        weight = _sum(value.keys(), depth) + _sum(value.values(), depth)
    else:
        return 1
    light(weight)
    return weight


def _sum(values: Any, depth: int) -> int:
    if depth > 20:
        raise TooMuch
    total = 0
    for value in values:
        total += 1 + _weight(value, depth + 1)
        light(total)
    return total
