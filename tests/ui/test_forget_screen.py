"""What should never have been written is deleted for good: it is offered, explained, confirmed and gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import Drive, driving

from wizard.document.session import Session
from wizard.ui.screens.forgetting import ConfirmScreen, ForgetScreen

VISION = "strategy.vision"
NUMBER = "010190-1234"
CITIZEN = "Karl Opdigtet"


async def shown(drive: Drive) -> str:
    """Give what stands on the screen, in one line."""
    await drive.rest()
    return " ".join(drive.screen().replace("│", " ").split())


def holds(folder: Path, text: str) -> list[str]:
    """Name the files of a folder that hold a text, whatever they are."""
    return [path.name for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]


async def written(drive: Drive, text: str) -> None:
    """Write a text at the vision and let it become a change."""
    await drive.goto(VISION)
    await drive.type(text)
    drive.session.settle()


async def forget_first(drive: Drive) -> None:
    """Choose what stands first, and confirm it."""
    await drive.press("shift+f8", "enter")
    await drive.type("slet\n")
    await drive.rest()


async def test_a_number_that_is_taken_out_is_offered_to_be_deleted_for_good(plan: Path) -> None:
    async with driving(plan) as drive:
        await written(drive, f"Ring nu {NUMBER}")
        assert "Shift" not in drive.screen()
        await drive.press(*["backspace"] * 4)
        drive.session.settle()
        assert "Nummeret er ude af planen" in await shown(drive)
        await drive.press(*["backspace"] * 8)
        drive.session.settle()
        await drive.press("shift+f8")
        assert "CPR-nummeret, der er taget ud af Strategi og vision › Vision" in await shown(drive)
        await drive.press("enter")
        said = await shown(drive)
        assert "Programmet kan ikke nå" in said
        assert "Skriv slet, og tryk Enter" in said
        await drive.type("slet\n")
        assert "Slettet for altid" in await shown(drive)
        assert drive.plan.strategy.vision == "Ring nu"
        await drive.press("escape")
        assert drive.place == VISION
        for piece in (NUMBER, "010190-12", "010190"):
            assert holds(plan.parent, piece) == []
    assert holds(plan.parent, "010190") == []


async def test_nothing_is_deleted_before_the_word_is_typed(plan: Path) -> None:
    async with driving(plan) as drive:
        await written(drive, NUMBER)
        drive.session.set(VISION, "Ingen")
        await drive.press("shift+f8", "enter")
        await drive.type("ja\n")
        assert isinstance(drive.app.screen, ConfirmScreen)
        assert "Intet er slettet" in await shown(drive)
        await drive.press("escape")
        assert isinstance(drive.app.screen, ForgetScreen)
        assert any(NUMBER in str(change.edits) for change in drive.session.changes())


async def test_undo_does_not_bring_it_back(plan: Path) -> None:
    async with driving(plan) as drive:
        await written(drive, f"Borgeren {NUMBER}")
        drive.session.set(VISION, "Borgeren")
        await forget_first(drive)
        await drive.press("escape", *["ctrl+z"] * 6)
        assert NUMBER not in str(drive.plan)
        await drive.press(*["ctrl+y"] * 6)
        assert NUMBER not in str(drive.plan)


async def test_a_name_is_deleted_wherever_it_stands_also_in_the_answer(plan: Path) -> None:
    async with driving(plan) as drive:
        drive.session.set("front.title", f"Plan for {CITIZEN}")
        drive.session.set(VISION, f"{CITIZEN} skal hjælpes")
        drive.session.set(VISION, "Alle skal hjælpes")
        await drive.goto("front.title")
        await drive.press("shift+f8", "end", "enter")
        await drive.type(f"{CITIZEN}\n")
        said = await shown(drive)
        assert f"Slet »{CITIZEN}« overalt" in said
        assert "I planen: 1 sted." in said
        await drive.type("slet\n")
        await drive.press("escape")
        assert CITIZEN not in str(drive.plan)
        assert drive.plan.front.title == "Plan for […]"
        assert "Plan for […]" in await shown(drive)
    assert holds(plan.parent, CITIZEN) == []


async def test_what_stood_at_a_question_before_is_deleted_and_the_answer_stays(plan: Path) -> None:
    async with driving(plan) as drive:
        drive.session.set(VISION, "Noget, der ikke skulle være skrevet")
        drive.session.set(VISION, "Det rigtige svar")
        await drive.goto(VISION)
        await forget_first(drive)
        assert drive.plan.strategy.vision == "Det rigtige svar"
        await drive.press("escape", "shift+f4")
        said = await shown(drive)
        assert "Noget blev slettet uigenkaldeligt" in said
        assert "ikke skulle" not in said
    assert holds(plan.parent, "ikke skulle") == []


async def test_what_stands_nowhere_or_is_too_short_is_said_to_be(plan: Path) -> None:
    async with driving(plan) as drive:
        await drive.press("shift+f8", "end", "enter")
        await drive.type("x\n")
        assert "for kort" in await shown(drive)
        await drive.type("yz yz\n")
        assert "hverken i planen eller" in await shown(drive)
        await drive.press("escape", "escape")
        assert drive.place == "front.municipality"


@pytest.mark.full
async def test_another_who_has_the_plan_open_loses_it_too(plan: Path) -> None:
    async with driving(plan) as drive:
        drive.session.set("front.title", f"Plan for {CITIZEN}")
        other = Session.open(plan, "bo")
        await drive.press("shift+f8", "end", "enter")
        await drive.type(f"{CITIZEN}\n")
        await drive.type("slet\n")
        other.catch_up()
        assert CITIZEN not in str(other.plan)
        other.close()
    assert holds(plan.parent, CITIZEN) == []


async def test_what_another_has_just_answered_there_is_not_deleted(plan: Path) -> None:
    async with driving(plan) as drive:
        drive.session.set(VISION, "Noget, der ikke skulle være skrevet")
        drive.session.set(VISION, "Det rigtige svar")
        await drive.goto(VISION)
        await drive.press("shift+f8", "enter")
        other = Session.open(plan, "bo")
        other.set(VISION, "Bos svar, der lige er kommet")
        await drive.type("slet\n")
        assert "Slettet for altid" in await shown(drive)
        other.catch_up()
        assert drive.plan.strategy.vision == other.plan.strategy.vision == "Bos svar, der lige er kommet"
        other.close()
    assert holds(plan.parent, "ikke skulle") == []


async def test_a_record_with_a_number_that_is_removed_is_offered(plan: Path) -> None:
    async with driving(plan) as drive:
        goal = drive.session.add("strategy.goals", {"text": f"Mål for {NUMBER}"})
        drive.session.remove("strategy.goals", goal)
        assert "Nummeret er ude af planen" in await shown(drive)
        await forget_first(drive)
        assert "Slettet for altid" in await shown(drive)
    assert holds(plan.parent, NUMBER) == []


@pytest.mark.full
async def test_whoever_may_only_read_deletes_nothing(plan: Path) -> None:
    async with driving(plan) as drive:
        drive.session.read_only = "document.read_only_file"
        await drive.press("shift+f8")
        assert not isinstance(drive.app.screen, ForgetScreen)
        drive.session.read_only = None


@pytest.mark.full
async def test_it_is_explained_in_english_at_the_smallest_size(plan: Path) -> None:
    async with driving(plan, size=(60, 20), language="en") as drive:
        drive.session.set(VISION, NUMBER)
        drive.session.set(VISION, "")
        await drive.press("shift+f8", "enter")
        said = await shown(drive)
        assert "Type delete and press Enter" in said
        await drive.type("delete\n")
        assert "Deleted for good" in await shown(drive)
