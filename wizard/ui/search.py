"""Search across the answers of a plan."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.describing import where
from schemas.language import Words
from schemas.paths import answers, is_empty
from schemas.plan import Plan

from .saying import full_text

_SPELT = {"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"}
_TABLE = str.maketrans(_SPELT)
_WIDTH = 56
"""How many characters of an answer a result shows."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer that holds every word searched for.

    path: where to jump. part: the component's name. label: the question's short name.
    snippet: a piece of the answer on one line. start, end: where in the snippet the first word stands.
    rank: 0 where the label begins with what is searched for, 1 where its words do, 2 where words of the answer do,
    3 inside words; "vision" means the vision before the revision.
    """

    path: str
    part: str
    label: str
    snippet: str
    start: int
    end: int
    rank: int


def folded(text: str) -> str:
    """Spell a text without case and with æ, ø and å as ae, oe and aa, so that "Boern" finds "børn"."""
    return text.casefold().translate(_TABLE)


def fold(text: str) -> tuple[str, list[int]]:
    """Fold a text, and give for each character of the folded one the position it came from."""
    return folded(text), [position for position, character in enumerate(text) for _ in folded(character)]


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _snippet(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Cut a line out of a text around a found word, at the gaps between words where there are any near."""
    if len(text) <= _WIDTH:
        return text, start, end
    first = max(0, min(start - 16, len(text) - _WIDTH))
    if first and (gap := text.find(" ", first, start)) != -1:
        first = gap + 1
    lead = "… " if first else ""
    tail = " …" if first + _WIDTH < len(text) else ""
    cut = lead + text[first : first + _WIDTH] + tail
    shift = len(lead) - first
    return cut, start + shift, min(end + shift, len(cut))


def _match(text: str, sought: list[str], label: str) -> tuple[int, int, int] | None:
    """Tell where the first word found stands in the text, and its rank; None where one is missing.

    Every word must stand in the text or its label.
    """
    plain, in_label = folded(text), folded(label)
    places = [(plain.find(word), len(word)) for word in sought]
    if any(at == -1 and word not in in_label for (at, _), word in zip(places, sought, strict=True)):
        return None
    rank = _rank(sought, plain, in_label)
    found = [(at, length) for at, length in places if at != -1]
    if not found:
        return 0, 0, rank
    at, length = min(found)
    _, came = fold(text)
    return came[at], came[at + length - 1] + 1, rank


def _rank(sought: list[str], text: str, label: str) -> int:
    """Tell how near an answer comes to what is searched for, as `Hit.rank` says."""
    if label.startswith(" ".join(sought)):
        return 0
    if all(_begins(word, label) for word in sought):
        return 1
    return 2 if all(_begins(word, text) or _begins(word, label) for word in sought) else 3


def _begins(word: str, text: str) -> bool:
    """Tell whether some word of a text begins with a word."""
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at != -1


def find(plan: Plan, query: str, words: Words) -> list[Hit]:
    """List the answers that hold every word of a query, nearest first, else in the plan's order.

    An empty query has none. A question without an answer is found by its label, so that one can jump to it.
    """
    sought = folded(_normal(query)).split()
    return sorted(_hits(plan, sought, words), key=lambda hit: hit.rank) if sought else []


def _hits(plan: Plan, sought: list[str], words: Words) -> Iterator[Hit]:
    for path, mark, value in answers(plan):
        if mark.kind in ("records", "flag") or (is_empty(value) and "[" in path):
            continue
        text = _normal(full_text(mark, value, plan, words))
        part, _, label = where(path, plan, words).partition(" › ")
        if (found := _match(text, sought, label.rpartition(" › ")[2])) is not None:
            start, end, rank = found
            yield Hit(path, part, label, *_snippet(text, start, end), rank)
