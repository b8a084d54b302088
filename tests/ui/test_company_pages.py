"""Every page and screen follows what others do: the grid, the seven questions, the lists of a meeting, the search."""

from __future__ import annotations

from pathlib import Path
from time import time
from typing import cast

import pytest
from company import gone, said, shown, together, until
from driving import Drive
from textual.widgets import OptionList

from wizard.document.session import Session
from wizard.files.run_sheets import ready_sheets
from wizard.ui.pages.roles import RolesView
from wizard.ui.screens.board import Board
from wizard.ui.timekeeper import Timekeeper
from wizard.ui.widgets.line import LineControl

TASKS, CONTACTS = "organisation.responsibilities", "organisation.contacts"

pytestmark = pytest.mark.usefixtures("read_at_once")


async def at_the_grid(drive: Drive, other: Session) -> tuple[RolesView, list[str], list[str]]:
    """Stand at a grid of two tasks and two roles."""
    roles = [other.add(CONTACTS, {"role": name}) for name in ("Leder", "Koordinator")]
    tasks = [other.add(TASKS, {"task": name, "performs": roles[1:]}) for name in ("Visitere", "Følge op")]
    await until(drive, lambda: drive.session.seq == other.seq)
    await drive.goto(TASKS)
    view = cast("RolesView", drive.main.questions.records)
    await drive.pilot.pause()
    return view, roles, tasks


async def test_the_grid_keeps_its_cell_when_another_adds_tasks_and_roles(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        view, roles, tasks = await at_the_grid(drive, other)
        await drive.press("down", "right")
        while view.grid.role is None or view.grid.role[0] != roles[1]:
            await drive.press("right")
        first = other.add(CONTACTS, {"role": "Politi"}, after=None)
        other.add(TASKS, {"task": "Modtage", "decides": [first]}, after=None)
        await shown(drive, "Modtage")
        assert view.key == tasks[1]
        assert view.grid.role is not None
        assert view.grid.role[0] == roles[1]


async def test_the_task_one_names_is_removed_by_another(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        view, _, tasks = await at_the_grid(drive, other)
        view.open(tasks[0])
        await drive.rest()
        other.remove(TASKS, tasks[0])
        await shown(drive, "er fjernet af Mette Holm")
        assert drive.app.focused is view.grid
        assert [one.task for one in drive.plan.organisation.responsibilities] == ["Følge op"]


async def test_a_task_that_one_begins_is_ones_own_whoever_adds_another_at_the_same_time(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        view, _, _ = await at_the_grid(drive, other)
        view.blank()
        await drive.rest()
        other.add(TASKS, {"task": "Andens"})
        await drive.type("Min egen")
        await shown(drive, "Andens")
        assert cast("LineControl", drive.app.focused).value == "Min egen"
        assert view.grid.at is not None
        assert view.grid.at.key == drive.plan.organisation.responsibilities[-1].id or view.grid.at.task == "Min egen"
        assert {"Andens", "Min egen"} <= {one.task for one in drive.plan.organisation.responsibilities}


async def test_the_seven_questions_follow_and_a_line_that_is_typed_stays(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto("readiness")
        await drive.press("j")
        await drive.type("Handleplanen")
        other.set("workshop.before.strategy.answer", "no")
        await until(drive, lambda: drive.session.seq >= other.seq)
        await drive.press("home")
        await drive.type("I ")
        assert drive.plan.workshop.before.understanding.note == "I Handleplanen"
        assert drive.plan.workshop.before.strategy.answer == "no"


async def test_three_counts_are_refused_whole_where_another_types_them(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto("readiness")
        await drive.press("a")
        other.draft("workshop.before.understanding.count_no", 4)
        await drive.type("5 3 1")
        assert "Mette Holm skriver her lige nu" in said(drive)
        assert cast("LineControl", drive.app.focused).value == ""
        assert drive.plan.workshop.before.understanding.count_yes is None


async def test_what_is_edited_in_the_list_of_what_was_caught_is_removed_by_another(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        keys = [other.add("workshop.caught", {"kind": "parked", "text": text}) for text in ("Nøgler", "Kaffe")]
        await until(drive, lambda: drive.session.seq == other.seq)
        await drive.press("f2", "l")
        board = cast("Board", drive.app.screen)
        await drive.press("down", "r")
        assert board.controls
        other.remove("workshop.caught", keys[1])
        await shown(drive, "er fjernet af Mette Holm")
        assert not board.controls
        assert isinstance(drive.app.focused, OptionList)
        other.add("workshop.caught", {"kind": "parked", "text": "Ny på listen"})
        await shown(drive, "Ny på listen")
        assert board.key == keys[0]


async def test_a_row_that_another_settles_is_still_the_one_that_is_edited(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        keys = [other.add("workshop.caught", {"kind": "parked", "text": text}) for text in ("Nøgler", "Kaffe")]
        await until(drive, lambda: drive.session.seq == other.seq)
        await drive.press("f2", "l", "å", "a")  # open ones alone; settle the first
        other.catch_up()
        other.set(f"workshop.caught[{keys[0]}].state", "dropped")
        await gone(drive, "○ Nøgler")
        await drive.type("Fundet\n")
        first, second = drive.plan.workshop.caught
        assert (first.outcome, str(first.state)) == ("Fundet", "done")
        assert (second.outcome, str(second.state)) == ("", "open")


async def test_a_meeting_that_another_begins_and_ends(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        other.add(CONTACTS, {"role": "Leder", "unit": "Skolen"})
        await drive.press("f2", "f")
        meeting = other.add("workshop.sessions", {"title": "Møde 1"})
        await shown(drive, "Mette Holm har begyndt et møde.")
        await drive.press("enter", "enter", "enter", "enter")  # through the meeting's lines, and the first role ticked
        assert [one.role for one in drive.plan.workshop.sessions[0].present] == ["Leder"]
        other.catch_up()
        other.add(f"workshop.sessions[{meeting}].present", {"role": "Politiet", "unit": ""})
        await shown(drive, "[x] Politiet")
        other.set(f"workshop.sessions[{meeting}].closed", True)
        await shown(drive, "Mette Holm har afsluttet mødet.")
        assert drive.main.is_current


async def test_the_search_follows_and_keeps_what_is_marked(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        for name in ("Politiet i vest", "Politiet i øst"):
            other.add("stakeholders.parties", {"name": name})
        await until(drive, lambda: drive.session.seq == other.seq)
        await drive.press("f7")
        await drive.type("politiet")
        await drive.press("down")
        marked = drive.app.screen.query_one(OptionList).highlighted_option
        assert marked is not None
        other.add("stakeholders.parties", {"name": "Politiet i nord"}, after=None)
        await shown(drive, "Politiet i nord")
        now = drive.app.screen.query_one(OptionList).highlighted_option
        assert now is not None
        assert now.id == marked.id


async def test_the_review_follows(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto("review")
        await drive.app.workers.wait_for_complete()
        await drive.press("end")
        rows = drive.main.page.query_one(OptionList)
        marked = rows.highlighted_option
        assert marked is not None
        count = rows.option_count
        other.set("front.title", "En titel")
        await until(drive, lambda: rows.option_count < count)
        assert rows.highlighted_option is not None
        assert rows.highlighted_option.id == marked.id


async def test_the_preview_follows_without_moving(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        other.set("strategy.vision", "Alle børn hører til.")
        await until(drive, lambda: drive.session.seq == other.seq)
        await drive.goto("strategy.vision")
        await drive.press("f12")
        await shown(drive, "Alle børn hører til.", 10)
        await drive.press("down", "down")
        await until(drive, lambda: drive.app.screen.query_one("#preview-text").scroll_offset.y > 0)
        await drive.pilot.pause(0.1)
        top = drive.app.screen.query_one("#preview-text").scroll_offset.y
        other.set("strategy.vision", "Alle børn og unge hører til.")
        await shown(drive, "Alle børn og unge hører til.", 10)
        assert drive.app.screen.query_one("#preview-text").scroll_offset.y == top


async def test_a_block_timer_that_another_starts_runs_here_too(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        keeper = Timekeeper(other)
        keeper.choose(ready_sheets("da")[0], 0)
        assert keeper.clock is not None
        keeper.set(keeper.clock.started(time()))
        await shown(drive, f"{keeper.clock.minutes[0]} min")
        await drive.press("f8")
        keeper.set(keeper.clock.moved(50, time()))
        await shown(drive, f"{keeper.clock.minutes[0]} min")
