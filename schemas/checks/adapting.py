"""Whether what the program offers has been made the municipality's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..cards import ready_card, ready_cards
from ..fields import walk_marks
from ..language import words
from ..plan import Plan
from .finding import Finding, Severity
from .sheet import Sheet

LONG = {"text": 25, "line": 40, "lines": 40}
"""With fewer characters than this, an answer may be the example's by chance: a council is often "Byrådet"."""

ALIKE = ("front.", "organisation.contacts[]")
"""Where right answers look alike everywhere: titles, addresses, office hours."""


@cache
def _examples(language: str) -> dict[str, str]:
    """Give the long examples by their place in the plan."""
    say = words(language)
    examples = {}
    for place, mark in walk_marks(Plan):
        if mark.kind in LONG and not mark.ask.given and not (mark.kind != "text" and place.startswith(ALIKE)):
            said = _plain(say.field(mark.model.__name__, mark.name, place.rpartition(".")[0]).get("example", ""))
            if len(said) >= LONG[mark.kind]:
                examples[place] = said
    return examples


@cache
def _advice(language: str) -> dict[str, str]:
    """Give what each ready-made card says about adapting it."""
    say = words(language)
    return {kind.value: _plain(str(ready_card(kind, say).get("attention", ""))) for kind in ready_cards()}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def adapted(sheet: Sheet) -> Iterator[Finding]:
    """Find answers that are the example word for word, and ready-made cards that still say "adapt this".

    The definitions that the wizard proposes are the national ones: to take them over is right, and no finding.
    """
    examples = _examples(sheet.plan.front.language.value)
    for entry in sheet.written:
        if (example := examples.get(entry.place)) and _plain("\n".join(entry.strings)) == example:
            yield Finding("unchanged", entry.path, Severity.ADVICE)
    advice = _advice(sheet.plan.front.language.value)
    for card in sheet.plan.acute.cards:
        if card.kind is not None and card.attention.strip() and _plain(card.attention) == advice.get(card.kind.value):
            yield Finding("card_unadapted", f"acute.cards[{card.id}].attention", Severity.ADVICE)
