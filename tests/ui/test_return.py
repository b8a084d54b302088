"""One comes back to where one was: after looking at a field from the review, and when a plan is opened again."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import Drive, driving, new_plan, opened
from sparing import sparing
from textual import events
from textual.widgets import OptionList

from wizard.document.session import Session
from wizard.ui.app import WizardApp
from wizard.ui.pages.review import ReviewPage


async def reviewing(drive: Drive) -> OptionList:
    """Give the review's list once it stands there."""
    await drive.app.workers.wait_for_complete()
    await drive.rest()
    page = drive.main.page
    assert isinstance(page, ReviewPage)
    rows = page.query_one(OptionList)
    assert rows.option_count
    return rows


def marked(rows: OptionList) -> str | None:
    """Give the finding that is marked."""
    option = rows.highlighted_option
    return option.id if option else None


def prompts(rows: OptionList) -> str:
    """Give what the review lists."""
    return "\n".join(str(option.prompt) for option in rows.options)


async def test_escape_leads_back_to_the_finding_one_came_from(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("review")
        rows = await reviewing(drive)
        await drive.press("end")
        finding = marked(rows)
        assert finding is not None
        for screen in ("f1", "f12", "f8"):
            await drive.press(screen)
            await drive.press("escape")
            assert marked(rows) == finding
        await drive.press("enter")
        assert drive.place in finding
        assert "Esc fører tilbage til Gennemgang." in drive.screen()
        assert "Esc Retur" in drive.screen()
        await drive.press("escape")
        if drive.main.page.step != "review":  # a record's form closes first
            await drive.press("escape")
        after = await reviewing(drive)
        assert marked(after) == finding
        await drive.rest()
        assert after.scroll_offset.y + after.size.height >= after.virtual_size.height


async def test_a_finding_that_is_mended_hands_the_cursor_to_the_next(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("review")
        rows = await reviewing(drive)
        await drive.press("down")
        while "front.title" not in str(marked(rows)):
            await drive.press("up")
        row = rows.highlighted
        await drive.press("enter")
        await drive.type("Beredskab")
        await drive.press("escape")
        after = await reviewing(drive)
        assert drive.plan.front.title == "Beredskab"
        assert after.highlighted == row
        assert "front.title" not in str(marked(after))


@pytest.mark.parametrize("away", ["pageup", "f5"])
async def test_whoever_goes_elsewhere_is_not_led_back(tmp_path: Path, away: str) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("review")
        await reviewing(drive)
        await drive.press("enter")
        await drive.goto("strategy.vision")
        await drive.press("escape")
        assert drive.place == "strategy.vision"


async def test_the_preview_has_a_key(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path), size=(160, 40)) as drive:
        await drive.rest()
        assert "F12 Vis" in drive.screen()
        await drive.press("f12")
        assert "Forhåndsvisning" in drive.screen()
        await drive.press("escape")
        assert drive.place == "front.municipality"


async def test_a_date_that_is_none_is_named_in_the_review_until_it_is_mended(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.valid_from")
        await drive.type("31/2 2026\n")
        await drive.goto("review")
        assert "»31/2 2026« i »Gælder fra«" in prompts(await reviewing(drive))
        await drive.goto("front.valid_from")
        await drive.press(*["backspace"] * 9)
        await drive.type("1/3 2026\n")
        await drive.goto("review")
        assert "31/2 2026" not in prompts(await reviewing(drive))


RETURNED = "Du er tilbage, hvor du var sidst."


async def test_a_plan_opens_where_one_was_with_everything_asked_that_was_asked(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with driving(path) as drive:
        assert RETURNED not in drive.screen()
        await drive.goto("stakeholders")
        await drive.type("Skolerne\n")
        await drive.press("f6", "tab")
        place = drive.place
        assert "parties[" in place
    async with driving(path) as drive:
        assert drive.place == place
        assert drive.main.questions.deep == {"stakeholders"}
        assert RETURNED in drive.screen()
        await drive.goto("front")
    async with driving(path) as drive:
        assert drive.place == "front.municipality"
        assert RETURNED not in drive.screen()


@pytest.mark.parametrize("step", sparing(["review"], ["readiness", "publish"]))
async def test_a_plan_opens_at_a_page_of_its_own_too(tmp_path: Path, step: str) -> None:
    path = new_plan(tmp_path)
    async with driving(path) as drive:
        await drive.goto(step)
    async with driving(path) as drive:
        await drive.rest()
        assert drive.main.page.step == step
        assert RETURNED in drive.screen()


async def test_a_plan_opens_at_the_question_the_room_had_come_to(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with driving(path) as drive:
        await drive.goto("strategy.vision")
        await drive.press("f8", "right")
        wall = drive.screen()
    async with driving(path) as drive:
        assert drive.main.page.step == "strategy"
        assert drive.place != "strategy.vision"
        assert drive.main.questions.spec.question.split()[0] in wall


@pytest.mark.parametrize(
    ("kept", "place"),
    [
        ('{"place": "concerns.steps[x-12345678].title", "deep": []}', "concerns.steps"),
        ('{"place": "../x", "deep": 7}', "front.municipality"),
        ("not what was kept", "front.municipality"),
    ],
)
async def test_a_place_that_is_gone_leads_to_its_list_and_one_that_never_was_to_the_beginning(
    tmp_path: Path, kept: str, place: str
) -> None:
    path = new_plan(tmp_path)
    session = Session.open(path, "Anne")
    session.remember("place", kept)
    session.close()
    async with driving(path) as drive:
        assert drive.place == place


async def test_what_is_typed_before_a_plan_is_read_goes_to_the_question_that_stood_there(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with driving(path) as drive:
        await drive.goto("strategy.vision")
    app = WizardApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Key("!", "!"))
        drive = Drive(app, pilot, await opened(app, pilot))
        assert drive.place == "front.municipality"
        assert drive.plan.front.municipality == "Prøveby!"
    app.close()
