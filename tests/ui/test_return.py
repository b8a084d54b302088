"""One comes back to where one was after looking at a field from the review."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import Drive, driving, new_plan
from textual.widgets import OptionList

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
