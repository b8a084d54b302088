"""The stakeholder map: interest against influence, as the workshop rated them. Internal, and never on a wall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.language import Words
from schemas.plan import Plan
from schemas.stakeholders import Party

from .sketch import Sketch
from .texts import amount, label, listed

NAME = 70
"""Characters of a stakeholder's name."""

MOST = 40
"""Stakeholders that a page has room for."""

MIDDLE = 3
"""The rating that is neither little nor much: it counts as little in the corners."""

AFFECTED = 4
"""The rating from which a stakeholder is marked as particularly affected."""

CORNERS = ("close", "backing", "informed", "watch")


@dataclass(frozen=True, slots=True)
class Spot:
    """A stakeholder on the map, by its number; interest and influence from 1 to 5."""

    number: int
    name: str
    interest: int
    influence: int
    affected: bool


@dataclass(frozen=True, slots=True)
class Map:
    """The map; `more` says how many are not drawn, `unrated` who has no rating, `says` are the labels."""

    spots: tuple[Spot, ...]
    more: str
    unrated: str
    says: dict[str, str]


def stakeholders(plan: Plan, words: Words) -> Sketch | None:
    """Sketch the map; None where nobody is rated on both."""
    rated = [one for one in plan.stakeholders.parties if one.interest and one.influence]
    if not rated:
        return None
    spots = tuple(_spots(rated[:MOST], words))
    missing = [_name(one, words) for one in plan.stakeholders.parties if not one.interest or not one.influence]
    drawn = Map(
        spots,
        words("figures.more", count=len(rated) - MOST) if len(rated) > MOST else "",
        amount(words, "stakeholders.unrated", len(missing), names=listed(missing, words)) if missing else "",
        {
            **{name: words(f"figures.stakeholders.{name}") for name in _LABELS},
            "marked": words("figures.stakeholders.marked") if any(spot.affected for spot in spots) else "",
        },
    )
    alt = amount(words, "stakeholders.alt", len(rated))
    sentences = (words("figures.stakeholders.shows"), *_sentences(drawn, words))
    return Sketch("stakeholders", words.language, words("figures.stakeholders.title"), alt, sentences, drawn)


_LABELS = ("interest", "influence", "little", "much", "affected", *CORNERS)


def corner(spot: Spot) -> str:
    """Name the corner of the map that a stakeholder stands in."""
    return CORNERS[(spot.influence <= MIDDLE) * 2 + (spot.interest <= MIDDLE) * 1]


def _name(party: Party, words: Words) -> str:
    return label(party.name, NAME) or words("figures.stakeholders.unnamed")


def _spots(rated: Sequence[Party], words: Words) -> Iterator[Spot]:
    for number, one in enumerate(rated, 1):
        assert one.interest
        assert one.influence
        affected = one.affected is not None and int(one.affected) >= AFFECTED
        yield Spot(number, _name(one, words), int(one.interest), int(one.influence), affected)


def _sentences(drawn: Map, words: Words) -> Iterator[str]:
    for name in CORNERS:
        if ours := [spot.name for spot in drawn.spots if corner(spot) == name]:
            said = drawn.says[name]
            yield words("figures.stakeholders.corner", corner=said, names=listed(ours, words, MOST))
    if drawn.unrated:
        yield drawn.unrated
