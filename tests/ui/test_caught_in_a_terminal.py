"""In a real terminal: lines are caught while a text is typed, and a kill loses none of it."""

from __future__ import annotations

import signal
import sys
from datetime import date
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a Unix terminal", allow_module_level=True)

from terminal import Terminal

from wizard.files.plan_file import read_plan

F2, F5, F8, F9, UP, CTRL_Z = "\x1bOQ", "\x1b[15~", "\x1b[19~", "\x1b[20~", "\x1b[A", "\x1a"
QUESTION = "Hvad mener vi med radikalisering?"


def at_the_text(plan: Path) -> Terminal:
    terminal = Terminal(plan)
    terminal.until("Hvilken kommune gælder planen for?")
    terminal.type(F5)
    terminal.until("Gå til")
    terminal.type("Radikalisering\r")
    terminal.until(f"│  {QUESTION}")
    return terminal


def test_a_block_of_the_workshop_typed_in_one_breath(plan: Path) -> None:
    """Two decisions, one task and one parked point in the middle of a word of a long text, which then goes on."""
    terminal = at_the_text(plan)
    lines = "".join(f"Linje {number} om børn og unge på Ærø.\r" for number in range(12))
    terminal.type(f"{lines}Vejen mod vold kan gå hur")
    terminal.until("kan gå hur", 30)
    terminal.type(f"{F2}bVagten er vores nummer\r{F2}bÉn indgang\r{F2}oRing til vagten\rSSP\r1/6 2026\r{F2}pNøglen\r")
    terminal.type("tigt")
    terminal.until("kan gå hurtigt", 30)
    terminal.type(f"{UP}{F2}nEn note\r!")
    terminal.until("Linje 11 om børn og unge på Æ!rø.")
    terminal.end(signal.SIGTERM)
    kept = read_plan(plan)
    assert kept.understanding.radicalisation.endswith("unge på Æ!rø.\nVejen mod vold kan gå hurtigt")
    caught = kept.workshop.caught
    assert [(one.kind, one.text) for one in caught] == [
        ("decision", "Vagten er vores nummer"),
        ("decision", "Én indgang"),
        ("task", "Ring til vagten"),
        ("parked", "Nøglen"),
        ("note", "En note"),
    ]
    assert (caught[2].who, caught[2].due) == ("SSP", date(2026, 6, 1))
    assert {one.about for one in caught} == {"understanding.radicalisation"}


def test_a_kill_in_the_middle_of_a_caught_line_loses_nothing(plan: Path) -> None:
    terminal = at_the_text(plan)
    terminal.type("Et halvt o")
    terminal.until("Et halvt o")
    terminal.type(f"{F2}oRing til vagten på Æ")
    terminal.until("Ring til vagten på Æ")
    assert terminal.end(signal.SIGKILL) == -signal.SIGKILL

    again = at_the_text(plan)
    again.until("Et halvt o")
    again.type(f"{F2}l")
    again.until("○ Ring til vagten på Æ")
    again.until("ved Fælles forståelse ›")
    again.type("\x1b")
    again.until(f"│  {QUESTION}")
    again.end(signal.SIGTERM)
    assert [(one.kind, one.text) for one in read_plan(plan).workshop.caught] == [("task", "Ring til vagten på Æ")]


@pytest.mark.full
def test_a_kill_between_a_tasks_lines_keeps_half_a_date_as_it_was_typed(plan: Path) -> None:
    terminal = at_the_text(plan)
    terminal.type(f"{F2}oRing\rSSP\r5/7 20")
    terminal.until("5/7 20")
    assert terminal.end(signal.SIGKILL) == -signal.SIGKILL
    again = at_the_text(plan)
    again.type(f"{F2}l")
    again.until("hvem: SSP · »5/7 20« er ikke en dato")
    again.end(signal.SIGTERM)


@pytest.mark.full
def test_a_wall_keeps_its_question_while_a_line_is_caught_and_blanked(plan: Path) -> None:
    terminal = at_the_text(plan)
    terminal.type(F8)
    terminal.until("Del 1 af 7")
    terminal.type(f"{F2}uOm ordet")
    terminal.until("Om ordet")
    assert "Del 1 af 7" in terminal.text
    terminal.type(F9)
    terminal.until("Skærmen er skjult.")
    assert "Om ordet" not in terminal.text
    terminal.type("x er vi uenige")
    terminal.until("Om ordet er vi uenige")
    terminal.type("\r")
    terminal.until("→ næste")
    terminal.end(signal.SIGTERM)
    assert [one.text for one in read_plan(plan).workshop.caught] == ["Om ordet er vi uenige"]
