"""Where the answers of one paragraph stand after it was changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from .aligning import folded
from .spans import Span

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")


class Stretch(NamedTuple):
    """Where an answer stands now."""

    span: Span
    start: int
    end: int


def projected(old: str, spans: Sequence[Span], new: str) -> tuple[tuple[Stretch, ...], bool]:
    """Find each answer of a text in the changed text, and tell whether the words between them are as they were.

    What was written at an answer's edge is part of it. Where a change goes over an edge, nobody can tell what belongs
    to which answer: there is none then, and the words between are not as they were.
    """
    found = _framed(old, spans, new) or _weighed(old, spans, new)
    if found is None:
        return (), False
    before, after = _between(old, spans), _between(new, [Span(one.start, one.end, "") for one in found])
    # Who takes an answer away takes the comma before it, too.
    emptied = any(one.start == one.end for one in found)
    return found, before == after or (emptied and not Counter(after.split()) - Counter(before.split()))


def _between(text: str, spans: Sequence[Span]) -> str:
    parts: list[str] = []
    end = 0
    for span in spans:
        parts.append(text[end : span.start])
        end = max(end, span.end)
    return folded(" ".join([*parts, text[end:]]))


def _framed(old: str, spans: Sequence[Span], new: str) -> tuple[Stretch, ...] | None:
    """Find the answers by the words between them, where each of these stands in the changed text just once."""
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(old)]
    words = [old[edges[place] : edges[place + 1]] for place in range(0, len(edges), 2)]
    if not new.startswith(words[0]) or not new.endswith(words[-1]) or len(new) < len(words[0]) + len(words[-1]):
        return None
    last = len(new) - len(words[-1])
    found: list[Stretch] = []
    here = len(words[0])
    for place, span in enumerate(spans):
        word = words[place + 1]
        final = place == len(spans) - 1
        if not final and (
            not word.strip() or new[here:last].count(word) != sum(w == word for w in words[place + 1 : -1])
        ):
            return None
        end = last if final else new.index(word, here, last)
        found.append(Stretch(span, here, end))
        here = end + len(word)
    return tuple(found)


def _weighed(old: str, spans: Sequence[Span], new: str) -> tuple[Stretch, ...] | None:
    """Find the answers by what stayed the same, word by word."""
    before, after = _tokens(old), _tokens(new)
    matcher = SequenceMatcher(None, [word for word, _ in before], [word for word, _ in after], autojunk=False)
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for tag, i, j, k, m in matcher.get_opcodes():
        first, last = _at(before, i, old), _at(before, j, old)
        low, high = _at(after, k, new), _at(after, m, new)
        for number, span in enumerate(spans):
            inside = span.start <= first and last <= span.end
            apart = last <= span.start or span.end <= first
            if tag in ("insert", "replace") and not inside and not apart:
                return None
            if tag == "equal":
                if first <= span.start < last:
                    starts.setdefault(number, low + span.start - first)
                if first < span.end <= last:
                    ends[number] = low + span.end - first
            elif inside:
                _widen(number, low, high, starts, ends)
    return _stretches(spans, starts, ends)


def _widen(number: int, low: int, high: int, starts: dict[int, int], ends: dict[int, int]) -> None:
    """Take what was written inside an answer, or at its edge, into it; what stands at two edges is the first one's."""
    if number - 1 in ends and ends[number - 1] >= high > low:
        return
    starts[number] = min(starts.get(number, low), low)
    ends[number] = max(ends.get(number, high), high)


def _stretches(spans: Sequence[Span], starts: dict[int, int], ends: dict[int, int]) -> tuple[Stretch, ...] | None:
    found: list[Stretch] = []
    here = 0
    for number, span in enumerate(spans):
        start = max(starts.get(number, here), here)
        end = max(ends.get(number, start), start)
        found.append(Stretch(span, start, end))
        here = end
    return tuple(found)


def _tokens(text: str) -> list[tuple[str, int]]:
    return [(found[0], found.start()) for found in _TOKENS.finditer(text)]


def _at(tokens: list[tuple[str, int]], place: int, text: str) -> int:
    return tokens[place][1] if place < len(tokens) else len(text)
