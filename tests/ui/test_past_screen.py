"""The history in the wizard: what was changed, by whom and when, for those who may change it and those who may not."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path

import pytest
from changed_plan import SECOND, VISION, changed_plan, history, shown, until
from driving import driving, new_plan
from textual import events

from wizard.document.change import applied
from wizard.document.edits import Set, plain, to_json
from wizard.document.history import History, history_path
from wizard.document.past import plan_at
from wizard.document.session import Session
from wizard.ui.screens.past import PastScreen


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return changed_plan(tmp_path)


async def test_what_was_changed_stands_there_in_words_the_latest_first_with_who_did_it(plan: Path) -> None:
    async with driving(plan, size=(100, 40)) as drive:
        said = await history(drive)
        told = (
            "Nyby",
            "bo",
            "fjernet »Alle skoler kender tegnene«",
            "Anne Jensen (anne)",
            "ændret. Før",
            "Før den første",
        )
        places = [said.index(one) for one in told]
        assert places == sorted(places)
        assert "I dag, " in said


async def test_a_cpr_number_is_never_shown(plan: Path) -> None:
    async with driving(plan, size=(100, 40)) as drive:
        said = await history(drive)
        assert "Tro og tøj. ••••••-•••• ringede." in said
        assert "010190" not in said


async def test_only_what_touched_the_question_is_shown_and_everything_again(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        await drive.goto(VISION)
        drive.main.action_do("FieldHistory")
        said = await shown(drive)
        assert "Kun Strategi og vision › Vision" in said
        assert "ændret. Før: »Ingen står alene«" in said
        assert "Nyby" not in said
        await drive.press("f")
        assert "Nyby" in await shown(drive)


async def test_a_text_that_was_deleted_is_found_though_its_author_typed_on_at_once(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        drive.session.set(VISION, f"{SECOND} Det er en lang sætning, som nogen har tænkt over.")
        drive.session.set(VISION, "Noget helt andet")
        drive.session.set(VISION, "Noget helt andet, skrevet til")
        await drive.goto(VISION)
        drive.main.action_do("FieldHistory")
        said = await shown(drive)
        assert said.count("2 ændringer siden") == 1
        assert "nogen har tænkt over" in said


async def test_what_another_changes_meanwhile_comes_on_top_and_the_pointer_stays(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        await history(drive)
        await drive.press("down")
        screen = drive.app.screen
        assert isinstance(screen, PastScreen)
        at = screen.key
        other = Session.open(plan, "carl")
        other.set("front.title", "En ny titel")
        other.close()
        assert "carl" in await until(drive, "En ny titel")
        assert screen.key == at


async def test_whoever_may_only_read_sees_it_and_changes_nothing(plan: Path, tmp_path: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        drive.session.read_only = "document.read_only_file"
        before = drive.session.plan
        await history(drive)
        await drive.press("down", "h")
        assert "kun læses" in await shown(drive)
        await drive.press("n", "enter", "enter", "a")
        assert drive.session.plan == before
        drive.session.read_only = None


@pytest.mark.full
async def test_one_goes_from_a_difference_to_its_field(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        await history(drive)
        await drive.press("enter", "g")
        await drive.rest()
        assert drive.place == "front.municipality"


async def test_nothing_of_the_history_is_for_a_wall(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        await drive.press("f8", "shift+f4")
        assert "Historik" not in await shown(drive)


@pytest.mark.parametrize("size", [(60, 20), (200, 60)])
async def test_it_is_read_in_english_and_at_every_size(plan: Path, size: tuple[int, int]) -> None:
    async with driving(plan, size=size, language="en") as drive:
        said = await history(drive)
        assert "The whole plan – latest first" in said
        await drive.press("enter")
        assert "What was changed?" in await shown(drive)


async def test_a_plan_that_was_never_changed_says_so(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        assert "Her er ikke ændret noget endnu." in await history(drive)
        await drive.press("h", "n", "v", "k", "f", "enter", "space", "escape")
        assert drive.place == "front.municipality"


async def test_a_history_that_cannot_be_read_ends_nothing(plan: Path) -> None:
    async with driving(plan, size=(80, 24)) as drive:
        drive.session.history.rows("alter table changes rename to gone")
        assert "historik kan ikke læses" in await history(drive)
        await drive.press("enter", "h", "v", "space", "n", "escape")
        assert drive.place == "front.municipality"
        drive.session.history.rows("alter table gone rename to changes")


@pytest.mark.full
async def test_a_hundred_thousand_changes_open_at_once_and_are_turned_page_by_page(plan: Path) -> None:
    many(plan, 100_000)
    async with driving(plan, size=(80, 24)) as drive:
        began = time.perf_counter()
        drive.app.post_message(events.Key("shift+f4", None))
        while "Kommune 100000" not in drive.screen():
            await asyncio.sleep(0.002)
        assert time.perf_counter() - began < 0.5
        await drive.press(*["pagedown"] * 30)
        screen = drive.app.screen
        assert isinstance(screen, PastScreen)
        assert 100 < len(screen.rows) < 400


def many(plan: Path, count: int) -> None:
    """Put so many changes into the log of a plan, by two in turn, and the plan as it stands after them."""
    log = History(history_path(plan))
    head, now = log.head(), plan_at(log, log.head())
    before = now.front.municipality
    rows = []
    for seq in range(head + 1, count + 1):
        edit = to_json(Set("front.municipality", after := f"Kommune {seq}", before))
        rows.append((seq, "2024-06-03T08:30:00+00:00", ("anne", "bo")[seq % 2], "x", "user", None, json.dumps([edit])))
        before = after
    with log.writing() as database:
        database.executemany("insert into changes values (?, ?, ?, ?, ?, ?, ?)", rows)
    log.put_snapshot(count, plain(applied(now, (Set("front.municipality", before, now.front.municipality),))))
    log.close()
