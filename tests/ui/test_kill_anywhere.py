"""The program is killed at any moment of typing, and every key that was echoed is there when it is opened again."""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a Unix terminal", allow_module_level=True)

from terminal import Terminal

from schemas.language import words
from schemas.plan import Plan
from schemas.starter import starter
from wizard.document.session import Session
from wizard.files.plan_file import read_plan

SEEDS = int(os.environ.get("PLANBYGGER_SEEDS", "3"))
"""How many moments of killing are tried at each place."""
F5, CTRL_Z = "\x1b[15~", "\x1a"
Read = Callable[[Plan], str]
PLACES: dict[str, tuple[str, str, str, Read]] = {
    "a line": ("Titel", "Hvad skal planen hedde?", "Beredskab på Ærø og i Ålbæk", lambda plan: plan.front.title),
    "a text": (
        "Radikalisering",
        "Hvad mener vi med radikalisering?",
        "En vej mod vold.\nDen kan gå hurtigt på nettet.\n\nØer er ingen undtagelse.",
        lambda plan: plan.understanding.radicalisation,
    ),
    "a new record": (
        "Interessenter",
        "Hvem har del i opgaven",
        "Ungdomsklubben Åen",
        lambda plan: "".join(party.name for party in plan.stakeholders.parties),
    ),
}


def asked(plan: Path, name: str, question: str) -> Terminal:
    """Open the program at a question."""
    terminal = Terminal(plan)
    terminal.until("Stamblad")
    terminal.type(F5)
    terminal.until("Gå til")
    terminal.type(f"{name}\r")
    terminal.until(f"│  {question}")
    return terminal


def type_in_bursts(terminal: Terminal, text: str, chance: random.Random) -> None:
    """Type like a hand: some keys at once, some after a while."""
    for char in text:
        terminal.type("\r" if char == "\n" else char)
        terminal.read(chance.choice((0, 0, 0.001, 0.01, 0.05)))


def echoed(terminal: Terminal, text: str) -> str:
    """Give as much of a text, from its beginning, as stands on the screen."""
    on_screen = "\n".join(line.partition("│")[2].strip("▌ ") for line in terminal.screen.display)
    return next(text[:end] for end in range(len(text), -1, -1) if text[:end].rstrip(" ") in on_screen)


def killed_while_typing(plan: Path, name: str, question: str, text: str, chance: random.Random) -> str:
    """Type a part of a text, kill the program at some moment and give what stood on the screen by then."""
    terminal = asked(plan, name, question)
    type_in_bursts(terminal, text[: chance.randrange(3, len(text) + 1)], chance)
    terminal.read(chance.choice((0, 0.1, 1.5)))
    assert terminal.end(signal.SIGKILL) == -signal.SIGKILL
    return echoed(terminal, text)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "øen.plan.yaml"
    Session.create(path, starter(words("da"), "Øby"), "test").close()
    return path


@pytest.mark.full
@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize("place", PLACES)
def test_what_stood_on_the_screen_is_there_after_a_kill_and_undo_takes_it_back(
    plan: Path, place: str, seed: int
) -> None:
    name, question, text, read = PLACES[place]
    shown = killed_while_typing(plan, name, question, text, random.Random(f"{place} {seed}"))

    again = asked(plan, name, question)
    for line in filter(None, shown.splitlines()):
        again.until(line.rstrip())
    assert again.end(signal.SIGTERM) == 128 + signal.SIGTERM
    kept = read(read_plan(plan))
    assert kept.startswith(shown.rstrip()), (shown, kept)

    last = asked(plan, name, question)
    if kept:
        last.type(CTRL_Z)
        last.until("Fortrudt")
    assert last.end(signal.SIGTERM) == 128 + signal.SIGTERM
    assert len(read(read_plan(plan))) < max(1, len(kept))


@pytest.mark.full
@pytest.mark.parametrize("seed", range(2))
def test_a_role_that_was_not_picked_yet_stands_as_typed_after_a_kill(plan: Path, seed: int) -> None:
    name, question, text = "Tovholder", "Hvem er kommunens tovholder?", "SSP-lederen"
    shown = killed_while_typing(plan, name, question, text, random.Random(seed))
    again = asked(plan, name, question)
    again.until(f"▌ {shown}")
    assert again.end(signal.SIGTERM) == 128 + signal.SIGTERM
