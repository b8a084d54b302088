"""What changed in a text, word by word: the passages before and after, with the words that are no longer the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

AROUND = 5
"""How many words that stayed are kept on each side of a change, so that one sees where it stands."""

MOST = 90
"""How many words of each text are shown."""

LONGEST = 1500
"""How many words are compared one by one; comparing twice as many takes four times as long."""

ALIKE = 0.3
"""How much of two texts must be the same before single words are marked: else all of it is new."""

GAP = "…"


class Passage(NamedTuple):
    """A run of words, and whether it stands in one of the two texts only."""

    text: str
    changed: bool


Passages = tuple[Passage, ...]

_Block = tuple[str, int, int, int, int]


def passages(before: str, after: str) -> tuple[Passages, Passages]:
    """Give what to show of a text before and after a change; a side where no word went or came is empty."""
    old, new = before.split(), after.split()
    blocks = list(_blocks(old, new))
    same = sum(end - start for tag, start, end, *_ in blocks if tag == "equal")
    if 2 * same < ALIKE * (len(old) + len(new)):
        return _whole(old), _whole(new)
    return _side(old, [(tag, i, j) for tag, i, j, *_ in blocks]), _side(new, [(b[0], b[3], b[4]) for b in blocks])


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    """Line two rows of words up; where both are very long, what lies between their common ends is all changed."""
    if max(len(old), len(new)) <= LONGEST:
        yield from SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    ends = len(old) - tail, len(new) - tail
    yield "equal", 0, head, 0, head
    yield "replace", head, ends[0], head, ends[1]
    yield "equal", ends[0], len(old), ends[1], len(new)


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """Count the words that two rows begin with alike."""
    pairs = zip(old, new, strict=False)
    return next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))


def _whole(words: Sequence[str]) -> Passages:
    """Give the beginning of a text that has nothing to do with the other one."""
    return (Passage(_cut(words, MOST), False),) if words else ()


def _cut(words: Sequence[str], most: int) -> str:
    return " ".join(words) if len(words) <= most else " ".join(words[:most]) + f" {GAP}"


def _side(words: Sequence[str], blocks: list[tuple[str, int, int]]) -> Passages:
    """Give one text's changed words with what stands around them, no more than can be taken in."""
    if all(tag == "equal" or start == end for tag, start, end in blocks):
        return ()
    found: list[Passage] = []
    left = MOST
    for place, (tag, start, end) in enumerate(blocks):
        if left <= 0:
            found.append(Passage(GAP, False))
            break
        run = words[start:end]
        if tag == "equal":
            found.append(Passage(_context(run, place == 0, place == len(blocks) - 1), False))
        elif run:
            found.append(Passage(_cut(run, left), True))
            left -= len(run)
    return _joined(found)


def _context(run: Sequence[str], first: bool, last: bool) -> str:
    """Shorten words that stayed to those beside a change."""
    before, after = run[:AROUND] if not first else [], run[-AROUND:] if not last else []
    if len(run) <= len(before) + len(after):
        return " ".join(run)
    return " ".join((*before, GAP, *after))


def _joined(found: list[Passage]) -> Passages:
    """Leave out what is empty, and put together what stands side by side and is marked alike."""
    joined: list[Passage] = []
    for passage in found:
        if joined and passage.text and joined[-1].changed == passage.changed:
            joined[-1] = Passage(f"{joined[-1].text} {passage.text}", passage.changed)
        elif passage.text:
            joined.append(passage)
    return tuple(joined)
