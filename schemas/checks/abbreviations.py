"""Whether abbreviations are explained to a reader who is new to the field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Finding, Severity
from .sheet import Sheet

_KNOWN = """
    SSP PSP KSP PET CDE VISO CPR KUI UU KL SIRI NCFE VINK RAN DPO GDPR EU FN UN UK USA IT HR PR SMS TV DR PC AI AC FAQ
    PDF QR WC CV BUP PPR FGU STU HF HTX HHX STX SFO ADHD PTSD LGBT LGBTQ LGBTI NGO NATO COVID RPL SEL LAB AAU KU OK ID
    DKK EUR DUBU SBSYS KMD ESDH AULA NEXUS FASIT
    NB PS DK ER OG KUN IKKE MÅ SKAL ALDRIG ALTID ALLE NOT AND ONLY NEVER ALWAYS MUST ALL NO YES JA NEJ
"""
KNOWN = frozenset(_KNOWN.split())
"""What the field's own term list explains, what everybody knows, and words that are written large to be seen."""

_SHORT = re.compile(r"(?<![\w@/.])[A-ZÆØÅ]{2,6}(?![\wæøå@/]|\.\w)")
_ROMAN = re.compile(r"[IVX]+")
_SKIPPED = re.compile(r"\.(?:mail|phone|file_number|address|published_at|about|about_path)$")
_LOWER = re.compile(r"[a-zæøå]")


def abbreviations(sheet: Sheet) -> Iterator[Finding]:
    """Find abbreviations in the public edition that the plan explains nowhere; each is told once."""
    texts = [
        (entry.path, string)
        for entry in sheet.written
        if entry.mark.ask.visibility == "public" and not _SKIPPED.search(entry.path)
        for string in entry.strings
        if _LOWER.search(string)
    ]
    first: dict[str, str] = {}
    for path, string in texts:
        for short in _SHORT.findall(string):
            if short not in KNOWN and not _ROMAN.fullmatch(short):
                first.setdefault(short, path)
    if first:
        whole = "\n".join(string for _, string in texts)
        for short, path in first.items():
            if not _explained(short, whole):
                yield Finding("abbreviation", path, Severity.ADVICE, {"short": short})


def _explained(short: str, text: str) -> bool:
    """Tell whether it stands in brackets after its words, or its words after it."""
    return bool(re.search(rf"\({short}\)|\b{short} ?(?:\(|:|=|[–-] |står for|betyder|stands for|means)", text))
