"""A municipality without handlekort can start from short ones that call the right help and ask to be adapted."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.acute import Acute, Card
from schemas.cards import ready_card, ready_cards
from schemas.checks import Finding, check
from schemas.choices import CardKind, Urgency
from schemas.ids import with_ids
from schemas.language import LANGUAGES, words
from schemas.plan import Plan

TODAY = date(2026, 11, 23)
EVERY = [pytest.param(language, kind, id=f"{language}-{kind}") for language in LANGUAGES for kind in ready_cards()]
ADAPT = {"da": "Tilpas til jeres kommune: ", "en": "Adapt to your municipality: "}
PAGE, LINE = 1900, 90


def found(*cards: Card) -> list[Finding]:
    """Find what the checks say about cards."""
    return [
        finding
        for finding in check(with_ids(Plan(acute=Acute(cards=cards))), TODAY)
        if finding.path.startswith("acute")
    ]


def test_there_is_a_start_for_every_kind_but_ones_own() -> None:
    assert set(ready_cards()) == set(CardKind) - {CardKind.OWN}
    with pytest.raises(KeyError):
        ready_card(CardKind.OWN, words("da"))


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_a_start_is_a_card_that_calls_the_right_help(language: str, kind: CardKind) -> None:
    card = Card.model_validate(ready_card(kind, words(language)))
    assert {finding.code for finding in found(card)} & {"life_without_112", "urgent_without_114"} == set()
    if card.urgency == Urgency.LIFE:
        assert card.calls[0] == "112"
        assert "112" in card.actions[0]
    if card.urgency == Urgency.URGENT:
        assert card.calls[0].startswith("114")
        assert "114" in card.actions[0]


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_a_start_leaves_only_roles_and_dates_for_the_room(language: str, kind: CardKind) -> None:
    values = ready_card(kind, words(language))
    dated = {"created_on", "revised_on", "revised_by", "approved_by", "tested_on", "lessons"}
    assert set(Card.model_fields) - {"id"} - set(values) == {"leader", "press", "contacts"} | dated
    assert values["attention"].startswith(ADAPT[language])
    assert values["attention"].endswith("?")


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_a_start_fits_a_page_and_is_read_in_a_moment(language: str, kind: CardKind) -> None:
    values = ready_card(kind, words(language))
    lines = [line for value in values.values() if isinstance(value, list) for line in value]
    assert sum(len(value) for value in [*lines, *(v for v in values.values() if isinstance(v, str))]) <= PAGE
    assert all(line == line.strip() and 0 < len(line) <= LINE for line in lines)
    assert 3 <= len(values["actions"]) <= 6
