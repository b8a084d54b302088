"""What is asked when the plan file was put back to an older version, or comes from where the history does not reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import driving, new_plan
from hosting import shows
from textual.widgets import OptionList

from wizard.document.session import Session
from wizard.files.plan_file import read_plan

VISION = "strategy.vision"


def gone_back(folder: Path) -> Path:
    """Write a plan whose file was put back to what it was before the vision."""
    path = new_plan(folder)
    session = Session.open(path, "Anne")
    session.set("front.title", "Beredskab")
    session.close()
    older = path.read_bytes()
    session = Session.open(path, "Anne")
    session.set(VISION, "Trygge unge")
    session.close()
    path.write_bytes(older)
    return path


@pytest.mark.parametrize(
    ("keys", "vision"), [(["escape"], "Trygge unge"), (["enter"], "Trygge unge"), (["down", "enter"], "")]
)
async def test_an_older_file_is_asked_about_and_either_answer_can_be_taken_back(
    tmp_path: Path, keys: list[str], vision: str
) -> None:
    path = gone_back(tmp_path)
    async with driving(path) as drive:
        assert "Vision: taget ud" in await shows(drive.pilot, "Planfilen er en ældre udgave")
        assert drive.app.screen.query_one(OptionList).highlighted == 0
        await drive.press(*keys)
        assert drive.plan.strategy.vision == vision
        assert drive.main.session is not None
        assert drive.main.session.elsewhere.question is None
        assert drive.app.screen is drive.main
        if not vision:
            await drive.press("ctrl+z")
            assert drive.plan.strategy.vision == "Trygge unge"
    assert read_plan(path).strategy.vision == "Trygge unge"


async def test_a_file_of_unknown_beginnings_removes_nothing_unasked(tmp_path: Path) -> None:
    path = gone_back(tmp_path)
    text = path.read_text(encoding="utf-8")
    seq = next(line for line in text.splitlines() if line.strip().startswith("seq:"))
    text = text.replace(seq, f"{seq}000").replace("Beredskab", "Handlingsplan")
    path.write_text(text, encoding="utf-8")
    async with driving(path) as drive:
        await shows(drive.pilot, "Planfilen og historikken passer ikke sammen")
        await drive.press("escape")
        assert drive.plan.strategy.vision == "Trygge unge"
        assert drive.plan.front.title == "Beredskab"
        assert drive.session.conflicts
