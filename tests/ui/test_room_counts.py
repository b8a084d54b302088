"""The room's counts, the order it agrees on, and the seven questions asked again at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from driving import driving
from hosting import DANISH, ENGLISH, SIZE, Host, at_the_seven, lines_of, text_of

from schemas.outline import COMPONENTS
from schemas.plan import Plan
from schemas.starter import starter
from schemas.workshop import Readiness, Standing, Workshop
from wizard.document.keeping import Keeper
from wizard.document.session import Session
from wizard.ui.pages.after import AfterPage
from wizard.ui.pages.readiness import ReadinessPage
from wizard.ui.route import route
from wizard.ui.slides import slides
from wizard.ui.steps import STEPS

ANSWERS = {
    "understanding": Standing(answer="yes", note="SSP-planen side 4"),
    "strategy": Standing(answer="no"),
    "stakeholders": Standing(answer="partly", note="Foreningerne mangler"),
    "organisation": Standing(answer="yes"),
    "concerns": Standing(answer="no"),
    "coordination": Standing(answer="partly", note="18-årsovergangen"),
    "measures": Standing(answer="yes", note="Indsatskataloget"),
}
NEED = ("strategy", "concerns", "stakeholders", "organisation", "coordination", "understanding", "measures")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "rum.plan.yaml"
    plan = starter(DANISH, "Prøveby Kommune")
    workshop = plan.workshop.model_copy(update={"before": Readiness(**ANSWERS)})
    Keeper.create(path, plan.model_copy(update={"workshop": workshop}))
    return path


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    session = Session.open(path, "Anne")
    yield session
    session.close()


async def test_three_numbers_on_one_line_show_the_disagreement_and_propose_an_answer(fresh: Session) -> None:
    async with at_the_seven(fresh) as pilot:
        await pilot.press("a", *"4", "space", *"3", "space", *"2", "enter")
        await pilot.pause()
        assert "Rummet er uenigt: 4 ja, 3 delvist og 2 nej." in lines_of(pilot.app)
        assert "✓✓✓✓ ◐◐◐ ✗✗" in lines_of(pilot.app)
        assert "Forslag: delvist." in lines_of(pilot.app)
        assert fresh.plan.workshop.before.understanding.answer is None
        await pilot.press("enter", *"skolerne", "enter")
    before = fresh.plan.workshop.before.understanding
    assert (before.count_yes, before.count_partly, before.count_no) == (4, 3, 2)
    assert (before.answer, before.note) == ("partly", "skolerne")


async def test_the_room_decides_whatever_the_counts_say(fresh: Session) -> None:
    async with at_the_seven(fresh) as pilot:
        await pilot.press("a", *"9", "enter", "n", "up")
        await pilot.pause()
        assert "Rummet er enigt: 9 ja. Tallene peger på ja. I bestemmer selv." in lines_of(pilot.app)
    before = fresh.plan.workshop.before.understanding
    assert (before.answer, before.count_yes, before.count_partly, before.count_no) == ("no", 9, 0, 0)


async def test_counts_are_one_change_and_taken_back_as_one(fresh: Session) -> None:
    async with at_the_seven(fresh) as pilot:
        await pilot.press("a", *"5", "slash", *"3", "slash", *"1", "enter")
        assert fresh.plan.workshop.before.understanding.count_no == 1
        fresh.undo()
        await pilot.pause()
        assert fresh.plan.workshop.before.understanding == Standing()
        assert "5·3·1" not in lines_of(pilot.app)


async def test_what_is_no_number_is_refused_and_said(fresh: Session) -> None:
    async with at_the_seven(fresh) as pilot:
        assert "J ja · D delvist" in text_of(pilot.app)
        await pilot.press("a", *"5", "x", "space", "3", "space", "1", "space", "7")
        assert pilot.app.query_one(ReadinessPage).counts.value == "5 3 1 "
        assert "J ja · D delvist" not in text_of(pilot.app), "in a line, letters are typed and answer nothing"
        assert "Esc tilbage til de syv spørgsmål" in text_of(pilot.app)
        assert any("Skriv tre tal" in getattr(wish, "sentence", "") for wish in pilot.app.wishes)
        await pilot.press("enter")
    before = fresh.plan.workshop.before.understanding
    assert (before.count_yes, before.count_partly, before.count_no) == (5, 3, 1)


async def test_english_counts_by_its_own_letter(fresh: Session) -> None:
    async with at_the_seven(fresh, ENGLISH) as pilot:
        await pilot.press("c", *"2", "space", *"0", "space", *"2", "enter")
        await pilot.pause()
        assert "The room disagrees: 2 yes and 2 no." in lines_of(pilot.app)


async def test_an_order_by_need_is_proposed_accepted_and_refused(session: Session) -> None:
    page = ReadinessPage(session, DANISH, "readiness")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        session.subscribe(page.changed)
        assert "Forslag: nej (2 5), så delvist (3 4 6), så ja (1 7). Ja bekræftes på tre minutter." in lines_of(app)
        assert route(session.plan) == STEPS
        await pilot.press("b")
        await pilot.pause()
        assert "Rækkefølge: nej (2 5)" in lines_of(app)
        assert route(session.plan) == ("front", "contacts", "readiness", *NEED, *STEPS[-4:])
        await pilot.press("f")
        await pilot.pause()
        assert "Delene tages i folderens rækkefølge." in lines_of(app)
    assert route(session.plan) == STEPS
    assert session.plan.workshop.order == "leaflet"


async def test_no_order_is_taken_before_all_seven_are_answered(session: Session) -> None:
    session.set("workshop.before.measures.answer", None)
    app = Host(ReadinessPage(session, DANISH, "readiness"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("b")
        assert "Begynd her: Strategi og Arbejdsgange." in lines_of(app)
    assert session.plan.workshop.order is None


async def test_the_way_goes_by_need_and_a_yes_is_only_confirmed(path: Path) -> None:
    async with driving(path) as drive:
        await drive.goto("readiness")
        await drive.press("b", "pagedown")
        await drive.rest()
        assert drive.main.page.step == "strategy"
        assert "Bekræft på tre minutter" not in drive.screen()
        steps = [line.partition("│")[0].strip(" ›") for line in drive.screen().splitlines() if "│" in line]
        assert [step[0] for step in steps if step[:1].isdigit()] == ["2", "5", "3", "4", "6", "1", "7"]
        await drive.goto("understanding")
        shown = " ".join(drive.screen().split())
        assert "I har svaret ja. Det står her: SSP-planen side 4." in shown
        assert "1. Fælles forståelse" in shown
        await drive.press("pageup")
        assert drive.main.page.step == "coordination"


async def test_before_and_after_stand_side_by_side_with_their_counts(session: Session) -> None:
    page = AfterPage(session, DANISH, "after")
    session.set("workshop.before.strategy.count_no", 6)
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        session.subscribe(page.changed)
        await pilot.press("down", "a", *"8", "enter", "j", *"Kapitel 2", "enter", "n", "n")
        await pilot.pause()
        assert "2 Strategi ✗ Nej 0·0·6 ✓ Ja 8·0·0" in lines_of(app)
        assert "1 står bedre end før, 0 som før og 2 dårligere." in lines_of(app) or "1 står bedre" in lines_of(app)
        await pilot.press("home")
        assert "Før: SSP-planen side 4." in lines_of(app)
        await pilot.press("b")
    after = session.plan.workshop.after
    assert (after.strategy.answer, after.strategy.note, after.strategy.count_yes) == ("yes", "Kapitel 2", 8)
    assert session.plan.workshop.before == Readiness(**ANSWERS | {"strategy": Standing(answer="no", count_no=6)})
    assert session.plan.workshop.order is None


async def test_the_end_is_a_step_of_its_own_before_the_review(path: Path) -> None:
    async with driving(path) as drive:
        await drive.goto("review")
        await drive.press("pageup")
        await drive.rest()
        assert drive.main.page.step == "after"
        assert "Ved slutningen" in drive.screen()
        assert "0 af 7 besvaret" in drive.screen()
        await drive.press("j")
        await drive.type("Kapitel 1\n")
        assert drive.plan.workshop.after.understanding.note == "Kapitel 1"


def test_a_room_sees_the_seven_first_and_last_and_only_the_questions() -> None:
    plan = Plan(workshop=Workshop(after=Readiness(strategy=Standing(answer="yes"))))
    shown = slides(plan, DANISH)
    ours = [(at, slide) for at, slide in enumerate(shown) if slide.path.startswith("workshop.")]
    assert [slide.path for _, slide in ours[-7:]] == [f"workshop.after.{name}.answer" for name in COMPONENTS]
    assert ours[-7][0] == len(shown) - 7
    assert len(ours) == 14
    assert all(slide.internal for _, slide in ours)
