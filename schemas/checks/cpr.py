"""Finds what looks like a CPR number in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DASHES = r"\-\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
GAP = rf"(?:[\s{_DASHES}\u200b-\u200d\u2060\ufeff\\*_]|&\#?\w{{1,8}};){{0,6}}"
"""What may stand before the last four digits: spaces, hyphens of any kind, marks that Markdown prints as nothing."""

_TOGETHER = rf"(?<!\d)(\d\d)(\d\d)(\d\d){GAP}(\d{{4}})(?!\d)"
_APART = rf"(?<!\d)(?<!\d[ .])(\d\d)[ .\u00a0](\d\d)[ .\u00a0](\d\d) ?[{_DASHES}] ?(\d{{4}})(?!\d)"
_PATTERNS = (re.compile(_TOGETHER), re.compile(_APART))
_BEGINNING = re.compile(r"\d\d(?<!\d\d\d)(?=[ .\u00a0]?\d\d[ .\u00a0]?\d\d)")
"""How such a number begins; looked for by itself, since the patterns are slow to say no."""

_FOUR = re.compile(r"\d\d\d\d")
"""What every such number ends in and most answers do not hold: looked for first, since it is found much faster."""

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class CprHit:
    """Where in a text a number stands, in characters; `certain` where the old checksum holds as well."""

    start: int
    end: int
    certain: bool


def find_cpr(text: str) -> tuple[CprHit, ...]:
    """Find every number that may be a CPR number: DDMMYY and four digits, with a valid date.

    Hyphens, dashes and spaces of any kind may stand between the two, and the digits may be full-width ones.
    Since 2007 numbers are given out whose checksum fails, so the checksum only makes a hit certain.
    """
    return tuple(sorted(_hits(text), key=lambda hit: hit.start)) if _FOUR.search(text) else ()


def _hits(text: str) -> Iterator[CprHit]:
    for beginning in _BEGINNING.finditer(text):
        for pattern in _PATTERNS:
            if match := pattern.match(text, beginning.start()):
                day, month, year = (int(match[group]) for group in (1, 2, 3))
                if is_day(day, month, year):
                    yield CprHit(match.start(), match.end(), _checksum_holds("".join(match.groups())))


def is_day(day: int, month: int, year: int) -> bool:
    """Tell whether a date exists in some century; the year has two digits, and 2000 was a leap year."""
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    return (day, month) != (29, 2) or year % 4 == 0


def _checksum_holds(digits: str) -> bool:
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def masked(text: str) -> str:
    """Write a text with dots for whatever may be a CPR number, so that it can be shown."""
    for hit in reversed(find_cpr(text)):
        text = f"{text[: hit.start]}••••••-••••{text[hit.end :]}"
    return text
