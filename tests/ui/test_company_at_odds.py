"""Several people at a plan who write the same: no version is lost, each chooses, and undo is each one's own."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from company import LONG, said, shown, together

from wizard.document.session import Session
from wizard.ui.widgets.line import LineControl

pytestmark = pytest.mark.usefixtures("read_at_once")


async def two_versions(drive: object, other: Session) -> None:
    """Let both answer the same at once."""
    await drive.goto("front.title")  # type: ignore[attr-defined]
    await drive.type("Min titel")  # type: ignore[attr-defined]
    other.set("front.title", "Hendes titel")
    drive.session.settle()  # type: ignore[attr-defined]
    await drive.rest()  # type: ignore[attr-defined]


@pytest.mark.parametrize(("key", "title"), [("1", "Min titel"), ("2", "Hendes titel")])
async def test_two_versions_wait_for_a_choice(tmp_path: Path, key: str, title: str) -> None:
    async with together(tmp_path) as (drive, other):
        await two_versions(drive, other)
        assert "Begge udgaver er gemt" in drive.screen()
        assert "1 sted venter på valg: F2 v" in drive.screen()
        assert cast("LineControl", drive.app.focused).value == "Hendes titel"
        await drive.press("f2", "v")
        screen = drive.screen()
        assert "Min titel" in screen
        assert "Hendes titel" in screen
        assert "Mette Holm" in screen
        await drive.press(key)
        assert drive.plan.front.title == title
        assert "venter på valg" not in drive.screen()
        await drive.press("f2")
        assert "to udgaver" not in drive.screen()


async def test_what_is_not_decided_waits_also_when_the_plan_is_opened_again(tmp_path: Path) -> None:
    from driving import driving

    async with together(tmp_path) as (drive, other):
        await two_versions(drive, other)
        await drive.press("f2", "v", "escape")
        assert "Begge udgaver er stadig gemt" in drive.screen() or "stadig gemt" in drive.screen()
        path = other.path
    async with driving(path, size=(120, 30)) as drive:
        await shown(drive, "1 sted venter på valg: F2 v")
        await drive.press("f2", "v")
        line = next(line for line in drive.screen().splitlines() if "Min titel" in line)
        assert "Hendes titel" in line


async def test_several_versions_wait_and_one_goes_from_one_to_the_next(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await two_versions(drive, other)
        await drive.goto("strategy.vision")
        await drive.type("Min vision")
        other.set("strategy.vision", "Hendes vision")
        drive.session.settle()
        await drive.rest()
        assert "2 steder venter på valg: F2 v" in drive.screen()
        await drive.press("f2", "v")
        assert "1 af 2" in drive.screen()
        assert "Min titel" in drive.screen()
        await drive.press("n")
        assert "Min vision" in drive.screen()
        other.set("strategy.vision", "Hendes nye vision")
        await shown(drive, "Hendes nye vision")
        await drive.press("1")
        assert "Den første udgave står nu i planen" in drive.screen()
        assert "Min titel" in drive.screen()
        await drive.press("2")
        assert drive.main.is_current
        assert (drive.plan.front.title, drive.plan.strategy.vision) == ("Hendes titel", "Min vision")


async def test_the_first_version_is_not_put_in_while_another_types_there(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await two_versions(drive, other)
        other.draft("front.title", "Hendes titel igen")
        await drive.press("f2", "v", "1")
        assert "Mette Holm skriver her lige nu" in said(drive)
        assert drive.session.conflicts
        assert drive.plan.front.title == "Hendes titel"


async def test_long_versions_stand_whole_and_are_scrolled(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto("strategy.vision")
        await drive.paste(LONG)
        other.set("strategy.vision", LONG.replace("Linje", "Punkt"))
        drive.session.settle()
        await drive.rest()
        await drive.press("f2", "v", "end")
        await shown(drive, "Linje 59")
        await drive.press("tab", "end")
        await shown(drive, "Punkt 59")
        await drive.press("2")
        assert drive.plan.strategy.vision.startswith("Punkt 0")


# Undo


async def test_undo_says_who_has_changed_the_same_since(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto("front.title")
        await drive.type("Min titel")
        drive.session.settle()
        other.catch_up()
        other.set("front.title", "Hendes titel")
        await shown(drive, "Hendes titel")
        await drive.press("ctrl+z")
        assert "Mette Holm har ændret det samme siden" in said(drive)
        assert drive.plan.front.title == "Hendes titel"


async def test_undo_waits_while_another_types_in_what_it_would_remove(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto("stakeholders.parties")
        await drive.type("Politiet")
        await drive.press("escape")
        drive.session.settle()
        (party,) = drive.plan.stakeholders.parties
        other.catch_up()
        other.draft(f"stakeholders.parties[{party.id}].tasks", "x")
        await drive.press("ctrl+z", "ctrl+z")
        assert "Mette Holm skriver i det" in said(drive)
        assert len(drive.plan.stakeholders.parties) == 1


async def test_half_an_answer_gives_way_to_the_answer_of_another_and_is_told(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto("front.valid_from")
        await drive.type("31/2 2026")
        drive.session.settle()
        other.catch_up()
        other.set("front.valid_from", "2026-06-01")
        await shown(drive, "1. juni 2026")
        assert "Du havde skrevet »31/2 2026«" in said(drive)
        await drive.press("tab")
        assert str(drive.plan.front.valid_from) == "2026-06-01"
