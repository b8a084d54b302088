"""Handlekort to begin with: one for each situation that a municipality should be ready for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .acute import Card
from .choices import CardKind, Urgency
from .fields import marks

if TYPE_CHECKING:
    from .language import Words

URGENCY = {
    CardKind.DANGER: Urgency.LIFE,
    CardKind.THREAT: Urgency.LIFE,
    CardKind.MISSING: Urgency.URGENT,
    CardKind.ATTACK_HERE: Urgency.LIFE,
    CardKind.ATTACK_ELSEWHERE: Urgency.URGENT,
    CardKind.RUMOUR: Urgency.OTHER,
    CardKind.PRESS: Urgency.OTHER,
    CardKind.EMPLOYEE: Urgency.OTHER,
    CardKind.CONCERN_UNDER_18: Urgency.OTHER,
    CardKind.CONCERN_ADULT: Urgency.OTHER,
    CardKind.CONCERN_CITIZEN: Urgency.OTHER,
}
"""How fast each card calls for help."""


def ready_cards() -> tuple[CardKind, ...]:
    """Name the kinds of card that one can start from, the acute ones first."""
    return tuple(URGENCY)


def ready_card(kind: CardKind, words: Words) -> dict[str, Any]:
    """Write a card to adapt, in the language of `words`.

    Returns plain values of a `Card`, as they would stand in a plan file; roles of the register are left for the room
    to choose. Raises KeyError for a kind without a start (`own`).
    """
    values: dict[str, Any] = {"kind": kind.value, "urgency": URGENCY[kind].value}
    for mark in marks(Card):
        if words.has(key := f"cards.{kind}.{mark.name}"):
            said = words(key)
            values[mark.name] = said.split("\n") if mark.kind == "lines" else said
    return {mark.name: values[mark.name] for mark in marks(Card) if mark.name in values}
