"""How the history looks, as pictures; what it does is tested elsewhere."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from driving import opened
from textual.pilot import Pilot

from wizard.document.history import history_path
from wizard.document.session import Session
from wizard.document.versions import name_version
from wizard.files.examples import examples
from wizard.ui.app import WizardApp

Compare = Callable[..., bool]
DAY = "2024-06-03T08:30:00+00:00"


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An example that two have worked on, all of it on one morning in June."""
    monkeypatch.setenv("TZ", "Europe/Copenhagen")
    time.tzset()
    example = next(path for path in examples() if path.name.startswith("lilleoe"))
    copy = tmp_path / "lilleoe.plan.yaml"
    copy.write_bytes(example.read_bytes())
    anne = Session.open(copy, "anne (Anne Jensen)")
    anne.set("strategy.follow_up_when", "I november")
    anne.remove("measures.measures", anne.plan.measures.measures[0].id)
    name_version(anne, "efter workshop 1")
    anne.close()
    bo = Session.open(copy, "bo")
    bo.set("strategy.vision", "Ingen er alene med en bekymring.")
    bo.close()
    database = sqlite3.connect(history_path(copy))
    with database:
        database.execute("update changes set at = ?", (DAY,))
        database.execute("update versions set at = ?", (DAY,))
    database.close()
    yield copy
    monkeypatch.undo()
    time.tzset()


def pressing(*keys: str) -> Callable[[Pilot[int]], object]:
    """Wait for the plan, open the history and press keys there."""

    async def run(pilot: Pilot[int]) -> None:
        assert isinstance(pilot.app, WizardApp)
        await opened(pilot.app, pilot)
        for key in ("shift+f4", *keys):
            await pilot.press(key)
            await pilot.pause(0.1)

    return run


def test_the_history_in_80_columns(plan: Path, snap_compare: Compare) -> None:
    assert snap_compare(WizardApp(plan), terminal_size=(80, 24), run_before=pressing("down", "space"))


def test_what_was_changed_since_a_named_point(plan: Path, snap_compare: Compare) -> None:
    run = pressing("k", "enter")
    assert snap_compare(WizardApp(plan), terminal_size=(120, 40), run_before=run)


def test_bringing_back_a_measure(plan: Path, snap_compare: Compare) -> None:
    assert snap_compare(WizardApp(plan), terminal_size=(80, 24), run_before=pressing("down", "h"))
