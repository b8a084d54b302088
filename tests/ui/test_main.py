"""Getting about, passing by, undoing, languages and sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import DANISH, driving, new_plan, opened
from hosting import shows
from sparing import sparing

from schemas.plan import Unanswered
from schemas.starter import starter
from wizard.files.examples import examples
from wizard.files.plan_file import read_plan
from wizard.ui.access import Access
from wizard.ui.screens.start import StartScreen
from wizard.ui.steps import STEPS


async def test_page_down_leads_through_every_step_and_page_up_back(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        seen = []
        for _ in range(60):
            if not seen or seen[-1] != drive.main.page.step:
                seen.append(drive.main.page.step)
            if drive.main.page.step == STEPS[-1]:
                break
            await drive.press("ctrl+down")
        assert tuple(seen) == STEPS
        await drive.press("ctrl+up")
        assert drive.main.page.step == "review"


async def test_going_back_into_a_step_meets_its_last_question(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("strategy")
        await drive.press("pageup")
        assert drive.place == "understanding.lessons"


async def test_any_question_is_reached_by_typing_a_piece_of_its_name(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.press("f5")
        await drive.type("stedfortraeder\n")
        await drive.rest()
        assert drive.place == "organisation.deputy"


async def test_a_question_is_skipped_with_a_reason_and_an_answer_takes_the_reason_away(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.title")
        await drive.press("f3")
        await drive.type("\n")
        assert "Skriv en kort begrundelse" in drive.screen()
        await drive.type("Byrådet vælger titlen\n")
        await drive.rest()
        reason = drive.plan.reasons["front.title"]
        assert (reason.state, reason.reason) == (Unanswered.SKIPPED, "Byrådet vælger titlen")
        assert drive.place == "front.kind"
        await drive.press("pageup")
        assert "Sprunget over: Byrådet vælger titlen" in drive.screen()
        await drive.type("Titel")
        assert drive.plan.reasons == {}


async def test_not_relevant_is_said_with_a_reason_too(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.related")
        await drive.press("f3", "down")
        await drive.type("Vi har kun denne plan\n")
        await drive.rest()
        assert drive.plan.reasons["front.related"].state is Unanswered.IRRELEVANT


async def test_escape_leaves_the_question_as_it_was(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.title")
        await drive.type("Titel")
        await drive.press("f3", "escape")
        assert drive.plan.front.title == "Titel"
        assert drive.plan.reasons == {}


async def test_undo_takes_back_what_was_typed_and_shows_where(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.title")
        await drive.type("Titel\n")
        await drive.goto("strategy.vision")
        await drive.press("ctrl+z")
        assert drive.plan.front.title == ""
        assert drive.place == "front.title"
        assert "Fortrudt" in drive.screen()
        await drive.press("ctrl+y")
        assert drive.plan.front.title == "Titel"
        assert "Titel" in drive.screen()
        await drive.press("ctrl+y")
        assert "Der er ikke mere at gentage" in drive.screen()


async def test_the_language_is_switched_while_running_and_the_place_kept(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("strategy.vision")
        await drive.type("Halv")
        await drive.press("ctrl+p")
        await drive.type("english\n")
        await drive.rest()
        assert drive.place == "strategy.vision"
        assert "Strategy and vision · 1 of 4" in drive.screen()
        await drive.type("vejs")
        assert drive.plan.strategy.vision == "Halvvejs"
        await drive.press("ctrl+p")
        await drive.type("dansk\n")
        await drive.rest()
        assert "2. Strategi og vision · 1 af 4" in drive.screen()


async def test_a_record_in_its_form_survives_a_switch_of_language(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("stakeholders")
        await drive.type("Skolerne\n")
        await drive.press("ctrl+p")
        await drive.type("english\n")
        await drive.rest()
        assert drive.place.endswith(".tasks")
        await drive.type("2")
        assert drive.plan.stakeholders.parties[0].tasks


@pytest.mark.parametrize("step", sparing([4], [1]))
async def test_every_question_of_every_step_fits_80_columns_and_24_lines(tmp_path: Path, step: int) -> None:
    from wizard.ui.questions import everywhere

    async with driving(new_plan(tmp_path, read_plan(examples()[0]))) as drive:
        for _, spec in list(everywhere(drive.main.words, frozenset(STEPS)))[::step]:
            await drive.goto(spec.place)
            screen = drive.screen()
            assert spec.question.split()[-1] in screen, spec.place
            assert "F1 Hjælp" in screen
            focused = drive.main.focused
            assert focused is not None
            assert focused.region.bottom <= 22, f"{spec.place}:\n{screen}"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_the_question_is_wrapped_to_short_lines_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driving(new_plan(tmp_path), size=size) as drive:
        await drive.goto("organisation.contacts")
        assert drive.main.query_one("#question").content_size.width <= 62
        assert "Hvilke roller peger planen" in drive.screen()


async def test_a_window_that_is_too_small_says_so(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path), size=(59, 19)) as drive:
        assert "Vinduet er for lille" in drive.screen()
        await drive.type(" og omegn")
        assert drive.plan.front.municipality == "Prøveby og omegn"


async def test_guidance_stands_beside_the_question_or_comes_on_a_key(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.kind")
        assert "Barnets lov" not in drive.screen()
        await drive.press("f4")
        assert "Barnets lov" in drive.screen()


async def test_deepening_asks_every_question_of_a_component(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("stakeholders")
        assert "3. Interessenter · 1 af 1 · F6 uddyber" in drive.screen()
        await drive.press("f6")
        assert "Alle spørgsmål i denne del" in drive.screen()
        assert "F6 uddyber" not in drive.screen()
        await drive.press("f6")
        assert "Kun kernespørgsmålene" in drive.screen()
        await drive.goto("contacts")
        assert "F6 uddyber" not in drive.screen()


async def test_a_plan_that_cannot_be_written_is_shown_and_takes_no_key(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path), access=Access(read_only=True)) as drive:
        before = drive.session.plan
        assert "Du følger med og ændrer ikke noget." in drive.screen()
        assert "Prøveby" in drive.screen()
        await drive.type("xyz")
        await drive.goto("concerns.steps")
        await drive.press("enter", "delete", "ctrl+z", "f3")
        assert drive.session.plan == before


async def test_answers_cannot_steer_the_terminal(tmp_path: Path) -> None:
    plan = starter(DANISH, "\u202eabc")
    async with driving(new_plan(tmp_path, plan)) as drive:
        assert "\u202e" not in drive.screen()


async def test_a_broken_plan_chosen_at_the_start_is_told_and_another_can_be_chosen(tmp_path: Path) -> None:
    broken = tmp_path / "brudt.plan.yaml"
    broken.write_text("front: [", encoding="utf-8")
    async with driving(new_plan(tmp_path)) as drive:
        drive.app.reopen(str(broken))
        await shows(drive.pilot, "Ny plan")
        assert isinstance(drive.app.screen, StartScreen)
        assert broken.read_text(encoding="utf-8") == "front: ["


async def test_another_plan_is_opened_and_the_first_one_saved(tmp_path: Path) -> None:
    first = new_plan(tmp_path)
    (tmp_path / "to").mkdir()
    second = new_plan(tmp_path / "to", starter(DANISH, "Anden By"))
    async with driving(first) as drive:
        await drive.goto("front.title")
        await drive.type("Den første")
        drive.main.reopen(str(second))
        session = await opened(drive.app, drive.pilot)
        assert read_plan(first).front.title == "Den første"
        await drive.type(" Kommune")
        session.settle()
        assert session.plan.front.municipality == "Anden By Kommune"


async def test_the_colours_are_changed_from_the_palette(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        light = drive.main.styles.background
        await drive.press("ctrl+p")
        await drive.type("farver\n")
        await drive.rest()
        assert drive.app.theme == "dark"
        assert drive.main.styles.background != light


async def test_undo_first_takes_back_what_is_no_answer_yet(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.title")
        await drive.type("Titel")
        await drive.goto("front.valid_from")
        await drive.type("31/2 2026")
        await drive.press("ctrl+z")
        assert "31/2" not in drive.screen()
        assert drive.plan.front.title == "Titel"


async def test_the_nearest_question_is_listed_first(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.press("f5")
        await drive.type("vision\n")
        await drive.rest()
        assert drive.place == "strategy.vision"


async def test_a_sentence_goes_away_when_one_goes_on(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.valid_from")
        await drive.type("1/6-26\n")
        assert "Årstallet skal have fire cifre" in drive.screen()
        await drive.press("pagedown")
        assert "Gælder fra: Årstallet" in drive.screen()
        await drive.pilot.pause(1.1)
        await drive.press("pagedown")
        assert "Årstallet" not in drive.screen()
