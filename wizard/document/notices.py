"""What opening a plan has to say: one sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from schemas.language import Words

from .opening import Opened

STANDING = ("document.housed_closed", "document.housed_full", "document.housed_locked", "document.housed_nowhere")
"""Homes of a history that are a trouble as long as they last; any other is told once."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell once: the key of its sentence, and what stands in it."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)

    def sentence(self, words: Words) -> str:
        """Say it."""
        return words(self.key, **self.values)


def standing(found: Opened) -> str | None:
    """Give the key of what is to be said as long as the plan is open; None where the history has a good home."""
    why = found.housed.why if found.housed else None
    return why if why in STANDING else None


def notices(found: Opened) -> Iterator[Notice]:
    """Yield what is to be said of the history of a plan that has been opened."""
    if found.mended is not None:
        key = {0: "begun_anew", 1: "mended_one"}.get(found.mended.kept, "mended")
        yield Notice(f"document.{key}", {"name": found.mended.aside, "count": found.mended.kept})
    if found.housed and found.housed.why and found.housed.why not in STANDING:
        yield Notice(found.housed.why)


def copy_left(copy: Path) -> Notice:
    """Say that a copy of the plan lies with the user, of which the history does not know everything."""
    return Notice("document.copy_left", {"path": copy})
