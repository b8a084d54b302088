"""How much two texts have in common, and what goes from one to the next. Pure."""

from __future__ import annotations

from typing import Any

LOST = 40
"""Characters of a text that may go unnoticed: a sentence that is taken out should be found again."""


def alike(one: str, other: str) -> tuple[int, int]:
    """Count the characters with which two texts begin alike, and those with which what is left of them ends alike."""
    head = _shared(one, other)
    return head, _shared(one[head:][::-1], other[head:][::-1])


def lost(before: Any, after: Any) -> bool:
    """Tell whether so much went from a value to the next that what stood there before should be found by itself."""
    if not isinstance(before, str) or not isinstance(after, str):
        return True
    return len(before) - sum(alike(before, after)) > LOST


def _shared(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
