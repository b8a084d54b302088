"""The screens as they stand in the whole program: reached by their keys, left to where one was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hosting import DANISH, shows, text_of
from sparing import sparing
from textual.pilot import Pilot

from schemas.starter import starter
from wizard.document.keeping import Keeper
from wizard.ui.app import WizardApp
from wizard.ui.screens.blank import BlankScreen

SIZE = (80, 24)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "prøve.plan.yaml"
    Keeper.create(path, starter(DANISH, "Prøveby Kommune"))
    return path


async def opened(pilot: Pilot[Any]) -> None:
    """Wait until the plan is there and its steps are counted."""
    await shows(pilot, "Hvilken kommune gælder planen for?")
    await shows(pilot, "3/11")
    await pilot.pause()


async def go(pilot: Pilot[Any], step: str) -> None:
    """Go to a step by the list of everything."""
    await pilot.press("f5", *step, "enter")
    await pilot.pause()


async def test_from_the_start_to_a_new_plan_and_back_and_to_another(plan: Path) -> None:
    app = WizardApp(None)
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, "Ny plan")
        await pilot.press("n", *"Nordby", "enter")
        await opened(pilot)
        assert "Nordby" in text_of(app)
        await pilot.press("ctrl+p", *"åbn en anden", "enter")
        shown = await shows(pilot, "planer i mappen")
        assert "nordby.plan.yaml" in shown
        await pilot.press("å", *"pr", "tab", "enter")
        await opened(pilot)
        assert "Prøveby Kommune" in text_of(app)
        assert app.session is not None
        app.close()


async def test_a_language_chosen_at_the_start_goes_on_into_the_plan(plan: Path) -> None:
    app = WizardApp(None)
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, "Ny plan")
        await pilot.press("s", "n", *"Nordby", "enter")
        await shows(pilot, "Which municipality")
        app.close()


@pytest.mark.parametrize("above", sparing(["", "f1", "f3"], ["f7", "f8", "f5", "ctrl+p"]))
async def test_one_key_hides_everything_whatever_stands_there(plan: Path, above: str) -> None:
    app = WizardApp(plan)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        if above:
            await pilot.press(above)
            await pilot.pause()
        before = text_of(app)
        await pilot.press("f9")
        assert isinstance(app.screen, BlankScreen)
        assert text_of(app).strip() == DANISH("screens.blank.hint")
        await pilot.press("f9")
        await pilot.pause()
        assert text_of(app) == before
        app.close()


async def test_hiding_keeps_what_is_being_typed(plan: Path) -> None:
    app = WizardApp(plan)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("pagedown", *"Bered", "f9", "x", *"skab")
        await pilot.pause()
        assert "Beredskab" in text_of(app)
        app.close()
        assert "Beredskab" in plan.read_text(encoding="utf-8")


async def test_help_closes_to_the_field_one_was_in(plan: Path) -> None:
    app = WizardApp(plan)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("pagedown", "f1")
        await shows(pilot, DANISH.field("Front", "title")["example"][:20])
        await pilot.press("escape", *"Plan A")
        await pilot.pause()
        assert "Plan A" in text_of(app)
        app.close()


async def test_a_finding_is_mended_and_gone(plan: Path) -> None:
    app = WizardApp(plan)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await go(pilot, "Gennemgang")
        await shows(pilot, "»Titel«")
        await pilot.press("enter")
        await shows(pilot, DANISH.field("Front", "title")["question"])
        await pilot.press(*"Beredskab")
        await go(pilot, "Gennemgang")
        assert "»Titel«" not in await shows(pilot, "»Dokumenttype«")
        app.close()


async def test_page_down_goes_on_from_every_step_of_its_own(plan: Path) -> None:
    app = WizardApp(plan)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await go(pilot, "Udgangspunkt")
        await shows(pilot, "0 af 7 besvaret")
        await pilot.press("pagedown")
        await shows(pilot, DANISH.field("Understanding", "extremism")["question"])
        await go(pilot, "Gennemgang")
        await shows(pilot, "Lovkrav:")
        await pilot.press("pagedown")
        await shows(pilot, "(•) Offentlig")
        await pilot.press("pageup")
        await shows(pilot, "Lovkrav:")
        app.close()


async def test_the_room_leads_on_to_another_question(plan: Path) -> None:
    app = WizardApp(plan)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f8")
        await shows(pilot, "→ næste")
        await pilot.press("right", "escape")
        await pilot.pause()
        assert DANISH.field("Front", "title")["question"] in text_of(app)
        app.close()


async def test_a_search_goes_to_what_it_found(plan: Path) -> None:
    app = WizardApp(plan)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f7", *"nævner ekstremisme", *(["backspace"] * 18), *"vision", "enter")
        await shows(pilot, DANISH.field("Strategy", "vision")["question"])
        app.close()


async def test_the_seven_questions_are_undone_like_anything_else(plan: Path) -> None:
    app = WizardApp(plan)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await go(pilot, "Udgangspunkt")
        await pilot.press("n", "j", *"SSP", "enter")
        assert "✓ Ja" in await shows(pilot, "SSP")
        await pilot.press("ctrl+z", "ctrl+z")
        assert "✗ Nej" in await shows(pilot, "1 af 7 besvaret")
        app.close()


async def test_an_english_reader_gets_the_pages_in_english(plan: Path) -> None:
    app = WizardApp(plan, "en")
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, "Which municipality")
        await go(pilot, "Publish")
        await shows(pilot, "Public – for citizens, council and website")
        await go(pilot, "Starting")
        await shows(pilot, "Y yes")
        app.close()
