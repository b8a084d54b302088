"""The history in the wizard: what was changed and when, between two points, by name, and bringing it back."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path

import pytest
from driving import Drive, driving, new_plan
from textual import events

from wizard.document.change import applied
from wizard.document.edits import Set, plain, to_json
from wizard.document.history import History, history_path
from wizard.document.past import plan_at
from wizard.document.session import Session
from wizard.ui.screens.past import PastScreen

VISION = "strategy.vision"
GOALS = "strategy.goals"
FIRST = "Ingen står alene"
SECOND = "Ingen står alene, og alle ved, hvem de ringer til, når de er bekymrede."


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan in which Anne has written a vision twice and removed a goal, and Bo a stakeholder's name."""
    path = new_plan(tmp_path)
    anne = Session.open(path, "anne (Anne Jensen)")
    anne.set(VISION, FIRST)
    goal = anne.add(GOALS, {"text": "Alle skoler kender tegnene"})
    anne.set(VISION, SECOND)
    anne.set("understanding.not_concern", "Tro og tøj. 010190-1234 ringede.")
    anne.remove(GOALS, goal)
    anne.close()
    bo = Session.open(path, "bo")
    bo.set("front.municipality", "Nyby")
    bo.close()
    return path


async def shown(drive: Drive) -> str:
    """Give what stands on the screen, in one line."""
    await drive.rest()
    return " ".join(drive.screen().split())


async def until(drive: Drive, sought: str) -> str:
    """Wait until something stands on the screen, and give what does."""
    for _ in range(500):
        if sought in drive.screen():
            break
        await drive.pilot.pause(0.01)
    return await shown(drive)


async def history(drive: Drive) -> str:
    """Open the history, and give what it shows."""
    await drive.press("shift+f4")
    return await shown(drive)


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
