"""Whatever ends the program, what stood on the screen is there when it is opened again."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a Unix terminal", allow_module_level=True)

from terminal import Terminal

from wizard.files.plan_file import read_plan

TITLE = "Hvad skal planen hedde?"
PGDN, CTRL_Z = "\x1b[6~", "\x1a"


def at_the_title(plan: Path) -> Terminal:
    terminal = Terminal(plan)
    terminal.until("Prøveby")
    terminal.type(PGDN)
    terminal.until(TITLE)
    return terminal


def test_a_killed_program_loses_no_key_that_was_echoed_and_undo_still_works(plan: Path) -> None:
    terminal = at_the_title(plan)
    terminal.type("Beredskab på Ærø")
    terminal.until("Beredskab på Ærø")
    assert terminal.end(signal.SIGKILL) == -signal.SIGKILL

    again = Terminal(plan)
    again.until(TITLE)
    again.until("Beredskab på Ærø")
    again.type(CTRL_Z)
    again.until("Fortrudt")
    again.until("○ Ikke besvaret endnu")
    assert again.end(signal.SIGTERM) == 128 + signal.SIGTERM
    assert read_plan(plan).front.title == ""


def test_a_lost_terminal_settles_and_saves_at_once(plan: Path) -> None:
    terminal = at_the_title(plan)
    terminal.type("Skrevet til sidst")
    terminal.until("Skrevet til sidst")
    assert terminal.end(signal.SIGHUP) == 129
    assert read_plan(plan).front.title == "Skrevet til sidst"


def test_the_word_to_end_saves_and_gives_the_terminal_back(plan: Path) -> None:
    terminal = at_the_title(plan)
    terminal.type("Nået med")
    terminal.until("Nået med")
    assert terminal.end(signal.SIGTERM) == 128 + signal.SIGTERM
    assert b"\x1b[?1049l" in terminal.sent
    assert read_plan(plan).front.title == "Nået med"


def test_keys_typed_before_the_plan_is_read_reach_the_first_question(plan: Path) -> None:
    terminal = Terminal(plan)
    terminal.until("Hvilken kommune")
    terminal.type(" og omegn\rMin titel\r")
    terminal.until("Er det en handlingsplan")
    terminal.end(signal.SIGTERM)
    front = read_plan(plan).front
    assert (front.municipality, front.title) == ("Prøveby og omegn", "Min titel")


def test_a_second_program_asks_for_a_name_and_both_write_the_plan(plan: Path) -> None:
    first = at_the_title(plan)
    second = Terminal(plan)
    second.until("Hvem skriver her?")
    second.type("SSP\r")
    second.until("Hvilken kommune")
    second.type(" og omegn")
    second.until("Prøveby og omegn")
    first.type("Vores plan")
    first.until("Vores plan")
    second.end(signal.SIGTERM)
    first.until("Prøveby og omegn")
    first.end(signal.SIGTERM)
    front = read_plan(plan).front
    assert (front.municipality, front.title) == ("Prøveby og omegn", "Vores plan")


def test_many_records_are_typed_in_one_breath(plan: Path) -> None:
    """Keys that arrive together reach the fields they were meant for, also those behind an Enter."""
    terminal = at_the_title(plan)
    terminal.type("\x1b[15~")
    terminal.until("Skriv for at søge")
    terminal.type("interessenter\r")
    terminal.until("Hvem har del i opgaven")
    names = ["Skolerne", "Politiet", "Klubben", "Psykiatrien", "Boligforeningen"]
    terminal.type("".join(f"{name}\r1\r4\r" for name in names))
    terminal.until("ny, nr. 6")
    terminal.end(signal.SIGTERM)
    parties = read_plan(plan).stakeholders.parties
    assert [party.name for party in parties] == names
    assert all(party.tasks and party.involvement for party in parties)
