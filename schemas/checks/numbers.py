"""Telephone numbers in a text, and which of them look like somebody's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACES = " \u00a0\u2009\u202f"
_PAIRS = rf"\d\d(?P<sign>[{_SPACES}.-])\d\d(?P=sign)\d\d(?P=sign)\d\d"
_NEXT = rf"[{_SPACES}]\d\d[{_SPACES}]\d\d[{_SPACES}]\d\d[{_SPACES}]\d\d"
_NUMBER = re.compile(
    rf"(?<![\d/])(?<!\d[.:,-])(?:(?:\(?\+|00)45\)?[{_SPACES}.-]?)?"
    rf"(?P<number>{_PAIRS}|\d{{4}}[{_SPACES}]\d{{4}}|\d{{8}})"
    rf"(?![\d/%]|[.:,-]\d)(?:(?={_NEXT})|(?![{_SPACES}]\d))"
)
"""Eight digits as Danes write a telephone number; what stands in parts of another kind is a date or an amount."""

_EIGHT = re.compile(r"\d\d\D?\d\d\D?\d\d\D?\d\d")
"""What every one of them holds and most texts do not: looked for first, since it is found much faster."""

_YEARS = re.compile(r"(?:19|20|21)\d\d\D?(?:19|20|21)\d\d")
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_OTHER = re.compile(
    r"\b(?:cvr|ean|p-?nr|se-?nr|kle|journal\w*|j\.?nr|sag|sager|sagsnr|sagsnummer|case|file|record|dok\w*|doc\w*"
    r"|konto\w*|account|reg|registrerings\w*|matrikel\w*|bilag|løbenr|id|isbn|nr)\W{0,3}(?:(?:nr|no|number|nummer)\W{0,3})?$",
    re.IGNORECASE,
)
"""What stands before a number that is no telephone number."""
_MONEY = re.compile(rf"[{_SPACES}]?(?:kr|kroner|dkk|mio|mia|eur|€)\b", re.IGNORECASE)

_OWN = re.compile(r"\b(?:privat\w*|private|hjemme\w*|home)\b", re.IGNORECASE)
_SERVICE = re.compile(
    r"(?:hotline|linje\w*|helpline|\bline|vagt\w*|\bduty\b.{0,12}|omstilling\w*|switchboard|hovednummer\w*|main number"
    r"|rådgivning\w*|advice \w+|reception\w*|bagvagt\w*|modtagelse\w*|telefontid|fællesnummer|press(?:e\w*)?)"
    r"[^.;!?\d]{0,20}$",
    re.IGNORECASE,
)
NEAR = 24
"""How many characters before and after a number say whose it is."""

_SERVICES = frozenset({"41749090", "72142214"})
"""Numbers of the state that look like mobile ones: the national hotline and the national advice on radicalisation."""

_MOBILE = re.compile(r"2|30|31|40|41|42|5[0-3]|60|61|71|81|9[1-3]")
"""What mobile numbers begin with in the Danish numbering plan."""


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number in a text: its eight digits.

    own: whether the words beside it say that it is private. mobile: whether it begins as mobile numbers do, and no
    word before it says that it is a duty officer's, a switchboard's or the like.
    """

    digits: str
    own: bool
    mobile: bool


def numbers_in(text: str) -> Iterator[Number]:
    """Find the telephone numbers of a text."""
    if not _EIGHT.search(text):
        return
    for match in _NUMBER.finditer(text):
        digits = "".join(str(int(sign)) for sign in match["number"] if sign.isdigit())
        before, after = text[max(0, match.start() - 2 * NEAR) : match.start()], text[match.end() : match.end() + NEAR]
        if _no_number(match["number"], digits, before, after):
            continue
        own = bool(_OWN.search(before[-NEAR:]) or _OWN.search(after))
        service = digits in _SERVICES or bool(_SERVICE.search(before))
        yield Number(digits, own, bool(_MOBILE.match(digits)) and not service)


def _no_number(written: str, digits: str, before: str, after: str) -> bool:
    """Tell what only looks like a number: years, a day, a case, an amount."""
    if digits[0] == "0" or _YEARS.fullmatch(written) or (written == digits and _DAY.fullmatch(digits)):
        return True
    return bool(_OTHER.search(before) or _MONEY.match(after))
