"""Points of the past as people name them: a seq, a time on their own clock, or the name of a version."""

from __future__ import annotations

from datetime import datetime

from .history import History


class NoSuchPoint(LookupError):
    """A word that names no point of the past; `key` is the sentence that says why, with `values`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def seq_of(history: History, word: str) -> int:
    """Find the seq of a name, a number, or a time such as `2026-11-24 14:30`, `24.11.2026` or `14:30`.

    Raises `NoSuchPoint`.
    """
    raise NotImplementedError


def seq_at(history: History, moment: datetime) -> int:
    """Give the seq of the latest change at or before a time; 0 before the first. Raises `NoSuchPoint`."""
    raise NotImplementedError
