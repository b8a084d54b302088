"""The block timer: the drejebog's blocks, the time left, and what to shorten when the room is late."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from driving import Drive, driving, new_plan

from schemas.language import LANGUAGES, words
from schemas.runsheet import Block, Place
from wizard.files.run_sheets import read_run_sheet, ready_sheets, sheets_beside
from wizard.files.trouble import BrokenFile
from wizard.ui.clock import Clock
from wizard.ui.screens.clock import ClockScreen
from wizard.ui.screens.room import RoomScreen
from wizard.ui.steps import STEPS
from wizard.ui.timekeeper import Timekeeper, figures, left_in_words
from wizard.ui.widgets.title import KEPT

BLOCKS = (Block(title="A", minutes=30), Block(title="B", minutes=40, least=30), Block(title="C", minutes=10, least=5))
MINUTES = tuple(block.minutes for block in BLOCKS)
START = 1_000_000.0


def clock() -> Clock:
    return Clock("x", 0, MINUTES, left=30 * 60.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_drejeboeger_come_with_the_program_and_name_steps_of_the_wizard(language: str) -> None:
    sheets = [read_run_sheet(path) for path in ready_sheets(language)]
    assert sorted(len(sheet.sessions) for sheet in sheets) == [1, 1, 3]
    assert {block.step for sheet in sheets for one in sheet.sessions for block in one.blocks} - {None} <= set(STEPS)
    whole = next(sheet for sheet in sheets if len(sheet.sessions) == 3)
    steps = {block.step for sitting in whole.sessions for block in sitting.blocks}
    assert {"readiness", "understanding", "strategy", "stakeholders", "organisation", "concerns"} <= steps
    assert set(Place) <= set(STEPS)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("minutes: ti", "»ti« er ikke et antal minutter"),
        ("minutes: 0", "»0« er ikke et antal minutter"),
        ("step: organisering", "»organisering« er ikke et sted i planen"),
        ("varighed: 10", "Ordet »varighed« kendes ikke"),
    ],
)
def test_a_drejebog_that_cannot_be_used_is_refused_by_line(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "oe.drejebog.yaml"
    path.write_text(f"title: Vores\nsessions:\n  - title: Et\n    blocks:\n      - title: A\n        {line}\n", "utf-8")
    with pytest.raises(BrokenFile) as refused:
        read_run_sheet(path)
    assert refused.value.sentence(words("da")).startswith(f"Linje 6: {said}")


def test_a_drejebog_without_blocks_is_refused(tmp_path: Path) -> None:
    (path := tmp_path / "oe.drejebog.yaml").write_text("title: Tom\n", "utf-8")
    with pytest.raises(BrokenFile) as refused:
        read_run_sheet(path)
    assert "ingen blokke" in refused.value.sentence(words("da"))


def test_time_goes_pauses_and_is_given_and_taken() -> None:
    running = clock().started(START)
    assert running.remaining(START + 600) == 20 * 60
    paused = running.paused(START + 600)
    assert paused.remaining(START + 6000) == 20 * 60
    assert paused.moved(5, START).remaining(START) == 25 * 60
    assert running.moved(-5, START).remaining(START) == 25 * 60
    assert running.moved(-50, START).remaining(START) == 60, "a block keeps a minute"
    assert running.remaining(START + 1900) == -100, "it goes on below zero, in silence"
    assert Clock.from_json(running.to_json()) == running
    assert Clock.from_json("{") is Clock.from_json(None) is None


def test_a_block_one_turns_back_to_has_the_time_it_had_left() -> None:
    running = clock().started(START)
    now = START + 600
    assert running.turned(-1, now) == running, "before the first block there is none"
    on = running.turned(1, now)
    assert (on.block, on.running, on.remaining(now)) == (1, False, on.minutes[1] * 60)
    back = Clock.from_json(on.to_json())
    assert back == on
    assert back.turned(0, now).remaining(now) == 20 * 60
    last = on.turned(len(on.minutes) - 1, now).started(now)
    assert last.turned(last.block + 1, now + 60) == last, "after the last block there is none"


def test_a_late_room_is_told_what_to_shorten() -> None:
    running = clock().started(START)
    assert running.proposal(BLOCKS, START + 30 * 60) is None, "it is in time"
    late = START + 42 * 60
    assert round(running.late(late) / 60) == 12
    assert running.proposal(BLOCKS, late) == (30, 31, 7)
    shared = replace(running, minutes=(30, 31, 7))
    assert round(shared.late(late)) == 0
    assert running.proposal(BLOCKS, START + 200 * 60) == (30, 30, 5), "no block below what it is worth"
    assert replace(running, block=2).proposal(BLOCKS, START + 200 * 60) is None, "nothing is left to shorten"


def test_the_time_left_is_said_in_whole_minutes() -> None:
    say = words("da")
    said = [left_in_words(seconds, say) for seconds in (2700, 61, 60, 5, -10, -130)]
    assert said == ["45 min. tilbage", "2 min. tilbage", "sidste minut", "sidste minut", "tiden er gået", "2 min. over"]
    assert [figures(seconds) for seconds in (725, 0, -200)] == ["12:05", "0:00", "-3:20"]


async def choose(drive: Drive, line: str) -> None:
    """Open the timer and take the drejebog that a line names."""
    await drive.press("f2", "t")
    options = drive.app.screen.query("#clock-sheets").first()
    prompts = [str(options.get_option_at_index(n).prompt) for n in range(options.option_count)]  # type: ignore[attr-defined]
    await drive.press(*["down"] * next(n for n, one in enumerate(prompts) if line in one), "enter")


async def test_a_block_is_timed_in_large_figures_and_at_the_top_of_every_page(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await choose(drive, "Andet møde")
        await drive.press("pagedown")
        assert "2 af 6 · Organisering" in drive.screen()
        assert "Klar til start" in drive.screen()
        await drive.press("enter")
        assert "Tiden går" in drive.screen()
        await drive.press("escape")
        assert "Organisering · 45 min. tilbage" in drive.screen().splitlines()[0]
        await drive.press("f2", "t", "plus", "enter", "escape")
        assert "Organisering · pause · 50 min. tilbage" in drive.screen().splitlines()[0]


async def test_the_page_of_a_block_offers_to_start_it(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await choose(drive, "Andet møde")
        await drive.press("escape")
        drive.main.go("concerns")
        await drive.rest()
        assert "Arbejdsgange ved bekymring: 60 min. F2 t og Enter starter tiden." in drive.screen()
        await drive.press("f2", "t", "enter", "escape")
        assert "Arbejdsgange ved bekymring · 60 min. tilbage" in drive.screen().splitlines()[0]


async def test_no_other_block_is_offered_while_one_has_time_left(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await choose(drive, "Andet møde")
        await drive.press("pagedown", "enter", "escape")
        drive.main.go("concerns")
        await drive.rest()
        assert "starter tiden" not in drive.screen()
        keeper = Timekeeper(drive.session)
        assert keeper.clock is not None
        keeper.set(replace(keeper.clock, ends=time.time() - 60))
        drive.main.go("organisation")
        drive.main.go("concerns")
        await drive.rest()
        assert "Arbejdsgange ved bekymring: 60 min. F2 t og Enter starter tiden." in drive.screen()
        await drive.press("f2", "t")
        assert "3 af 6 · Arbejdsgange ved bekymring" in drive.screen()
        assert "Klar til start" in drive.screen()
        await drive.press("enter", "escape")
        assert "starter tiden" not in drive.screen()


async def test_a_proposal_that_no_longer_holds_is_taken_away(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await choose(drive, "Andet møde")
        await drive.press("enter", "plus")
        assert "I er 5 min. bagud" in drive.screen()
        assert "min.. Tryk" not in " ".join(drive.screen().split())
        await drive.press("minus")
        assert "bagud" not in drive.screen()


async def test_the_timer_goes_on_through_a_restart(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with driving(path) as drive:
        await choose(drive, "Første møde")
        await drive.press("enter", "escape")
        kept = drive.session.recall(KEPT)
    async with driving(path) as drive:
        assert drive.session.recall(KEPT) == kept
        assert "10 min. tilbage" in drive.screen().splitlines()[0]
        assert (block := Timekeeper(drive.session).block)
        assert block.title.startswith("Velkomst")


async def test_a_copy_beside_the_plan_is_edited_and_chosen(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with driving(path) as drive:
        await choose(drive, "Kort revision")
        await drive.press("k")
        (copy,) = sheets_beside(path)
        assert f"kopieret til {copy.name}" in drive.screen()
        copy.write_text("title: Vores egen\nsessions:\n- title: Kun et\n  blocks:\n  - title: Snak\n    minutes: 7\n")
        await drive.press("v")
        assert "Vores egen: Kun et · 7 min." in drive.screen()
        await drive.press("enter")
        assert "1 af 1 · Snak" in drive.screen()
        await drive.press("k")
        assert "ligger der allerede" in drive.screen()


@pytest.mark.parametrize(
    ("made", "said"), [(ClockScreen, "1 af 6"), (RoomScreen, "Siden sidst · pause · 10 min. tilbage")]
)
async def test_a_timer_that_another_sets_while_its_screen_is_coming_is_shown_there(
    tmp_path: Path, made: type[ClockScreen | RoomScreen], said: str
) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await choose(drive, "Andet møde")
        await drive.press("pagedown", "enter", "escape")
        main = drive.main
        keeper = Timekeeper(drive.session)
        assert keeper.clock is not None
        drive.app.push_screen(made(drive.session, words("da"), "front.title"))
        keeper.set(keeper.clock.turned(0, time.time()))
        main.company.catch_up()
        await drive.rest()
        assert said in drive.screen()


async def test_the_room_sees_the_time_left(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await choose(drive, "Andet møde")
        await drive.press("pagedown", "enter", "escape", "f8")
        assert "Organisering · 45 min. tilbage" in drive.screen()
