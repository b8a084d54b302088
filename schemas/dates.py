"""Dates as people write them, in Danish and in English."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    ("januar", "january"), ("februar", "february"), ("marts", "march"), ("april", "april"), ("maj", "may"),
    ("juni", "june"), ("juli", "july"), ("august", "august"), ("september", "september"),
    ("oktober", "october"), ("november", "november"), ("december", "december"),
)  # fmt: skip

_ISO = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})")
_NUMBERS = re.compile(r"(?:den |d\. ?)?(?P<d>[0-9]{1,2})\s*[./-]\s*(?P<m>[0-9]{1,2})(?:\s*[./-]\s*|\s+)(?P<y>[0-9]{4})")
_NAMED = re.compile(
    r"(?:den |the |d\. ?)?(?P<d>[0-9]{1,2})(?:\.|st|nd|rd|th)?\s*(?:of )?(?P<m>[a-z]{3,9})\.?,?\s+(?P<y>[0-9]{4})"
)


def parse_date(text: str) -> date | None:
    """Read a date such as `2026-06-01`, `1/6 2026`, `1.6.2026` or `1. juni 2026`; None where it is no whole date.

    The day stands before the month. A month without a day and a year of two digits are no dates: a guess would
    end up in a plan that a council adopts.
    """
    text = " ".join(text.lower().split())
    for pattern in (_ISO, _NUMBERS, _NAMED):
        if match := pattern.fullmatch(text):
            return _day(int(match["y"]), _month(match["m"]), int(match["d"]))
    return None


def _month(text: str) -> int:
    """Give a month's number, from its number, its name or the first letters of it; 0 where there is none such."""
    if text.isdecimal():
        return int(text)
    for number, names in enumerate(_MONTHS, 1):
        if any(name.startswith(text) for name in names):
            return number
    return 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_date(value: object) -> object:
    """Turn what a plan file or a control holds into a date; raises `ValueError` for all but text and dates."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and (found := parse_date(value)):
        return found
    # A number would else be taken for seconds since 1970.
    raise ValueError("not a date")
