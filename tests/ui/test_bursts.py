"""Keys that come faster than the screen can follow end nothing and are all taken in their order."""

from __future__ import annotations

import os
import random
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a Unix terminal", allow_module_level=True)

from terminal import Terminal

from schemas.language import words
from schemas.starter import starter
from wizard.document.session import Session
from wizard.files.plan_file import read_plan

PGUP, PGDN, F1, F5, F7, F8, F9, ESC = (
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[11~",
    "\x1b[15~",
    "\x1b[18~",
    "\x1b[19~",
    "\x1b[20~",
    "\x1b",
)
CTRL_P, CTRL_Z, CTRL_Y, DOWN, UP, TAB = "\x10", "\x1a", "\x19", "\x1b[B", "\x1b[A", "\t"
AT_RANDOM = (
    [PGUP, PGDN, "\r"] * 6
    + [DOWN, UP, TAB, "\x1b[Z", " ", "+", "d", "<", ">", "1", "2", "j", "n", "\x1b[3~"] * 2
    + [F1, F5, F7, F8, F9, ESC, ESC, ESC, CTRL_P, CTRL_Z, CTRL_Y, "\x1bOR", "\x1bOS", "\x1b[17~", "\x7f", "\x15"]
    + [f"\x1bOQ{letter}" for letter in "pboulfsq"] + ["p", "o", "a", "x", "r", "g", "s", "å", "v"]
    + ["Ærø", "1/6 2026\r", "ny rolle\r", "\x1b[200~en\rto\x1b[201~"]
)  # fmt: skip


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    path = tmp_path / "øen.plan.yaml"
    Session.create(path, starter(words("da"), "Øby"), "test").close()
    terminal = Terminal(path)
    terminal.until("Hvilken kommune gælder planen for?")
    return terminal


def ended(terminal: Terminal) -> None:
    assert terminal.end(signal.SIGTERM) == 128 + signal.SIGTERM, terminal.text


def test_pages_are_turned_to_the_end_and_back_in_one_breath(terminal: Terminal) -> None:
    terminal.type(PGDN * 60)
    terminal.until("Dette er det sidste trin.", 30)
    terminal.type(PGUP * 60)
    terminal.until("Dette er det første trin.", 30)
    terminal.until("Hvilken kommune gælder planen for?")
    ended(terminal)


def test_pages_of_their_own_are_come_to_and_left_again_at_once(terminal: Terminal) -> None:
    terminal.type(f"{F5}akut\r")
    terminal.until("│  Hvilke situationer skal vi have")
    terminal.type((PGDN * 2 + PGUP * 2) * 4)
    terminal.type(f"{F5}kontakter\r")
    terminal.until("│  Hvilke roller peger planen på", 30)
    terminal.type((PGDN * 2 + PGUP * 2) * 4)
    terminal.type(f"{F5}Titel\rTil sidst")
    terminal.until("▌ Til sidst", 30)
    ended(terminal)


def test_a_list_is_paged_through_before_it_is_drawn(terminal: Terminal) -> None:
    terminal.type(F5 + PGDN + PGUP + PGDN + ESC)
    terminal.type(CTRL_P + PGUP + ESC)
    terminal.type(f"{F5}Titel\rTil sidst")
    terminal.until("▌ Til sidst", 30)
    ended(terminal)


@pytest.mark.full
@pytest.mark.skipif("PLANBYGGER_SEEDS" not in os.environ, reason="set PLANBYGGER_SEEDS=20 to run it for 20 seeds")
@pytest.mark.parametrize("seed", range(int(os.environ.get("PLANBYGGER_SEEDS", "1"))))
def test_no_keys_whatever_end_the_program(terminal: Terminal, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(1000):
        terminal.type(chance.choice(AT_RANDOM))
        terminal.read(chance.choice((0, 0, 0, 0.01, 0.05)))
        # Whoever chooses to end or to open another plan has ended nothing that should go on.
        if "Afslut" in terminal.text and "Hvad vil du gøre?" in terminal.text:
            terminal.type(ESC)
    ended(terminal)
    read_plan(tmp_path / "øen.plan.yaml")
