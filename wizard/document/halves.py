"""Half-written texts: what stood in a field on the way to a text, or from it, where it was typed with pauses. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .likeness import alike

LEAST = 2
"""Signs of a text that make a half of it."""

Span = tuple[int, int]


def halves(states: Sequence[str], pattern: re.Pattern[str]) -> set[str]:
    """Give those of a field's states, in their order, that hold no match but a part of one that stood next to them."""
    whole = [{match.span() for match in pattern.finditer(state)} for state in states]
    spans = [set(found) for found in whole]
    for order in (range(len(states) - 2, -1, -1), range(1, len(states))):
        for place in order:
            beside = place - order.step
            for span in spans[beside]:
                spans[place] |= set(_carried(states[beside], states[place], span))
    return {
        state
        for state, found, full in zip(states, spans, whole, strict=True)
        if any(not any(a <= start and end <= b for a, b in full) for start, end in found)
    }


def _carried(old: str, new: str, span: Span) -> Iterator[Span]:
    """Find what of a piece of one state stands in the next one still: before what was changed, and after it."""
    head, tail = alike(old, new)
    shift = len(new) - len(old)
    start, end = span
    for first, last, by in ((start, min(end, head), 0), (max(start, len(old) - tail), end, shift)):
        if last - first >= LEAST:
            yield first + by, last + by
