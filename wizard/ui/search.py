"""Search across the answers of a plan."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from schemas.describing import where
from schemas.fields import Marks
from schemas.language import Words
from schemas.language import words as words_of
from schemas.paths import answers, is_empty
from schemas.plan import Plan

from .saying import full_text

_SPELT = {"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"}
_TABLE = str.maketrans(_SPELT)
_WIDTH = 56
"""How many characters of an answer a result shows."""

SHOWN = 100
"""How many results show their answers."""


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


def _match(plain: str, sought: list[str], in_label: str) -> tuple[int, int, int] | None:
    """Tell where the first word found stands in a folded text, its length, and its rank; None where one is missing.

    Every word must stand in the text or its label.
    """
    places = [(plain.find(word), len(word)) for word in sought]
    if any(at == -1 and word not in in_label for (at, _), word in zip(places, sought, strict=True)):
        return None
    rank = _rank(sought, plain, in_label)
    found = [(at, length) for at, length in places if at != -1]
    if not found:
        return 0, 0, rank
    at, length = min(found)
    return at, length, rank


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
    Beyond the first hundred, which is more than anybody reads, the answers themselves are left out.
    """
    sought = folded(_normal(query)).split()
    found = sorted(_found(plan, sought, words), key=lambda one: one[3]) if sought else []
    return [_hit(*one, shown=number < SHOWN) for number, one in enumerate(found)]


def _hit(told: _Told, at: int, length: int, rank: int, shown: bool) -> Hit:
    if not shown:
        return Hit(told.path, told.part, told.label, "", 0, 0, rank)
    start = end = 0
    if length:
        _, came = fold(told.text)
        start, end = came[at], came[at + length - 1] + 1
    return Hit(told.path, told.part, told.label, *_snippet(told.text, start, end), rank)


@dataclass(frozen=True, slots=True)
class _Told:
    """An answer as it is searched in, and where it stands."""

    path: str
    part: str
    label: str
    text: str
    plain: str
    in_label: str


@lru_cache(maxsize=1)
def _told(kept: _Kept, language: str) -> tuple[_Told, ...]:
    """Write every answer of a plan out; the next letter searches in the same ones."""
    said = words_of(language)
    told = []
    for path, mark, value in answers(kept.plan):
        if _sought_in(path, mark, value):
            text = "" if mark.kind == "records" else _normal(full_text(mark, value, kept.plan, said))
            part, _, label = where(path, kept.plan, said).partition(" › ")
            told.append(_Told(path, part, label, text, folded(text), folded(label.rpartition(" › ")[2])))
    return tuple(told)


class _Kept:
    """A plan known by being the same one: it is frozen, and a change makes another."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and other.plan is self.plan

    def __hash__(self) -> int:
        return id(self.plan)


def _sought_in(path: str, mark: Marks, value: Any) -> bool:
    """Tell whether a field can be found: every answer, and by its label every question that is asked on a page."""
    inside = "[" in path
    if mark.kind == "records" or mark.kind == "flag":
        return not inside and not path.startswith("workshop")
    return not is_empty(value) or not (inside or (path.startswith("workshop") and mark.name != "answer"))


def _found(plan: Plan, sought: list[str], words: Words) -> Iterator[tuple[_Told, int, int, int]]:
    for one in _told(_Kept(plan), words.language):
        if (match := _match(one.plain, sought, one.in_label)) is not None:
            yield one, *match
