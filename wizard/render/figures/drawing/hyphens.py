"""Where a word may be parted that is wider than its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from .letters import width
from .marks import Type

if TYPE_CHECKING:
    from pyphen import Pyphen

LEAST = 3
"""Letters that stand before and behind a hyphen at least."""

_DICTIONARIES = {"da": "da_DK", "en": "en_GB"}
_LETTERS = re.compile(r"[^\W\d_]{6,}")


def parted(word: str, type: Type, first: float, room: float, language: str) -> Iterator[str]:
    """Part a word into pieces no wider than a line; nothing of it is lost, and a hyphen shows where a word goes on.

    first: the room on the line that has begun, room: that on every further line. The first piece is empty where not
    even a syllable fits there.
    """
    left = first
    while width(word, type) > left:
        piece, hyphen = _head(word, type, left, language, forced=left >= room)
        yield piece + hyphen
        word, left = word[len(piece) :], room
    yield word


def _head(word: str, type: Type, room: float, language: str, forced: bool) -> tuple[str, str]:
    """Give as much of a word as has room, and what stands behind it."""
    for at in reversed(_places(word, language)):
        if width(word[:at], type) + width("-", type) <= room:
            return word[:at], "-"
    if not forced:
        return "", ""
    at = max((at for at in range(1, len(word)) if width(f"{word[:at]}-", type) <= room), default=1)
    while at < len(word) and _hangs_on(word[at]):
        at += 1
    return word[:at], "-" if _is_latin(word[at - 1 : at + 1]) else ""


@lru_cache(2048)
def _places(word: str, language: str) -> list[int]:
    """Give the ends of a word's syllables, those close to its own ends left out."""
    places: list[int] = []
    for run in _LETTERS.finditer(word):
        inside = (at for at in _dictionary(language).positions(run[0]) if LEAST <= at <= len(run[0]) - LEAST)
        places += [run.start() + at for at in inside]
    return places


@cache
def _dictionary(language: str) -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang=_DICTIONARIES[language])


def _hangs_on(letter: str) -> bool:
    """Tell whether a character belongs to the one before it."""
    return unicodedata.category(letter) in ("Mn", "Me", "Mc", "Cf")


def _is_latin(letters: str) -> bool:
    return len(letters) > 1 and all(one.isalpha() and one < "\u0590" for one in letters)
