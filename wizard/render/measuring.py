"""How much room a text takes on paper: measured in Arial's letters, with a margin for what a computer has instead."""

from __future__ import annotations

import re
from functools import lru_cache

from .escape import Markdown, escape

WIDTHS = {
    letter: width
    for letters, width in {
        "'ijl": 0.222,
        "ftI .,;:!/|\u00a0": 0.278,
        "r-()·“”": 0.333,
        '"': 0.355,
        "cksvxyzJ": 0.5,
        "abdeghnopquåéL0123456789–?»«": 0.556,
        "+=": 0.584,
        "øFTZ": 0.611,
        "ABEKPSVXYÅ&": 0.667,
        "wCDHNRU": 0.722,
        "☐": 0.75,
        "GOQØ": 0.778,
        "mM": 0.833,
        "æ%": 0.889,
        "W": 0.944,
        "Æ—…@": 1.015,
    }.items()
    for letter in letters
}
"""How wide the letters of Arial are, of the type's size."""

OTHER, IDEOGRAPH = 0.8, 1.2
"""What any other letter takes, and one from scripts whose letters are square."""

OURS, ANY = 1.08, 1.27
"""How much wider than Arial letters may turn out: in our own look, and in a font that is not ours."""

BOLD = 1.1
"""How much wider bold letters are."""

LEADING = 1.27
"""How high a line is, of its type's size."""

_SQUARE = 0x2E80
_PLACES = re.compile("\u2e20\\d+\u2e21|\u2e22")
"""Marks that stand around answers while a document is compared, and in none that is handed out."""

_MARKS = re.compile(r"\\([^\n])|\\\n|\]\(<(?:\\.|[^>\\])*>\)|\*+|\[|\n")


def plain(text: str) -> str:
    """Give what is read of a Markdown of ours, on one line: without its marks and the targets of its links."""
    return _MARKS.sub(lambda found: found[1] or (" " if "\n" in found[0] else ""), unplaced(text))


def unplaced(text: str) -> str:
    """Take the marks away that say which answer a text is."""
    return _PLACES.sub("", text) if "\u2e22" in text or "\u2e20" in text else text


@lru_cache(maxsize=8192)
def width(text: str) -> float:
    """Give the width of a word, in sizes of its type."""
    return sum(WIDTHS.get(letter) or (IDEOGRAPH if ord(letter) >= _SQUARE else OTHER) for letter in text)


def lines(text: str, room: float, wide: float = ANY) -> int:
    """Count the lines of a text where one holds `room` sizes of its type; a word too long for a line is broken.

    wide: how much wider than Arial's the letters may be.
    """
    room /= wide
    count, left = 1, room
    for word in text.split(" "):
        needed = width(word)
        if needed > left and left < room:
            count, left = count + 1, room
        over = max(0, -int(-needed // room) - 1)
        count, left = count + over, left - (needed - over * room) - WIDTHS[" "]
    return count


def shortened(text: Markdown, most: int, *, within: bool = False) -> tuple[Markdown, bool]:
    """Give a text of at most so many letters, cut between two words, and tell whether it was cut.

    What is left of a cut text has lost its marks. A first word that is too long gives nothing but the dots, since half
    an address is a wrong one; within: it is cut itself, for a title, which must say something.
    """
    read = plain(text)
    if len(read) <= most:
        return text, False
    kept = read[: most + 1].rpartition(" ")[0].rstrip(" ,.;:–-")
    if within and not kept:
        return escape(f"{read[: most - 1]}…"), True
    return escape(f"{kept} …".strip()), True
