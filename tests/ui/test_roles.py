"""The roles grid: a letter in a cell says who does, decides, is asked and is told."""

from __future__ import annotations

from pathlib import Path

from driving import Drive, driving, new_plan

from schemas.organisation import Contact, Organisation, Responsibility
from schemas.plan import Plan
from wizard.files.examples import examples
from wizard.files.plan_file import read_plan
from wizard.ui.roles import PLACE, with_part

LEADER, CHIEF, POLICE = "c-00000001", "c-00000002", "c-00000003"
PLAN = Plan(
    organisation=Organisation(
        coordinator=LEADER,
        contacts=(
            Contact(id=LEADER, role="SSP-leder"),
            Contact(id=CHIEF, role="Chef for Børn og Familie"),
            Contact(id=POLICE, role="Politiets tovholder"),
        ),
        responsibilities=(
            Responsibility(id="r-00000001", task="Indkalde infohuset", performs=(LEADER,)),
            Responsibility(id="r-00000002", task="Ringe til politiet", decides=(CHIEF,)),
        ),
    )
)


async def at_the_grid(drive: Drive) -> None:
    drive.main.questions.deep |= {"organisation"}
    await drive.goto(PLACE)


def parts(drive: Drive, number: int) -> dict[str, tuple[str, ...]]:
    row = drive.plan.organisation.responsibilities[number]
    return {name: value for name in ("performs", "decides", "asked", "told") if (value := getattr(row, name))}


async def test_letters_set_a_cell_and_each_row_says_whether_one_decides(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path, PLAN)) as drive:
        await at_the_grid(drive)
        assert "beslutter mangler" in drive.screen()
        await drive.press("end")
        assert "Enter: ny rolle" in drive.screen()
        await drive.press("home", "down", "down")
        assert "Enter: ny opgave" in drive.screen()
        await drive.press("up", "up", "right", "b")
        assert parts(drive, 0) == {"performs": (LEADER,), "decides": (LEADER,)}
        assert "beslutter mangler" not in drive.screen()
        await drive.press("right", "B")
        assert "to beslutter" in drive.screen()
        await drive.press("s")
        assert parts(drive, 0) == {"performs": (LEADER,), "decides": (LEADER,), "asked": (CHIEF,)}
        await drive.press("space", "down", "delete")
        assert parts(drive, 0) == {"performs": (LEADER,), "decides": (LEADER,)}
        assert parts(drive, 1) == {}


async def test_one_key_is_one_change_and_undo_takes_it_back(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path, PLAN)) as drive:
        await at_the_grid(drive)
        await drive.press("right", "b", "o")
        assert parts(drive, 0) == {"told": (LEADER,)}
        await drive.press("ctrl+z")
        assert parts(drive, 0) == {"performs": (LEADER,), "decides": (LEADER,)}
        assert "[UB]" in drive.screen()


async def test_another_letter_is_refused_with_the_ones_there_are(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path, PLAN)) as drive:
        await at_the_grid(drive)
        await drive.press("right")
        await drive.type("x")
        assert "Skriv et af disse bogstaver: u udfører" in " ".join(drive.screen().split())
        assert drive.plan.organisation.responsibilities == PLAN.organisation.responsibilities


async def test_tasks_are_typed_one_after_the_other_and_an_empty_one_goes_on(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await at_the_grid(drive)
        await drive.type("Indkalde infohuset\nRinge til politiet\n\n")
        assert [row.task for row in drive.plan.organisation.responsibilities] == [
            "Indkalde infohuset",
            "Ringe til politiet",
        ]
        assert drive.place == "organisation.out_of_hours"


async def test_roles_are_picked_from_the_register_or_made_there(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path, PLAN)) as drive:
        await at_the_grid(drive)
        assert "tovholder" not in drive.screen()
        await drive.press("right", "r")
        await drive.type("polit\n")
        await drive.press("o")
        assert parts(drive, 0) == {"performs": (LEADER,), "told": (POLICE,)}
        await drive.type("rBorgmester\nb")
        assert drive.plan.organisation.contacts[-1].role == "Borgmester"
        assert parts(drive, 0)["decides"] == (drive.plan.organisation.contacts[-1].id,)


async def test_a_column_outlasts_a_turn_to_the_next_question(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path, PLAN)) as drive:
        await at_the_grid(drive)
        await drive.press("right", "r")
        await drive.type("polit\n")
        await drive.press("pagedown", "pageup")
        await drive.press("end")
        assert "Politiets" in drive.screen()


async def test_many_roles_are_scrolled_to_with_the_tasks_in_view(tmp_path: Path) -> None:
    island = next(path for path in examples() if path.name.startswith("lilleoe"))
    async with driving(new_plan(tmp_path, read_plan(island))) as drive:
        await at_the_grid(drive)
        task = drive.plan.organisation.responsibilities[0].task
        for _ in range(12):
            await drive.press("right")
            assert task[:15] in drive.screen()
            assert "[" in drive.screen()
        await drive.press("end")
        assert "+ ny" in drive.screen()
        assert task[:15] in drive.screen()
        assert "Roller" not in drive.screen()


async def test_tasks_are_moved_removed_and_brought_back(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path, PLAN)) as drive:
        await at_the_grid(drive)
        await drive.type(">")
        assert [row.id for row in drive.plan.organisation.responsibilities] == ["r-00000002", "r-00000001"]
        await drive.press("delete")
        assert [row.id for row in drive.plan.organisation.responsibilities] == ["r-00000002"]
        await drive.press("ctrl+z", "ctrl+z")
        assert drive.plan.organisation.responsibilities == PLAN.organisation.responsibilities


async def test_the_grid_is_left_by_tab_and_gives_the_steps_their_room_again(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path, PLAN)) as drive:
        await at_the_grid(drive)
        assert "Gennemgang" not in drive.screen()
        await drive.press("end", "tab")
        assert drive.place == "organisation.out_of_hours"
        assert "Gennemgang" in drive.screen()


async def test_the_room_sees_the_roles_by_their_names(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path, PLAN)) as drive:
        await at_the_grid(drive)
        await drive.press("f8")
        assert "Udfører: SSP-leder" in drive.screen()
        assert "Beslutter: Chef for Børn og Familie" in drive.screen()


async def test_english_has_letters_of_its_own(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path, PLAN), language="en") as drive:
        await at_the_grid(drive)
        await drive.press("right", "d")
        assert parts(drive, 0)["decides"] == (LEADER,)
        assert "[WD]" in drive.screen()
        assert "one decides" in drive.screen()


def test_only_doing_and_deciding_stand_together() -> None:
    assert with_part((), "performs") == ("performs",)
    assert with_part(("decides",), "performs") == ("performs", "decides")
    assert with_part(("performs", "decides"), "told") == ("told",)
    assert with_part(("told",), "asked") == ("asked",)
    assert with_part(("asked",), "asked") == ()
