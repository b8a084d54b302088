"""Parts of paragraphs, and how they read: what is the same in two of them and what is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from wizard.files.docx.model import Hand, Paragraph, Run

from .aligning import folded


class Look(NamedTuple):
    """A stretch of text and how it looks."""

    text: str
    strong: bool
    em: bool
    link: str


class Reading(NamedTuple):
    """A paragraph as it is read: what of it makes a difference to an answer."""

    looks: tuple[Look, ...]
    depth: int | None
    ordered: bool
    continued: bool


def cut(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Give a stretch of a paragraph, with whatever was deleted in it or at its edges."""
    runs: list[Run] = []
    here = 0
    for run in paragraph.runs:
        first, last = max(start - here, 0), min(end - here, len(run.text))
        if first < last or (not run.text and start <= here <= end):
            runs.append(replace(run, text=run.text[first:last]))
        here += len(run.text)
    return Paragraph(
        tuple(runs), paragraph.was, paragraph.style, paragraph.heading, paragraph.depth, paragraph.ordered,
        paragraph.continued, (), paragraph.came,
    )  # fmt: skip


def hands_of(paragraphs: Iterable[Paragraph]) -> tuple[Hand, ...]:
    """Name those who changed anything in some paragraphs, each once."""
    return tuple(dict.fromkeys(hand for one in paragraphs for hand in one.hands))


def text_of(paragraphs: Iterable[Paragraph]) -> str:
    """Give the text of some paragraphs, a line each."""
    return "\n".join(text for one in paragraphs if (text := " ".join(one.text.split())))


def readings(paragraphs: Sequence[Paragraph]) -> tuple[Reading, ...]:
    """Give paragraphs as they are read; where all of a paragraph is strong that is its style, not what it says."""
    lowest = min((one.depth for one in paragraphs if one.depth is not None), default=0)
    return tuple(_reading(one, lowest) for one in paragraphs if one.text.strip())


def _reading(paragraph: Paragraph, lowest: int) -> Reading:
    looks = tuple(_looks(paragraph.runs))
    if len({(look.strong, look.em) for look in looks if look.text.strip()}) == 1:
        looks = tuple(_merged(Look(look.text, False, False, look.link) for look in looks))
    depth = None if paragraph.depth is None else paragraph.depth - lowest
    return Reading(_trimmed(looks), depth, paragraph.ordered and not paragraph.continued, paragraph.continued)


def _looks(runs: Iterable[Run]) -> Iterator[Look]:
    """Put stretches of one look together; a text that is its own address is no link, since it becomes one again."""
    return _merged(Look(run.text, run.strong, run.em, own_link(run)) for run in runs if run.text)


_OWN = re.compile(r"tel:.*\n\+?\d[\d .-]+|mailto:[^?\n]*\n[^\s@]+@[^\s@]+")
"""An address and a text that is one of that kind: who types over a number in Word leaves the old one behind it."""


def own_link(run: Run | Look) -> str:
    """Give where a text leads, unless that is what it says itself."""
    text = run.text.strip()
    said = (text, f"{text}/", f"http://{text}", f"http://{text}/", f"https://{text}")
    own = run.link in said or _OWN.fullmatch(f"{run.link}\n{text}")
    return "" if own or not run.link.startswith(("http:", "https:", "mailto:", "tel:")) else run.link


def _merged(looks: Iterable[Look]) -> Iterator[Look]:
    held: Look | None = None
    for look in looks:
        if held is not None and (held[1:] == look[1:] or not look.text.strip()):
            held = held._replace(text=held.text + look.text)
        elif held is not None and not held.text.strip():
            held = look._replace(text=held.text + look.text)
        else:
            if held is not None:
                yield held
            held = look
    if held is not None:
        yield held


def _trimmed(looks: tuple[Look, ...]) -> tuple[Look, ...]:
    """Fold each text; which of two looks a space between them has is no difference."""
    found = [look._replace(text=folded(look.text)) for look in looks]
    return tuple(look for look in found if look.text)
