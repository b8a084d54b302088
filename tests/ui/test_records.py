"""Records are typed one after the other, and arranged, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from driving import Drive, driving, new_plan
from hosting import shows

from schemas.choices import Involvement, Task


def names(drive: Drive) -> list[str]:
    return [party.name for party in drive.plan.stakeholders.parties]


async def test_five_stakeholders_are_typed_without_a_break_and_an_empty_one_ends_the_list(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("stakeholders")
        for name in ("Skolerne", "Politiet", "Klubben", "Psykiatrien", "Boligforeningen"):
            await drive.type(f"{name}\n12\n3\n")
        assert names(drive) == ["Skolerne", "Politiet", "Klubben", "Psykiatrien", "Boligforeningen"]
        first = drive.plan.stakeholders.parties[0]
        assert first.tasks == (Task.GENERAL, Task.CONCERN)
        assert first.involvement is Involvement.CONSULTED
        await drive.type("\n")
        assert drive.place == "organisation.model"
        assert len(names(drive)) == 5
        await shows(drive.pilot, "5/5")
        assert "3 Interessenter ● 5/5" in " ".join(drive.screen().split())


async def test_the_seven_steps_ask_only_for_what_is_not_given(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("concerns.steps")
        await drive.press("enter")
        for number in range(7):
            await drive.type(f"Rolle {number}\n{number} timer\n")
        steps = drive.plan.concerns.steps
        assert len(steps) == 7
        assert [step.limit for step in steps] == [f"{number} timer" for number in range(7)]
        assert len({step.who for step in steps}) == 7


async def some_parties(drive: Drive, *wanted: str) -> None:
    for name in wanted:
        drive.session.add("stakeholders.parties", {"name": name})
    await drive.goto("stakeholders")


async def test_a_record_is_edited_in_place_and_escape_leads_back_to_the_list(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await some_parties(drive, "A", "B", "C")
        await drive.press("down", "enter", "shift+tab", "end")
        await drive.press("escape", "enter")
        await drive.press("shift+tab")
        await drive.type("b")
        await drive.press("escape")
        assert "Enter ret" in drive.screen()
        assert "›  2" in drive.screen()


async def test_records_are_copied_moved_removed_and_brought_back(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await some_parties(drive, "A", "B", "C")
        await drive.type(">")
        assert names(drive) == ["B", "A", "C"]
        await drive.press("alt+up")
        assert names(drive) == ["A", "B", "C"]
        await drive.press("delete")
        assert names(drive) == ["B", "C"]
        assert "Fjernet – Ctrl+Z fortryder" in drive.screen()
        await drive.press("ctrl+z")
        assert names(drive) == ["A", "B", "C"]
        await drive.type("d")
        await drive.press("escape")
        assert names(drive) == ["A", "A", "B", "C"]
        await drive.press("ctrl+z", "ctrl+y", "ctrl+z")
        assert names(drive) == ["A", "B", "C"]


async def test_a_letter_that_moves_records_is_just_a_letter_in_a_form(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await some_parties(drive, "A", "B")
        await drive.type("+d<>+")
        assert names(drive) == ["A", "B", "d<>+"]
        await drive.type("\nd\n")
        assert names(drive) == ["A", "B", "d<>+"]


async def test_removing_the_last_record_offers_a_new_one(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await some_parties(drive, "A")
        await drive.press("delete")
        await drive.type("Ny")
        assert names(drive) == ["Ny"]


async def test_undoing_the_record_in_the_form_closes_the_form(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await some_parties(drive, "A")
        await drive.type("+X")
        await drive.press("ctrl+z")
        assert names(drive) == ["A", ""]
        await drive.press("ctrl+z")
        assert names(drive) == ["A"]
        assert "Enter ret" in drive.screen()


async def test_a_long_list_scrolls_and_keeps_its_pointer(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await some_parties(drive, *(f"Part {number}" for number in range(60)))
        await drive.press("end")
        assert "› 60  Part 59" in drive.screen()
        await drive.press("delete")
        assert "› 59  Part 58" in drive.screen()
        await drive.press("home")
        assert "›  1  Part 0" in drive.screen()


async def test_a_field_of_a_record_is_passed_by_without_passing_the_list_by(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("stakeholders")
        await drive.type("Skolerne\n")
        await drive.press("f3")
        await drive.type("Afklares senere\n")
        await drive.rest()
        (party,) = drive.plan.stakeholders.parties
        assert list(drive.plan.reasons) == [f"stakeholders.parties[{party.id}].tasks"]
        assert drive.place.endswith(".involvement")
        await drive.press("shift+tab")
        assert "Sprunget over: Afklares senere" in drive.screen()


async def test_guidance_follows_the_field_in_the_form(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path), size=(120, 40)) as drive:
        await drive.goto("stakeholders")
        assert "En enhed, en myndighed" in drive.screen()
        await drive.type("Skolerne\n")
        assert "Vælg en eller flere" in drive.screen()
