"""On a wall nothing internal is shown, and one key hides everything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hosting import DANISH, Host, text_of
from sparing import sparing

from schemas.acute import Acute, Card
from schemas.organisation import Contact, Organisation
from schemas.plan import Plan
from schemas.strategy import Goal, Strategy
from schemas.workshop import Readiness, Standing, Workshop
from wizard.document.keeping import Keeper
from wizard.document.session import Session
from wizard.ui.screens.blank import BlankScreen
from wizard.ui.screens.room import RoomScreen
from wizard.ui.screens.search import SearchScreen

SECRET = "Hemmelighed"
PLAN = Plan(
    strategy=Strategy(
        vision="Ingen står alene. Ring til 010190-1234.",
        goals=(Goal(id="g-00000001", text="Alle skoler kender tegnene", owner="c-00000001"),),
        follow_up_when="I november",
    ),
    organisation=Organisation(
        deputy="c-00000002",
        out_of_hours="c-00000002",
        contacts=(Contact(id="c-00000001", role="SSP-leder"), Contact(id="c-00000002", role=SECRET)),
    ),
    acute=Acute(cards=(Card(id="c-00000003", title="Trussel", calls=("112", SECRET)),)),
    workshop=Workshop(before=Readiness(strategy=Standing(answer="partly", note=SECRET))),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "rum.plan.yaml"
    Keeper.create(path, PLAN)
    session = Session.open(path, "Anne")
    yield session
    session.close()


async def test_the_question_and_its_answer_stand_alone(session: Session) -> None:
    app = Host(RoomScreen(session, DANISH, "strategy.goals[g-00000001].owner"))
    async with app.run_test(size=(80, 24)):
        shown = text_of(app)
        assert "Del 2 af 7 · Strategi og vision" in shown
        assert "1. Alle skoler kender tegnene" in shown
        assert "Ansvarlig: SSP-leder" in shown
        assert "I november" not in shown


async def test_a_room_goes_on_and_back_and_returns_where_it_came_to(session: Session) -> None:
    app = Host(RoomScreen(session, DANISH, "strategy.goals"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right")
        assert "I november" in text_of(app)
        await pilot.press("left", "escape")
        await pilot.pause()
    assert app.result == "strategy.follow_up_by"


async def test_whoever_stays_comes_back_to_where_they_were(session: Session) -> None:
    app = Host(RoomScreen(session, DANISH, "strategy.goals[g-00000001].owner"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        await pilot.pause()
    assert app.result is None


@pytest.mark.parametrize("size", sparing([(80, 24)], [(120, 40), (60, 20)]))
async def test_no_page_of_the_room_shows_anything_internal(session: Session, size: tuple[int, int]) -> None:
    screen = RoomScreen(session, DANISH, "front.municipality")
    app = Host(screen)
    async with app.run_test(size=size) as pilot:
        masked = 0
        for _ in screen.slides:
            shown = text_of(app)
            assert SECRET not in shown
            assert "010190" not in shown
            masked += "Vises kun internt" in shown or "vises kun internt" in shown
            await pilot.press("right")
        assert masked >= 4


async def test_any_key_brings_back_what_was_hidden_and_does_nothing_else(session: Session) -> None:
    app = Host(SearchScreen(session, DANISH, "strategy.vision"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"nov")
        before = text_of(app)
        app.push_screen(BlankScreen(session, DANISH))
        await pilot.pause()
        assert text_of(app).strip() == DANISH("screens.blank.hint")
        await pilot.press("x")
        await pilot.pause()
        assert text_of(app) == before
        await pilot.press("e")
        assert "nove" in text_of(app)


async def test_a_search_result_is_where_one_goes(session: Session) -> None:
    app = Host(SearchScreen(session, DANISH, "strategy.vision"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"november")
        await pilot.pause()
        assert "1 sted" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
    assert app.result == "strategy.follow_up_when"


async def test_a_search_is_chosen_from_with_the_arrows_alone(session: Session) -> None:
    app = Host(SearchScreen(session, DANISH, "strategy.vision"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"ssp", "down", "enter")
        await pilot.pause()
    assert app.result == "organisation.contacts[c-00000001].role"
