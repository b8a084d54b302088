"""The points of a plan's past in the wizard: named, compared, shown as the plan was then, and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from changed_plan import FIRST, GOALS, SECOND, VISION, changed_plan, history, shown, until
from driving import driving

from wizard.document.edits import plain


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return changed_plan(tmp_path)


async def test_a_field_is_brought_back_as_one_change_that_undo_takes_back(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        await drive.goto(VISION)
        drive.main.action_do("FieldHistory")
        await drive.rest()
        await drive.press("enter")
        assert "1 forskel" in await shown(drive)
        await drive.press("enter")
        assert "Det sker der" in await shown(drive)
        assert drive.plan.strategy.vision == SECOND
        before = drive.session.seq
        await drive.press("enter")
        assert "Hentet frem" in await shown(drive)
        assert drive.plan.strategy.vision == FIRST
        assert drive.session.seq == before + 1
        await drive.press("ctrl+z")
        assert drive.plan.strategy.vision == SECOND


async def test_a_record_that_was_removed_comes_back(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        await history(drive)
        await drive.press("down", "h")
        assert "tilføjet »Alle skoler kender tegnene«" in await shown(drive)
        await drive.press("enter")
        assert drive.plan.strategy.goals[-1].text == "Alle skoler kender tegnene"


async def test_everything_is_brought_back_at_once_and_escape_leaves_it(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        now, seq = drive.plan, drive.session.seq
        await history(drive)
        await drive.press("end", "enter", "a", "escape")
        assert drive.plan == now
        await drive.press("a", "enter")
        assert drive.plan.strategy.vision == ""
        assert drive.plan.front.municipality == "Prøveby"
        assert drive.session.seq == seq + 1
        await drive.press("ctrl+z")
        assert plain(drive.plan) == plain(now)


async def test_two_points_that_are_marked_tell_what_changed_between_them(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        await history(drive)
        await drive.press("down", "space")
        assert "Markeret" in await shown(drive)
        await drive.press("end", "space")
        said = await shown(drive)
        assert "Hvad er ændret?" in said
        assert "Fra før den første ændring til" in said
        assert "Nyby" not in said
        assert "Vision: udfyldt" in said


async def test_a_point_gets_a_name_and_is_found_by_it(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        await history(drive)
        await drive.press("down", "n")
        await drive.type("efter workshop 1\n")
        assert "★ efter workshop 1" in await shown(drive)
        await drive.press("k")
        said = await shown(drive)
        assert "★ efter workshop 1" in said
        assert "Nyby" not in said
        await drive.press("enter")
        assert "Fra »efter workshop 1«" in await shown(drive)
        await drive.press("escape", "n")
        await drive.press("end", *["backspace"] * 20, "enter")
        assert "Navnet »efter workshop 1« er fjernet" in await shown(drive)


@pytest.mark.full
async def test_two_points_never_have_one_name(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        await history(drive)
        await drive.press("n")
        await drive.type("Møde\n")
        await drive.press("down", "n")
        await drive.type("møde\n")
        assert "hedder »Møde«" in await shown(drive)


async def test_the_plan_is_shown_as_it_was(plan: Path) -> None:
    async with driving(plan, size=(100, 40)) as drive:
        await drive.goto(VISION)
        await history(drive)
        await drive.press("end", "up", "v")
        said = await until(drive, FIRST)
        assert "Planen " in said
        assert FIRST in said
        assert "hvem de ringer til" not in said


async def test_one_answer_is_shown_in_full_as_it_was(plan: Path) -> None:
    text = "\n".join(f"Linje {number} om at stå sammen." for number in range(60))
    async with driving(plan, size=(80, 24)) as drive:
        drive.session.set(VISION, f"{text} 010190-1234")
        drive.session.set(VISION, "Kort")
        await drive.goto(VISION)
        drive.main.action_do("FieldHistory")
        await drive.rest()
        await drive.press("down", "v")
        assert "Linje 0 om" in await shown(drive)
        await drive.press("end")
        said = await until(drive, "Linje 59")
        assert "Linje 59 om at stå sammen. ••••••-••••" in said
        assert "010190" not in said


@pytest.mark.full
async def test_a_list_is_shown_as_it_was_with_what_was_removed(plan: Path) -> None:
    async with driving(plan, size=(100, 40)) as drive:
        await drive.goto(GOALS)
        drive.main.action_do("FieldHistory")
        await drive.rest()
        await drive.press("down", "v")
        assert "Alle skoler kender tegnene" in await shown(drive)


async def test_one_begins_at_a_time_or_a_name(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        await history(drive)
        await drive.press("end", "up", "n")
        await drive.type("begyndelsen\n")
        await drive.press("t")
        await drive.type("32.13.2026\n")
        assert "hverken et tidspunkt eller et navn" in await shown(drive)
        await drive.press(*["backspace"] * 12)
        await drive.type("begyndelsen\n")
        said = await shown(drive)
        assert "★ begyndelsen" in said
        assert "Nyby" not in said
        await drive.press("t", "enter")
        assert "Nyby" in await shown(drive)
