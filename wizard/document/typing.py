"""What is being typed and is no change yet, and when it becomes one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from schemas.paths import below

PAUSE = 1.0
"""Seconds without a key after which a draft becomes a change."""
LONGEST = 15.0
"""Seconds of typing after which a draft becomes a change all the same."""


@dataclass(slots=True)
class Typing:
    """A draft: its plain value, the seq and the value it was typed on, the moments of its first and its last key."""

    value: Any
    base: int
    before: Any
    first: float
    last: float


def ripe(typed: Mapping[str, Typing], moment: float) -> list[str]:
    """Name the drafts whose time has come. What belongs to a record that is still on its way waits for the record."""
    coming = [path for path in typed if path.endswith("]")]
    return [
        path
        for path, typing in typed.items()
        if (moment - typing.last >= PAUSE or moment - typing.first >= LONGEST)
        and not any(below(path, record) for record in coming)
    ]
