"""Half-written texts: what stood in a field on the way to a text, or from it, where it was typed with pauses. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .likeness import alike

LEAST = 2
"""Signs of a text that make a half of it."""

Span = tuple[int, int]


def halves(states: Sequence[str], pattern: re.Pattern[str], mark: str) -> dict[str, str]:
    """Give those of a field's states, in their order, that hold a part of a match that stood next to them.

    A part may also be all of it, with other letters right behind. Each is given without it.
    """
    whole = {state: {match.span() for match in pattern.finditer(state)} for state in states}
    spans = {state: set(found) for state, found in whole.items()}
    pairs = list(pairwise(states))
    steps = [*((new, old) for old, new in reversed(pairs)), *pairs]
    count = -1
    while count != (count := sum(map(len, spans.values()))):
        for known, beside in steps:
            for span in tuple(spans[known]):
                spans[beside].update(_carried(known, beside, span))
    parts = {
        state: {(start, end) for start, end in found if not any(a <= start and end <= b for a, b in whole[state])}
        for state, found in spans.items()
    }
    return {state: _without(state, found, mark) for state, found in parts.items() if found}


def _without(state: str, spans: set[Span], mark: str) -> str:
    """Write a mark in the place of pieces; of pieces that overlap one mark."""
    kept, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            kept += [state[at:start], mark]
        at = max(at, end)
    return "".join([*kept, state[at:]])


def _carried(old: str, new: str, span: Span) -> Iterator[Span]:
    """Find what of a piece of one state stands in the next one still: before what was changed, and after it."""
    head, tail = alike(old, new)
    shift = len(new) - len(old)
    start, end = span
    for first, last, by in ((start, min(end, head), 0), (max(start, len(old) - tail), end, shift)):
        if last - first >= LEAST:
            yield first + by, last + by
