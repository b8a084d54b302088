"""What is wrong with a finished file, and what all formats are asked alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from schemas.language import Words
from schemas.signs import STEERING, WIDTHLESS

WEB = ("http:", "https:", "mailto:", "tel:")
"""Where a link may lead outside of the file."""

_UNSEEN = re.compile(f"[{STEERING}{WIDTHLESS}]")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; `key` leads to its sentence in the words under `verify`, `values` fill it."""

    key: str
    values: dict[str, object] = field(default_factory=dict)

    def sentence(self, words: Words) -> str:
        """Say it in the reader's language."""
        return words(f"verify.{self.key}", **self.values)


def heading_order(levels: Iterable[tuple[int, str]]) -> Iterator[Fault]:
    """Tell where headings, as (level, text), leave out a level or say nothing."""
    before = 0
    for level, text in levels:
        if not text.strip():
            yield Fault("empty_heading")
        if level > before + 1:
            yield Fault("heading_order", {"name": text.strip()})
        before = level


def twice(names: Iterable[str]) -> Iterator[Fault]:
    """Tell which names that must be given once are given again."""
    return (Fault("twice", {"name": name}) for name, count in Counter(names).items() if count > 1)


def leading(targets: Iterable[str], names: Iterable[str]) -> Iterator[Fault]:
    """Tell which links lead nowhere: within the file to what is not there, or outside by an unknown way."""
    known = set(names)
    for target in dict.fromkeys(targets):
        there = target[1:] in known if target.startswith("#") else target.lower().startswith(WEB)
        if not there:
            yield Fault("link", {"target": target[:80]})


def letters(text: str) -> Iterator[Fault]:
    """Tell whether a text has characters that no reader sees."""
    if found := {*_UNSEEN.findall(text)}:
        yield Fault("unseen", {"codes": ", ".join(f"U+{ord(one):04X}" for one in sorted(found)[:5])})
