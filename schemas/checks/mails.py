"""Mail addresses in a text, and which of them look like somebody's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .naming import FIRST, LAST

_MAIL = re.compile(r"[\w.+'-]+@(?:[\w-]+\.)+[^\W\d_]{2,}")

_FREE = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|windowslive|passport|icloud|me|mac|yahoo|ymail|rocketmail|aol|aim"
    r"|proton|protonmail|pm|tutanota|tuta|gmx|web|mail|email|zoho|fastmail|hushmail|yandex|privat|jubii|ofir|youmail"
    r"|sol|get2net|webspeed|stofanet|tdcadsl|fibermail|energimail|mailme|altiboxmail|nypost|post\.tele|mail\.tele"
    r"|c|dlgmail|hey|duck)\.(?:com|dk|net|org|me|se|no|de|ch|co\.uk|eu|fr|ru|io)"
)
"""Where people have their own mail; no authority has its mail there."""

_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_WORDS = frozenset({"else", "dan", "bo", "per", "tom", "jack", "frank", "ali", "bach", "berg", "lund", "holm", "brown"})
"""Names that are words too; alone they say nothing of a person."""


def _both(names: frozenset[str]) -> frozenset[str]:
    return names | {name.translate(_SPELLED) for name in names} | {name.replace("ø", "o") for name in names}


_FIRST_NAMES = _both(FIRST)
_LAST_NAMES = _both(LAST)


def mails_in(text: str) -> Iterator[str]:
    """Find the mail addresses of a text."""
    # The pattern tries every word anew, and most texts have no address in them.
    return (match[0].casefold() for match in _MAIL.finditer(text)) if "@" in text else iter(())


def is_private(mail: str) -> bool:
    """Tell whether an address is one of those that people have for themselves, or bears the name of a person."""
    local, _, domain = mail.rpartition("@")
    return bool(_FREE.fullmatch(domain)) or _of_person(re.split(r"[._+-]", local))


def _of_person(parts: list[str]) -> bool:
    """Tell a person's address: a first name and what comes with it, or a first name alone that is no word."""
    if len(parts) == 1:
        return parts[0] in _FIRST_NAMES - _WORDS and len(parts[0]) > 3
    if parts[0] in _FIRST_NAMES and all(part.isalpha() for part in parts):
        return parts[0] not in _WORDS or _is_surname(parts[-1])
    return parts[0].isalpha() and _is_surname(parts[-1]) and parts[-1] not in _WORDS


def _is_surname(part: str) -> bool:
    return part in _LAST_NAMES or (part.endswith("sen") and len(part) > 5)
