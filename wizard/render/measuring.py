"""How much room a text takes on paper, measured in the widest font a computer may print it in."""

from __future__ import annotations

import re
from functools import lru_cache

from .escape import Markdown, escape

WIDTHS = {
    letter: width
    for letters, width in {
        "'ijlIJ .,·;:/f\u00a0": 0.35,
        '-t()!r"': 0.46,
        "sz?cLk–": 0.58,
        "vxyPaoTYFøå»«eébdghnpquES0123456789“”": 0.64,
        "KAVÅBRXZCU": 0.73,
        "HNDG&OQØw": 0.82,
        "mMWÆæ%—@…+=☐": 1.0,
    }.items()
    for letter in letters
}
"""How wide letters are, of the type's size; a fallback font of another computer is some tenths wider than ours."""

OTHER, IDEOGRAPH = 0.8, 1.3
"""What any other letter takes, and one from scripts whose letters are square."""

BOLD = 1.13
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


def lines(text: str, room: float) -> int:
    """Count the lines of a text where one holds `room` sizes of its type; a word too long for a line is broken."""
    count, left = 1, room
    for word in text.split(" "):
        needed = width(word)
        if needed > left and left < room:
            count, left = count + 1, room
        over = max(0, -int(-needed // room) - 1)
        count, left = count + over, left - (needed - over * room) - WIDTHS[" "]
    return count


def shortened(text: Markdown, most: int) -> tuple[Markdown, bool]:
    """Give a text of at most so many letters, cut between two words, and tell whether it was cut.

    What is left of a cut text has lost its marks; a single word that is too long gives nothing but the dots.
    """
    read = plain(text)
    if len(read) <= most:
        return text, False
    kept = read[: most + 1].rpartition(" ")[0].rstrip(" ,.;:–-")
    return escape(f"{kept} …".strip()), True
