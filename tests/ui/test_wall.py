"""What stands on a wall is large and calm, and every word of it is there."""

from __future__ import annotations

import pytest
from hosting import DANISH, Host, shows, text_of
from hypothesis import given
from hypothesis import strategies as st
from test_room import SECRET, session

from wizard.document.session import Session
from wizard.ui.screens.room import RoomScreen
from wizard.ui.wall import Wall

__all__ = ["session"]
SMALL, WIDE, HALL = Wall.of(80, 24), Wall.of(120, 40), Wall.of(200, 60)
QUESTION = "Er det en handlingsplan, et beredskab eller en strategi med handleplan?"


def test_a_question_is_set_in_even_lines_and_with_air_where_there_is_room() -> None:
    small, wide, hall = (wall.large(QUESTION).splitlines() for wall in (SMALL, WIDE, HALL))
    assert len(small) == 2
    assert abs(len(small[0]) - len(small[1])) < 15
    assert max(map(len, wide)) <= WIDE.width
    assert hall[0].startswith("E r   d e t")
    assert hall[1] == ""


def test_letters_that_belong_together_are_not_drawn_apart() -> None:
    assert HALL.calm(("Ja",), 40) == "J a"
    assert HALL.calm(("e\u0301n",), 40) == "e\u0301n"


def test_a_long_answer_comes_closer_together_before_it_runs_over() -> None:
    text = ("Ingen står alene med en bekymring. " * 12,)
    assert "\n\n" in WIDE.calm(text, 30)
    assert "\n\n" not in WIDE.calm(text, 6)


def test_what_goes_on_stands_below_its_own_words_not_below_the_number() -> None:
    set_out = SMALL.calm(("1. " + "Vi tager imod bekymringen " * 4 + "\nHvem: Modtagelsen",), 20).splitlines()
    assert set_out[0].startswith("1. Vi")
    assert all(line.startswith("   ") for line in set_out[1:])


def test_a_field_of_a_record_is_not_torn_where_it_fits_on_a_line() -> None:
    fields = "Haster · Hvem leder: HR-chef · Hvem ringes op: vises kun internt · Hvem taler med pressen: Pressechef"
    assert SMALL.calm((f"1. Bekymring\n{fields}",), 20).splitlines() == [
        "1. Bekymring",
        "   Haster · Hvem leder: HR-chef",
        "   Hvem ringes op: vises kun internt",
        "   Hvem taler med pressen: Pressechef",
    ]


@given(st.text(max_size=400), st.sampled_from([SMALL, WIDE, HALL]), st.integers(-5, 60))
def test_no_word_of_an_answer_is_lost(text: str, wall: Wall, lines: int) -> None:
    kept = "".join(wall.calm((text,), lines).split())
    assert kept.replace("·", "") == "".join(text.split()).replace("·", "")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_room_sees_the_part_the_question_and_the_keys(session: Session, size: tuple[int, int]) -> None:
    app = Host(RoomScreen(session, DANISH, "strategy.vision"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = text_of(app)
        assert "Del 2 af 7 · Strategi og vision · spørgsmål 1 af 4" in shown
        asked = DANISH.field("Strategy", "vision")["question"]
        assert "".join(asked.split()) in "".join(shown.split())
        assert DANISH("screens.room.hint") in shown.splitlines()[-1].strip()
        assert SECRET not in shown


async def test_a_window_that_grows_is_set_anew(session: Session) -> None:
    app = Host(RoomScreen(session, DANISH, "strategy.vision"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = text_of(app)
        await pilot.resize_terminal(200, 60)
        shown = await shows(pilot, "H v a d")
        assert len(shown.splitlines()) > len(before.splitlines())
