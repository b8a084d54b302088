"""What is said in the room is caught in one line, from anywhere, and one is back exactly where one was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from driving import Drive, driving, new_plan
from textual.widgets import TextArea

from schemas.meetings import CAUGHT
from schemas.plan import Plan
from schemas.workshop import Caught
from wizard.document.session import Session
from wizard.ui.access import Access
from wizard.ui.screens.blank import BlankScreen
from wizard.ui.screens.main import MainScreen


def caught(plan: Plan) -> list[tuple[str, str]]:
    """Give what was caught, as (kind, text)."""
    return [(str(one.kind), one.text) for one in plan.workshop.caught]


def only(plan: Plan) -> Caught:
    """Give the one thing caught."""
    (one,) = plan.workshop.caught
    return one


async def catch(drive: Drive, letter: str, text: str) -> None:
    """Press F2 and a letter, and type."""
    await drive.press("f2", letter)
    await drive.type(text)


async def test_a_decision_is_caught_in_the_middle_of_a_word_and_the_word_goes_on(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("understanding.radicalisation")
        await drive.type("En vej mod vold.\nDen er la\nTredje linje")
        await drive.press("up", "end")
        control = drive.main.focused
        assert isinstance(control, TextArea)
        at = control.cursor_location
        await catch(drive, "b", "Vagten er vores nummer\n")
        assert drive.main.focused is control
        assert control.cursor_location == at
        await drive.type("ng")
        assert drive.plan.understanding.radicalisation == "En vej mod vold.\nDen er lang\nTredje linje"
        one = only(drive.plan)
        assert (one.kind, one.text, one.about) == (
            "decision",
            "Vagten er vores nummer",
            "understanding.radicalisation",
        )
        assert "Gemt som beslutning: Vagten er vores nummer" in drive.screen()


async def test_keys_in_one_breath_land_where_they_were_meant_to(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.title")
        await drive.press(*"Bered", "f2", *"pNøglen", "enter", *"skab", "f2", *"oRing", "enter", *"SSP", "enter")
        await drive.type("1/6 2026\nen")
        assert drive.plan.front.title == "Beredskaben"
        assert caught(drive.plan) == [("parked", "Nøglen"), ("task", "Ring")]
        task = drive.plan.workshop.caught[1]
        assert (task.who, task.due) == ("SSP", date(2026, 6, 1))


async def test_half_a_date_is_told_and_kept_as_it_was_typed(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with driving(path) as drive:
        await catch(drive, "o", "Ring\n\n31/2 2026\n")
        assert "»31/2 2026« er ikke en dato." in drive.screen()
        await drive.press("enter")
        assert only(drive.plan).due is None
        assert "Gemt, men »31/2 2026« er ikke en dato endnu." in drive.screen()
    async with driving(path) as drive:
        await drive.press("f2", "l")
        assert "»31/2 2026« er ikke en dato" in drive.screen()
        await drive.press("r", "enter", "enter", *["backspace"] * 9)
        await drive.type("1/3 2026\n\n")
        assert only(drive.plan).due == date(2026, 3, 1)


async def test_escape_goes_back_with_nothing_stored_and_throws_away_only_what_is_given_up_twice(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await catch(drive, "p", "")
        await drive.press("escape")
        assert isinstance(drive.app.screen, MainScreen)
        await catch(drive, "p", "Nøg")
        await drive.press("escape")
        assert "Ikke gemt endnu" in drive.screen()
        await drive.type("len\n")
        assert caught(drive.plan) == [("parked", "Nøglen")]
        await catch(drive, "p", "Andet")
        await drive.press("escape", "escape")
        assert caught(drive.plan) == [("parked", "Nøglen")]
        assert "Linjen blev ikke gemt." in drive.screen()


async def test_one_undo_takes_back_the_whole_line_and_nobody_is_moved(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("strategy.vision")
        await catch(drive, "o", "Ring\nSSP\n1/6 2026\n")
        await drive.press("ctrl+z")
        assert not drive.plan.workshop.caught
        assert drive.place == "strategy.vision"
        await drive.press("ctrl+y")
        assert only(drive.plan).who == "SSP"


async def test_what_is_caught_while_the_program_ends_is_in_the_plan(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with driving(path) as drive:
        await catch(drive, "n", "Husk kaffe")
    async with driving(path) as drive:
        assert caught(drive.plan) == [("note", "Husk kaffe")]


async def test_pages_of_their_own_are_caught_from_too(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        for step in ("review", "publish", "readiness"):
            await drive.goto(step)
            await drive.app.workers.wait_for_complete()
            await drive.pilot.pause(0.3)
            focused = drive.main.focused
            await catch(drive, "u", f"Om {step}\n")
            assert drive.main.page.step == step
            assert drive.main.focused is focused
        assert [text for _, text in caught(drive.plan)] == ["Om review", "Om publish", "Om readiness"]
        assert all(one.about in ("", "publish", "review") or "." in one.about for one in drive.plan.workshop.caught)


async def test_a_wall_shows_the_line_and_nothing_that_was_caught_before(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("strategy.vision")
        await catch(drive, "n", "Fortroligt om skolen\n")
        await drive.press("f8")
        room = drive.app.screen
        await drive.press("f2")
        assert "beslutning" in drive.screen()
        assert "liste" not in drive.screen()
        await drive.press("l")
        assert "Det vises ikke på væggen." in drive.screen()
        assert "Fortroligt" not in drive.screen()
        await drive.press("b")
        await drive.type("Vagten")
        await drive.press("f9")
        assert isinstance(drive.app.screen, BlankScreen)
        assert "Vagten" not in drive.screen()
        await drive.press("f2")
        await drive.type(" er enig\n")
        assert drive.app.screen is room
        last = drive.session.plan.workshop.caught[-1]
        assert (last.text, last.about) == ("Vagten er enig", "strategy.vision")


async def test_a_letter_that_means_nothing_is_told_and_changes_nothing(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.title")
        await drive.press("f2", "q")
        assert "»q« er ikke et af bogstaverne." in drive.screen()
        await drive.press("f2")
        await drive.type("Titel")
        assert drive.plan.front.title == "Titel"


async def test_english_has_letters_of_its_own(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path), language="en") as drive:
        await catch(drive, "d", "The duty officer is our number\n")
        assert only(drive.plan).kind == "decision"


async def test_help_and_the_line_of_keys_and_the_palette_know_it(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.title")
        assert "F2 Fang" in drive.screen()
        await drive.press("ctrl+p")
        await drive.type("fang")
        assert "Fanget undervejs" in drive.screen()
        await drive.press("escape", "ctrl+p")
        await drive.type("fang en\n")
        assert "p parkér" in drive.screen()


async def test_where_the_plan_can_only_be_read_that_is_told_and_the_list_still_opens(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    first = Session.open(path, "Berit")
    first.add("workshop.caught", {"kind": "parked", "text": "Nøglen"})
    first.save()
    async with driving(path, access=Access(read_only=True)) as drive:
        await drive.press("f2", "p")
        assert "Planen kan kun læses her" in drive.screen()
        await drive.press("f2", "f2", "l")
        assert "Nøglen" in drive.screen()
        await drive.press("a")
        assert "Du følger med" in drive.screen()
        await drive.press("delete", "ctrl+z", "g", "escape")
        for letter in ("f", "s"):
            await drive.press("f2", letter)
            assert drive.screen().splitlines()[-2].strip() == "Planen kan kun læses."
            drive.main.tell("")
    first.close()
    assert caught(first.plan) == [("parked", "Nøglen")]


async def test_a_search_a_reason_and_a_form_go_on_where_they_were(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.press("f7")
        await drive.type("kommu")
        await catch(drive, "n", "En note\n")
        await drive.type("ne")
        assert "kommune" in drive.screen()
        await drive.press("escape")
        await drive.goto("strategy.vision")
        await drive.press("f3")
        await drive.type("Vi venter på ")
        await catch(drive, "o", "Ring\n\n\n")
        await drive.type("byrådet\n")
        assert drive.plan.reasons["strategy.vision"].reason == "Vi venter på byrådet"
        await drive.goto("stakeholders.parties")
        await drive.type("Ungdoms")
        await catch(drive, "p", "Hvem ejer klubben?\n")
        await drive.type("klubben")
        (party,) = drive.plan.stakeholders.parties
        assert party.name == "Ungdomsklubben"
        assert drive.plan.workshop.caught[-1].about == f"stakeholders.parties[{party.id}].name"
        assert [kind for kind, _ in caught(drive.plan)] == ["note", "task", "parked"]


async def test_several_pasted_lines_become_one_and_a_number_like_a_citizens_is_warned_of(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.press("f2", "b")
        await drive.paste("Ring til vagten\nom 010190-1234")
        await drive.press("enter")
        assert caught(drive.plan) == [("decision", "Ring til vagten om 010190-1234")]
        assert "ligner et CPR-nummer" in drive.screen()
        drive.session.remove(CAUGHT, drive.plan.workshop.caught[0].id)
        await drive.press("f2", "n")
        await drive.paste("Ord for ord. " * 160)
        await drive.press("enter", "f2", "l")
        assert len(only(drive.plan).text) > 2000
        assert 2 < drive.screen().count("Ord for ord") < 50  # a long line leaves room for the others
