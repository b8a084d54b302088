"""Removing for good what should never have been written: a citizen's name, a CPR number."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .erasing import TooShort as TooShort
from .erasing import Unwanted as Unwanted
from .session import Session


class CannotForget(Exception):
    """A wish that cannot be met now; `key` is the sentence that says why, with `values`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Traces:
    """How many values hold what is unwanted: in the plan as it is, and in its past alone."""

    now: int
    past: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done. traces: where it was taken out. deleted: damaged or half-written files that are gone altogether.

    left: files of the plan's folder that are not the program's to change and hold it still.
    """

    traces: Traces
    deleted: tuple[Path, ...]
    left: tuple[Path, ...]


def traces(session: Session, unwanted: Unwanted) -> Traces:
    """Count the values that hold it, without changing anything."""
    raise NotImplementedError


def forget(session: Session, unwanted: Unwanted) -> Forgotten:
    """Take it out of the plan, its file, its log, its drafts and all that is kept beside it, for good.

    Only that something was removed stays. Raises `CannotForget`, `ReadOnlyPlan`, `Held` where another is typing it,
    and `CannotWrite`; then what could be done is done, and the same can be wished again.
    """
    raise NotImplementedError
