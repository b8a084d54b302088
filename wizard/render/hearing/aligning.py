"""Which piece of what was sent is which piece of what came back: by equal text first, then by likeness."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple, TypeVar

T = TypeVar("T")

ALIKE = 0.4
"""How alike two pieces must be to be the same one, changed."""

MOST = 40_000
"""How many pairs are weighed between two pieces that are sure; beyond it only what stands in order is paired."""

_WORDS = re.compile(r"\w+|[^\w\s]")
_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans("\u201c\u201d\u201e\u2018\u2019\u2011\u00ad", '"""\'\'-\u200b')


class Pair(NamedTuple):
    """Places of a piece before and after; None where it came or went."""

    old: int | None
    new: int | None


def folded(text: str) -> str:
    """Give a text as it is compared: what programs change on their own is no difference."""
    text = unicodedata.normalize("NFC", text).translate(_QUOTES).replace("\u200b", "")
    return _SPACES.sub(" ", text).strip()


@lru_cache(maxsize=20_000)
def words_of(text: str) -> Counter[str]:
    """Count the words of a text."""
    return Counter(_WORDS.findall(folded(text).casefold()))


def likeness(old: Counter[str], new: Counter[str]) -> float:
    """Tell how much two texts have in common, from 0 to 1."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 1.0


def aligned(old: Sequence[T], new: Sequence[T], key: Callable[[T], str], alike: Callable[[T, T], float]) -> list[Pair]:
    """Pair two sequences in their order.

    key: what is the same in both is one piece. alike: how likely two pieces are the same one, changed; 0 for never.
    """
    keys = [key(one) for one in old], [key(one) for one in new]
    pairs: list[Pair] = []
    for tag, i, j, k, m in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += [Pair(i + step, k + step) for step in range(j - i)]
        else:
            pairs += [
                Pair(None if a is None else i + a, None if b is None else k + b)
                for a, b in _between(old[i:j], new[k:m], alike)
            ]
    return pairs


def _between(old: Sequence[T], new: Sequence[T], alike: Callable[[T, T], float]) -> list[Pair]:
    """Pair what stands between two sure pieces so that the sum of likenesses is greatest."""
    if not old or not new or len(old) * len(new) > MOST:
        return _in_order(old, new, alike)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    weights = [[_weight(alike(one, other)) for other in new] for one in old]
    for i in range(len(old) - 1, -1, -1):
        for k in range(len(new) - 1, -1, -1):
            best[i][k] = max(best[i + 1][k], best[i][k + 1], best[i + 1][k + 1] + weights[i][k])
    return _path(best, weights)


def _weight(value: float) -> float:
    return value if value >= ALIKE else -1.0


def _path(best: list[list[float]], weights: list[list[float]]) -> list[Pair]:
    pairs: list[Pair] = []
    i = k = 0
    while i < len(weights) and k < len(weights[0]):
        if weights[i][k] > 0 and best[i][k] == best[i + 1][k + 1] + weights[i][k]:
            pairs.append(Pair(i, k))
            i, k = i + 1, k + 1
        elif best[i][k] == best[i + 1][k]:
            pairs.append(Pair(i, None))
            i += 1
        else:
            pairs.append(Pair(None, k))
            k += 1
    rest = [Pair(None, place) for place in range(k, len(weights[0]))]
    return [*pairs, *(Pair(place, None) for place in range(i, len(weights))), *rest]


def _in_order(old: Sequence[T], new: Sequence[T], alike: Callable[[T, T], float]) -> list[Pair]:
    """Pair what stands at the same place and is alike; for stretches too long to weigh every pair."""
    pairs: list[Pair] = []
    for place in range(max(len(old), len(new))):
        both = place < len(old) and place < len(new)
        if both and alike(old[place], new[place]) >= ALIKE:
            pairs.append(Pair(place, place))
            continue
        pairs += [Pair(place, None)] if place < len(old) else []
        pairs += [Pair(None, place)] if place < len(new) else []
    return pairs
