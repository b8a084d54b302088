"""Street addresses and bank accounts in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_END = "vej|gade|stræde|allé|alle|plads|torv|boulevard|vænge|vænget|parken|bakken|toften|vangen|lunden|svinget|stien"
_APART = "Vej|Gade|Stræde|Allé|Alle|Plads|Torv|Boulevard|Vænge|Park"
_NOT = (
    r"(?i:arbejds|parkerings|praktik|samlings|møde|stå|lege|elev|døgn|flugt|adgangs|tilkørsels|brand|rednings|gen|ud|om"
    r"|ind|til|køre|handle|hoved|nød|hjælpe|kommunikations|p-)(?:vej|plads)"
)
"""Words that end as streets do and are none: a place of work, a way out."""
_STREET = re.compile(
    rf"\b(?!{_NOT})(?:[A-ZÆØÅ][\w.'-]*(?:{_END})|[A-ZÆØÅ][\w.'-]*(?: [A-ZÆØÅ][\w.'-]*){{0,3}} (?:{_APART}))"
    r" \d{1,3}[A-Za-z]?(?![\w%]|[%:.]\d)"
    r"(?P<floor>,? ?(?:(?:st|kl|\d{1,2})\.?(?: ?sal)?,? ?(?:tv|th|mf|dør \d+)\b|\d{1,2}\.? ?sal\b|st\.))?"
)
_ROADS = "Street|Road|Lane|Avenue|Drive|Close"
_ENGLISH = re.compile(rf"\b\d{{1,3}}[A-Za-z]? [A-Z][\w'-]+(?: [A-Z][\w'-]+)? (?:{_ROADS})\b(?P<floor>, flat \d+)?")
_HOUSE = re.compile(
    r"rådhus|skole|gymnasi|politi|station|cent(?:er|re)|\bhus|kontor|bibliotek|sygehus|hospital|modtagelse|afdeling"
    r"|forvaltning|kommune|klub|mødested|reception|borgerservice|jobcent|institution|kirke|hall?\b|hallen|værested"
    r"|town hall|school|police|library|office|department|municipal|club|unit|team|infohus|info-house",
    re.IGNORECASE,
)
"""Words that say that an address is that of a place people come to for help."""
_WRITTEN = ((re.compile(rf"(?:{_END}|{_APART}) \d"), _STREET), (re.compile(_ROADS), _ENGLISH))
"""How addresses are written in each language, and before it what every one of them holds: the whole pattern tries
every word, so it is asked only where that is found."""

BEFORE = 80
"""How many characters before an address say whose it is."""

_ACCOUNT = re.compile(
    r"\b(?:reg|registreringsn|konto|account|bank)[\w.]*\W{0,3}(?:(?:nr|no|nummer|number)\W{0,3})?"
    r"\d{4}\W{1,3}(?:konto[\w.]*\W{0,3}(?:nr\W{0,3})?)?\d{6,10}\b|\bDK\d\d(?: ?\d{4}){3} ?\d\d\b",
    re.IGNORECASE,
)

_FOUR = re.compile(r"\d\d\d\d")
"""What every account holds and most texts do not."""


@dataclass(frozen=True, slots=True)
class Address:
    """A street and a number as they are written. home: whether it looks like a dwelling."""

    text: str
    home: bool


def addresses_in(text: str) -> Iterator[Address]:
    """Find the street addresses of a text.

    One with a floor or a side is a dwelling; one behind a word such as town hall, school or office is not.
    """
    for part, whole in _WRITTEN:
        for match in whole.finditer(text) if part.search(text) else ():
            before = text[max(0, match.start() - BEFORE) : match.start()]
            yield Address(match[0], bool(match["floor"]) or not _HOUSE.search(re.split(r"[.;!?\n]\s", before)[-1]))


def accounts_in(text: str) -> Iterator[str]:
    """Find what looks like numbers of bank accounts: with words that say so, or an IBAN."""
    return (match[0] for match in _ACCOUNT.finditer(text)) if _FOUR.search(text) else iter(())
