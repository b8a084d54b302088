"""Finds references to the law in what people write: "serviceloven § 153", "§§ 153-155 i serviceloven", "SEL § 19"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

ACTS = {
    "social": r"servicelovens?|lov(?:en)? om social service|\bSEL\b|(?:the )?social services act",
    "children": r"barnets lovs?|\bbarnets-lov\b|(?:the )?children[’']?s act",
    "justice": r"retsplejelovens?|\bRPL\b|(?:the )?administration of justice act",
    "data": r"databeskyttelseslovens?|(?:the )?(?:danish )?data protection act",
}
"""What the acts of the law table are called, by the ids that its rows use."""

_NUMBER = r"\d{1,3}(?: ?[a-h](?![a-zæøå0-9]))?"
_AND = r" ?(?:,|–|-|‑|\bog\b|\beller\b|\btil\b|\band\b|\bor\b|\bto\b|&) ?"
_PART = r"(?:,? ?(?:stk|nr|pkt|subsection|no)\.? ?\d{1,2}\b)*(?:\(\d{1,2}\))*"
_ROW = rf"{_NUMBER}(?:{_PART}{_AND}(?:§§? ?)?{_NUMBER})*"
_SECTIONS = rf"(?:§§?|\bsections?|\bsec\.|\bparagraf) ?(?P<sections>{_ROW}){_PART}"
_ACT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in ACTS.items())
_HINTS = ("§", "ection", "Sec.", "sec.", "aragraf")
"""What every reference holds and most answers do not: looked for first."""

_BEFORE = re.compile(rf"(?:{_ACT})[ ,:(]{{1,3}}(?:jf\.? |jævnfør )?{_SECTIONS}", re.IGNORECASE)
_AFTER = re.compile(rf"{_SECTIONS},? (?:(?:i|efter|of|in|under) (?:den |the )?)?(?:{_ACT})", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,3})[a-h ]{0,2} ?(?:-|–|‑|\btil\b|\bto\b) ?(?:§§? ?)?(\d{1,3})")
_ONE = re.compile(_NUMBER)
_FORMERLY = re.compile(
    r"\b(?:tidligere|dengang|gamle|oprindelige?|afløste?r?|erstattede?r?|før|former|formerly|previous(?:ly)?|old"
    r"|replace[sd]?)\b[^.§]{0,25}$",
    re.IGNORECASE,
)
"""What tells before a reference that the writer knows it is the old one."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One section of an act that a text refers to.

    act: key of `ACTS`. section: such as `153` or `12 b`. quoted: the words as they stand in the text.
    """

    act: str
    section: str
    quoted: str


@lru_cache(maxsize=1024)
def citations(text: str) -> tuple[Citation, ...]:
    """Find the sections that a text refers to, in its order; one that it calls the former rule is left out."""
    if not any(hint in text for hint in _HINTS):
        return ()
    flat = " ".join(text.replace("\u00a0", " ").split())
    found: list[tuple[int, int, re.Match[str]]] = []
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(flat):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((*match.span(), match))
    told = [match for start, _, match in sorted(found, key=lambda one: one[0]) if not _FORMERLY.search(flat[:start])]
    return tuple(citation for match in told for citation in _read(match))


def _read(match: re.Match[str]) -> Iterator[Citation]:
    act = next(name for name in ACTS if match[name])
    for section in _numbers(match["sections"]):
        yield Citation(act, section, match[0])


def _numbers(sections: str) -> Iterator[str]:
    """Yield every section of a row of them, those inside "153-155" too."""
    bare = re.sub(r"(?:stk|nr|pkt|subsection|no)\.? ?\d{1,2}\b|\(\d{1,2}\)", "", sections, flags=re.IGNORECASE)
    seen: dict[str, None] = {}
    for match in _ONE.finditer(bare):
        seen[_tidy(match[0])] = None
    for match in _RANGE.finditer(bare):
        first, last = int(match[1]), int(match[2])
        seen.update(dict.fromkeys(str(number) for number in range(first + 1, min(last, first + 20))))
    yield from seen


def _tidy(section: str) -> str:
    return re.sub(r"(\d)([a-h])", r"\1 \2", section.lower()).strip()
