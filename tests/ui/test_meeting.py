"""A meeting: who is there, what was caught on the way, and what is open when it ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from driving import DANISH, Drive, driving, new_plan
from textual.widgets import Input, OptionList

from schemas.plan import Plan
from wizard.files.plan_file import read_plan
from wizard.ui.pages.publish_told import named, report
from wizard.ui.screens.main import MainScreen

TODAY = date.today()


async def begin(drive: Drive) -> None:
    """Begin the meeting that is proposed."""
    await drive.press("f2", "f", "enter", "enter", "enter", "escape")


async def catch(drive: Drive, letter: str, text: str) -> None:
    """Catch a line."""
    await drive.press("f2", letter)
    await drive.type(text)


def present(plan: Plan) -> list[tuple[str, str]]:
    """Give who is present at the latest meeting."""
    return [(one.role, one.unit) for one in plan.workshop.sessions[-1].present]


async def test_a_meeting_is_begun_and_roles_are_ticked_and_typed(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        for role in ("SSP-leder", "Kriminalpræventiv betjent", "Jobcenterleder"):
            drive.session.add("organisation.contacts", {"role": role})
        await drive.press("f2", "f")
        await drive.type("\n\nRådhuset\n")
        assert "Møde 1 er begyndt." in drive.screen()
        await drive.type("krim\n")
        await drive.type("Skoleleder, Børn og Skole\n")
        await drive.press("enter")
        assert "[x] Skoleleder, Børn og Skole" in drive.screen()
        await drive.type("skolel\n")
        await drive.press("escape")
        (meeting,) = drive.plan.workshop.sessions
        assert (meeting.title, meeting.held_on, meeting.place) == ("Møde 1", TODAY, "Rådhuset")
        assert present(drive.plan) == [("Kriminalpræventiv betjent", ""), ("SSP-leder", "")]


async def test_a_meeting_that_is_not_begun_leaves_nothing_behind_and_cannot_be_ended(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.press("f2", "s")
        assert "Intet møde er i gang. F2 og f begynder Møde 1." in drive.screen()
        await drive.press("s", "escape")
        assert isinstance(drive.app.screen, MainScreen)
        await drive.press("f2", "f", "enter", "enter")
        await drive.type("Rådh")
        await drive.press("escape")
        assert not drive.plan.workshop.sessions
        await drive.press("f2")
        assert "Møde 1 er ikke begyndt: f begynder det." in drive.screen()


async def test_half_a_role_is_thrown_away_only_when_told_twice_and_kept_through_a_sudden_end(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with driving(path) as drive:
        await begin(drive)
        await drive.press("f2", "f")
        await drive.type("Pedel")
        await drive.press("escape")
        assert "»Pedel« er ikke tilføjet endnu" in drive.screen()
        await drive.press("escape")
        assert present(drive.plan) == []
        await drive.press("f2", "f")
        await drive.type("Pedel, Vestskolen")
    assert present(read_plan(path)) == [("Pedel", "Vestskolen")]


async def test_what_is_caught_belongs_to_the_meeting_that_runs(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await catch(drive, "n", "Før mødet\n")
        await begin(drive)
        await catch(drive, "n", "På mødet\n")
        before, during = drive.plan.workshop.caught
        assert before.session is None
        assert during.session == drive.plan.workshop.sessions[0].id


async def test_the_end_shows_what_is_open_settles_some_and_loses_nothing(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await begin(drive)
        await drive.goto("strategy.vision")
        await catch(drive, "p", "Nøglen\n")
        await catch(drive, "o", "Ring til vagten\n\n\n")
        await catch(drive, "o", "Skriv til politiet\nSSP\n1/6 2026\n")
        await catch(drive, "b", "Vagten er vores nummer\n")
        await drive.press("f3")
        await drive.type("Ikke i dag\n")
        await drive.press("f2", "s")
        shown = drive.screen()
        assert "Stadig åbent: 3." in shown
        assert "Ring til vagten" in shown
        assert "Nøglen" in shown
        assert "Ikke i dag" in shown
        assert "Skriv til politiet" not in shown
        assert "nummer" not in shown
        await drive.press("r", "enter")
        await drive.type("SSP\n1/7 2026\n\n")
        assert "Stadig åbent: 2." in drive.screen()
        await drive.press("a")
        await drive.type("Vagtmesteren har den\n")
        assert "Stadig åbent: 1." in drive.screen()
        await drive.press("end", "enter")
        assert "Møde 1 er slut." in drive.screen()
        assert "2 punkter er åbne i listen" in drive.screen()
        assert "Referat" in drive.screen()
        assert drive.app.screen.query_one(OptionList).highlighted == 0
        await drive.press("escape", "f2")
        assert "Møde 2 er ikke begyndt: f begynder det." in drive.screen()
        workshop = drive.plan.workshop
        assert workshop.sessions[0].closed
        by_text = {one.text: one for one in workshop.caught}
        assert len(by_text) == 4
        assert (by_text["Nøglen"].state, by_text["Nøglen"].outcome) == ("done", "Vagtmesteren har den")
        assert (by_text["Ring til vagten"].who, by_text["Ring til vagten"].due) == ("SSP", date(2026, 7, 1))


async def test_the_papers_of_a_meeting_are_proposed_at_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wizard.ui.widgets.status.FRESH", -1)  # what was told a while ago is told no more after a step
    async with driving(new_plan(tmp_path)) as drive:
        await begin(drive)
        await drive.press("ctrl+z", "ctrl+y")
        assert "Gentaget" in drive.screen()
        await drive.press("f2", "s", "s", "enter")
        assert "Gentaget" not in drive.screen()
        assert "(•) Intern" in drive.screen()
        folder = drive.app.screen.query_one("#publish-folder", Input)
        drive.app.screen.set_focus(folder)
        await drive.type("x")
        assert folder.value == f"{tmp_path}x"


def test_the_endings_of_a_file_stay_together_and_a_paper_does_not_tell_what_the_plan_leaves_out() -> None:
    paths = (Path("referat-1-intern.md"), Path("referat-1-intern.docx"))
    assert named(paths) == ["referat-1-intern \u00a0.md\u00a0\u00a0.docx"]
    assert not any("svar" in line for line in report(paths, None, DANISH))


async def test_a_skipped_question_is_gone_to_and_the_meeting_goes_on(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await begin(drive)
        await drive.goto("strategy.vision")
        await drive.press("f3")
        await drive.type("Ikke i dag\n")
        await drive.goto("front.title")
        await drive.press("f2", "s", "enter")
        assert drive.place == "strategy.vision"
        assert not drive.plan.workshop.sessions[0].closed


async def test_the_list_leads_to_the_field_and_settles_edits_and_removes(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("strategy.vision")
        await catch(drive, "p", "Nøglen\n")
        await drive.goto("front.title")
        await catch(drive, "u", "Om fristen\n")
        await drive.press("f2", "l")
        assert "Parkerede punkter 1 (åbne: 1) · Uenigheder 1 (åbne: 1)" in drive.screen()
        await drive.press("a")
        await drive.type("Fundet\n")
        assert "Afsluttet · Fundet" in drive.screen()
        await drive.press("å")
        assert "Nøglen" not in drive.screen()
        await drive.press("b")
        assert "Intet passer til det, der vises nu." in drive.screen()
        await drive.press("v", "p")
        assert "Kun parkerede punkter vises." in drive.screen()
        assert "Om fristen" not in drive.screen()
        await drive.press("p", "down", "r")
        await drive.type(" i maj\n\n")
        assert "Om fristen i maj" in drive.screen()
        await drive.press("delete")
        assert [one.text for one in drive.plan.workshop.caught] == ["Nøglen"]
        await drive.press("ctrl+z")
        assert "Om fristen i maj" in drive.screen()
        drive.app.screen.query_one(OptionList).action_first()
        await drive.press("g", "enter")
        assert drive.place == "strategy.vision"
        assert [one.state for one in drive.plan.workshop.caught] == ["open", "open"]


async def test_a_line_whose_field_is_gone_leads_to_what_is_left(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        goal = drive.session.add("strategy.goals", {"text": "Alle skoler kender tegnene"})
        await drive.goto(f"strategy.goals[{goal}].text")
        await catch(drive, "p", "Hvilke skoler?\n")
        drive.session.remove("strategy.goals", goal)
        await drive.goto("front.title")
        await drive.press("f2", "l")
        assert "ved et felt, der er fjernet" in drive.screen()
        await drive.press("enter")
        assert drive.place.startswith("strategy.goals")


async def test_a_search_for_what_was_caught_opens_the_list_at_it(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await catch(drive, "p", "Nøglen\n")
        await catch(drive, "p", "Vagtmesteren\n")
        await drive.press("f7")
        await drive.type("vagtmest")
        await drive.press("enter")
        assert "Fanget undervejs" in drive.screen()
        listed = drive.app.screen.query_one(OptionList)
        assert listed.highlighted_option is not None
        assert listed.highlighted_option.id == drive.session.plan.workshop.caught[1].id
        await drive.press("escape")
        await drive.goto("front.title")
        await drive.press("f7", "f2", "l", "enter")
        assert drive.place == "front.municipality"
