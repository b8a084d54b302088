"""What every pilot waits for: that the program is done with what it was sent, however fast the machine is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
import textual.app
import textual.pilot
from driving import new_plan
from hosting import plan_in
from textual._context import active_app
from textual.app import App

from wizard.document.session import Session
from wizard.files.examples import folder as examples
from wizard.ui.recent import Recent

LONGEST = 1.0
"""Seconds a pilot waits for work beside the screen, such as a publication, before the test looks again."""


@pytest.fixture(autouse=True)
def _waits_for_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace Textual's wait, which looks at the processor's load: slow on a quiet machine, too short on a busy one."""
    monkeypatch.setattr(textual.pilot, "wait_for_idle", settled)
    monkeypatch.setattr(textual.app, "wait_for_idle", settled)


async def settled(_at_least: float = 0, at_most: float = LONGEST) -> None:
    """Wait until nothing is left to do: no callback, no picture to draw, no thread at work."""
    app, loop, end = active_app.get(), asyncio.get_running_loop(), monotonic() + at_most
    calm = 0
    while calm < 3 and monotonic() < end:
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined]
            calm = 0
        elif _works_beside(app):
            calm = 0
            await asyncio.sleep(0.002)
        elif app.is_running and app._screen_stack and _must_draw(app):
            calm = 0
            app.screen._on_timer_update()
        else:
            calm += 1


def _works_beside(app: App[Any]) -> bool:
    return any(worker._thread_worker and worker.is_running for worker in app.workers)


def _must_draw(app: App[Any]) -> bool:
    return app.screen._update_timer._active.is_set()


@pytest.fixture
def read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every sentence above the keys be read as soon as it stands there."""
    monkeypatch.setattr("wizard.ui.widgets.status.READ", 0.0)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan as a workshop starts from it."""
    return new_plan(tmp_path)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Session]:
    """An open plan as a workshop starts from it."""
    session = Session.open(plan_in(tmp_path, "ny.plan.yaml"), "Anne")
    yield session
    session.close()


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Session]:
    """The large example, open."""
    path = tmp_path / "fuld.plan.yaml"
    path.write_bytes((examples() / "storby.plan.yaml").read_bytes())
    session = Session.open(path, "Anne")
    yield session
    session.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for plans."""
    place = tmp_path / "planer"
    place.mkdir()
    return place


@pytest.fixture
def recent(tmp_path: Path) -> Recent:
    """A list of recent plans that is this test's alone."""
    return Recent(tmp_path / "state" / "recent.json")
