"""The review's matrix and benefits: signs and words, what is missing in words, and a way to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from driving import driving, new_plan
from hosting import DANISH, Host, shows, text_of

from schemas.paths import place
from schemas.starter import starter
from wizard.document.keeping import Keeper
from wizard.document.session import Session
from wizard.files.examples import folder as examples
from wizard.ui.messages import Jump
from wizard.ui.pages.review import Looked, ReviewPage, looked_through
from wizard.ui.pages.trace import MatrixView
from wizard.ui.questions import is_deep
from wizard.ui.screens.pick import PickScreen


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "side.plan.yaml"
    Keeper.create(path, starter(DANISH, "Prøveby Kommune"))
    session = Session.open(path, "Anne")
    yield session
    session.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_seven_components_by_three_tasks_in_signs_and_words(session: Session, size: tuple[int, int]) -> None:
    app = Host(ReviewPage(session, DANISH, "review"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("2")
        shown = await shows(pilot, "7 Indsatser")
        assert "Arbejdsredskab – ikke et officielt krav" in shown
        rows = [line for line in shown.splitlines() if re.match(r"[1-7] \w+ .*[●◐○]", line)]
        assert len(rows) == 7
        for row in rows:
            assert len(re.findall(r"● opfyldt|◐ delvist|○ mangler", row)) == 3


async def test_the_line_beneath_says_what_is_missing_in_words_and_enter_goes_there(session: Session) -> None:
    app = Host(ReviewPage(session, DANISH, "review"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("tab")
        await shows(pilot, "7 Indsatser")
        await pilot.press("down", "down", "down", "down", "right", "right", "right")
        shown = text_of(app)
        assert "Arbejdsgange · Akut: ○ mangler" in shown
        assert "Det første, man gør, når der er fare for liv." in shown
        assert "concerns." not in shown
        await pilot.press("enter")
        await pilot.pause()
    (jump,) = [wish for wish in app.wishes if isinstance(wish, Jump)]
    assert jump.path == "concerns.acute_branch"


async def test_a_cell_that_misses_several_fields_lets_one_choose(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("review")
        await drive.app.workers.wait_for_complete()
        await drive.press("2", "down", "down", "down", "right", "enter")
        assert isinstance(drive.app.screen, PickScreen)
        assert "Organisering · Bekymringer – mangler" in drive.screen()
        await drive.press("down", "enter")
        assert drive.place == "organisation.deputy"
        await drive.press("escape")
        await drive.app.workers.wait_for_complete()
        await drive.rest()
        page = drive.main.page
        assert isinstance(page, ReviewPage)
        assert page.view == "matrix"
        assert page.query_one(MatrixView).one.key == "organisation concern"


async def test_a_benefit_leads_to_a_field_of_the_long_way(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("review")
        await drive.app.workers.wait_for_complete()
        await drive.press("3", *["down"] * 3)
        assert "Roller og ansvar: ○ mangler" in drive.screen()
        await drive.press("enter", "enter")
        await drive.rest()
        assert drive.place.startswith("organisation.responsibilities")


async def test_the_matrix_follows_the_plan_and_the_pointer_stays(session: Session) -> None:
    page = ReviewPage(session, DANISH, "review")
    app = Host(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("2", "down", "down", "down", "down", "right", "right")
        await shows(pilot, "Arbejdsgange · Akut: ○ mangler")
        session.set("concerns.acute_branch", "Ring 112")
        page.calm()
        shown = await shows(pilot, "Arbejdsgange · Akut: ● opfyldt")
        assert "Står i planen: " in shown


async def test_an_answer_cannot_style_the_matrix(session: Session) -> None:
    key = session.add("strategy.goals", {"text": "[red]rød[/red] \u202eabc", "task": "acute"})
    app = Host(ReviewPage(session, DANISH, "review"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("2", "down", "right", "right")
        await shows(pilot, "[red]rød[/red]")
        assert "\u202e" not in text_of(app)
    assert key


async def test_a_review_without_findings_still_goes_from_view_to_view(tmp_path: Path) -> None:
    path = tmp_path / "stor.plan.yaml"
    path.write_bytes((examples() / "storby.plan.yaml").read_bytes())
    async with driving(path, size=(120, 40)) as drive:
        await drive.goto("review")
        await drive.app.workers.wait_for_complete()
        await drive.rest()
        page = drive.main.page
        assert isinstance(page, ReviewPage)
        look = looked_through(drive.plan, DANISH)
        assert look is not None
        page.post_message(Looked(replace(look, findings=())))
        await drive.rest()
        assert "ikke noget at bemærke" in drive.screen()
        await drive.press("tab")
        assert "[2 Dele og opgaver]" in drive.screen()
        await drive.press("tab", "tab", "3")
        assert "[3 Gevinster]" in drive.screen()


async def test_what_is_missing_of_the_long_way_can_be_gone_to(tmp_path: Path) -> None:
    file = tmp_path / "midt.plan.yaml"
    file.write_bytes((examples() / "midtvejs.plan.yaml").read_bytes())
    async with driving(file) as drive:
        look = looked_through(drive.plan, DANISH)
        assert look is not None
        lacking = [path for one in (*look.matrix, *look.benefits) for path in one.missing]
        missing = {place(path): path for path in lacking if is_deep(path, DANISH)}
        assert any("responsibilities" in path for path in missing)
        for path in missing.values():
            await drive.goto(path)
            assert drive.place.startswith(path) or drive.place == path.rpartition(".")[0], path
