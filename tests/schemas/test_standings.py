"""What the room's counts propose, which answers hold, and the order they give."""

from __future__ import annotations

import pytest

from schemas.choices import Answer
from schemas.outline import COMPONENTS
from schemas.standings import Spread, by_need, held, is_answered, spread
from schemas.workshop import Readiness, Standing


@pytest.mark.parametrize(
    ("counts", "proposed"),
    [
        ((5, 3, 1), "yes"),
        ((4, 3, 2), "partly"),
        ((4, 0, 4), "partly"),
        ((1, 2, 6), "no"),
        ((0, 0, 1), "no"),
        ((0, 0, 0), None),
    ],
)
def test_yes_and_no_are_proposed_only_where_more_than_half_say_so(
    counts: tuple[int, int, int], proposed: str | None
) -> None:
    assert Spread(*counts).proposed == proposed


def test_a_count_left_out_is_none_and_no_counts_are_no_spread() -> None:
    assert spread(Standing(count_yes=4)) == (4, 0, 0)
    assert spread(Standing()) is None


def test_a_room_is_split_where_some_say_yes_and_some_no() -> None:
    assert Spread(5, 3, 1).split
    assert not Spread(5, 3, 0).split
    assert not Spread(5, 3, 0).agreed
    assert Spread(0, 7, 0).agreed


def test_a_yes_holds_only_where_it_says_where_it_stands() -> None:
    assert held(Standing(answer=Answer.YES)) is Answer.PARTLY
    assert held(Standing(answer=Answer.YES, note="SSP-planen")) is Answer.YES
    assert held(Standing(answer=Answer.NO)) is Answer.NO


def test_no_comes_first_then_partly_then_what_holds() -> None:
    readiness = Readiness(
        understanding=Standing(answer=Answer.YES, note="SSP-planen"),
        strategy=Standing(answer=Answer.PARTLY),
        stakeholders=Standing(answer=Answer.YES),
        concerns=Standing(answer=Answer.NO),
        organisation=Standing(answer=Answer.YES, note="Mandatet"),
        coordination=Standing(answer=Answer.NO),
        measures=Standing(answer=Answer.PARTLY),
    )
    assert is_answered(readiness)
    numbers = [COMPONENTS.index(name) + 1 for name in by_need(readiness)]
    assert numbers == [5, 6, 2, 3, 7, 1, 4]
