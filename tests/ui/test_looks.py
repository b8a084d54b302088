"""How the main screen looks, as pictures; what it does is tested elsewhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from driving import opened
from textual.pilot import Pilot

from wizard.files.examples import examples
from wizard.ui.app import WizardApp
from wizard.ui.screens.main import MainScreen


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A copy of the example of a small island."""
    example = next(path for path in examples() if path.name.startswith("lilleoe"))
    copy = tmp_path / "lilleoe.plan.yaml"
    copy.write_bytes(example.read_bytes())
    return copy


def at(place: str, *keys: str) -> Callable[[Pilot[int]], Awaitable[None]]:
    """Wait for the plan, go to a question and press keys there."""

    async def run(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, WizardApp)
        await opened(app, pilot)
        screen = app.screen
        assert isinstance(screen, MainScreen)
        screen.go(place)
        await pilot.pause(0.4)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.4)

    return run


Compare = Callable[..., bool]


def test_a_question_in_80_columns(plan: Path, snap_compare: Compare) -> None:
    assert snap_compare(WizardApp(plan), terminal_size=(80, 24), run_before=at("organisation.coordinator"))


def test_a_list_of_records_with_guidance_beside_it(plan: Path, snap_compare: Compare) -> None:
    assert snap_compare(WizardApp(plan), terminal_size=(120, 40), run_before=at("measures.measures"))


def test_a_text_in_the_dark_and_in_english(plan: Path, snap_compare: Compare) -> None:
    app = WizardApp(plan, language="en", theme="dark")
    assert snap_compare(app, terminal_size=(80, 24), run_before=at("concerns.adults"))


def test_a_record_being_filled_in(plan: Path, snap_compare: Compare) -> None:
    run = at("coordination.handovers", "enter")
    assert snap_compare(WizardApp(plan), terminal_size=(80, 24), run_before=run)


def test_the_starting_point(plan: Path, snap_compare: Compare) -> None:
    assert snap_compare(WizardApp(plan), terminal_size=(80, 24), run_before=at("readiness"))


def test_the_parts_and_the_tasks(plan: Path, snap_compare: Compare) -> None:
    run = at("review[matrix organisation acute]")
    assert snap_compare(WizardApp(plan), terminal_size=(80, 24), run_before=run)


def test_the_seven_questions_again(plan: Path, snap_compare: Compare) -> None:
    assert snap_compare(WizardApp(plan), terminal_size=(120, 40), run_before=at("after"))


def test_help_at_a_question(plan: Path, snap_compare: Compare) -> None:
    run = at("front.next_revision", "f1")
    assert snap_compare(WizardApp(plan), terminal_size=(80, 24), run_before=run)


def test_the_questions_one_can_go_to(plan: Path, snap_compare: Compare) -> None:
    run = at("strategy.vision", "f5")
    assert snap_compare(WizardApp(plan), terminal_size=(80, 24), run_before=run)


def test_the_room_sees_the_question(plan: Path, snap_compare: Compare) -> None:
    run = at("understanding.not_concern", "f8")
    assert snap_compare(WizardApp(plan), terminal_size=(120, 40), run_before=run)


def test_a_question_on_a_large_wall(plan: Path, snap_compare: Compare) -> None:
    assert snap_compare(WizardApp(plan), terminal_size=(200, 60), run_before=at("strategy.vision"))


def test_a_terminal_that_is_too_small(plan: Path, snap_compare: Compare) -> None:
    assert snap_compare(WizardApp(plan), terminal_size=(50, 15), run_before=at("strategy.vision"))
