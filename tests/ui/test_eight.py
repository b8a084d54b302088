"""Eight people type, add, move and remove at once: all end with the same plan, and nothing anyone typed is missing."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a Unix terminal", allow_module_level=True)

from terminal import Terminal

from schemas.language import words
from schemas.plan import Plan, Saved
from schemas.starter import starter
from wizard.document.history import History, history_path
from wizard.document.opening import plan_at
from wizard.document.session import Session
from wizard.files.plan_file import read_plan

PEOPLE = ("Ane", "Bo", "Carla", "Dan", "Eva", "Finn", "Gry", "Hans")
SECONDS = float(os.environ.get("PLANBYGGER_SECONDS", "15"))
F5, ESC, HOME, END, DELETE = "\x1b[15~", "\x1b", "\x1b[H", "\x1b[F", "\x1b[3~"
SIGNS = str.maketrans(dict.fromkeys("›▌▁▂▃▄▅▆▇█", " "))
"""What points at a row, and the scroll bar: each has its own."""
LISTED = "Hvem har del i opgaven"


class Hand:
    """One of the eight at a list, with a memory of what stood on the screen after it was typed."""

    def __init__(self, plan: Path, name: str) -> None:
        self.name = name
        self.chance = random.Random(name)
        self.typed: list[str] = []
        self.terminal = Terminal(plan, 100, 40, options=("--name", name))

    def arrive(self) -> None:
        self.terminal.until("Prøveby")
        self.terminal.type(F5)
        self.terminal.until("Gå til")
        self.terminal.type("Interessenter\r")
        self.terminal.until(f"│  {LISTED}")
        self.terminal.until("Del fjern")

    def act(self) -> None:
        """Do one thing; most of the time add a name that stands nowhere else."""
        match self.chance.choice(("add", "add", "add", "move", "remove")):
            case "add":
                self.add()
            case "move":
                self.terminal.type(self.chance.choice((HOME, END)) + self.chance.choice("<>") * 2)
            case "remove":
                self.terminal.type(self.chance.choice((HOME, END)) + DELETE)
        self.terminal.read(0.02)

    def add(self) -> None:
        word = f"{self.name} {len(self.typed)} i Ålbæk"
        self.terminal.type("+")
        self.terminal.until("ny, nr.")
        for char in word:
            self.terminal.type(char)
            self.terminal.read(0)
        self.terminal.until(word)
        self.typed.append(word)
        self.terminal.type(ESC)
        self.terminal.until("Del fjern")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "prøve.plan.yaml"
    session = Session.create(path, starter(words("da"), "Prøveby"), "test")
    session.add("stakeholders.parties", {"name": "Skolerne"})
    session.close()
    return path


@pytest.mark.full
def test_eight_people_at_one_list(plan: Path) -> None:
    hands = [Hand(plan, name) for name in PEOPLE]
    for hand in hands:
        hand.arrive()
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        for hand in hands:
            hand.act()
    _all_show_the_same(hands)
    for hand in hands:
        assert hand.terminal.end(signal.SIGTERM) == 128 + signal.SIGTERM
    typed = [word for hand in hands for word in hand.typed]
    assert len(typed) > len(hands)
    kept = _kept(plan)
    assert [word for word in typed if word not in kept] == []
    assert contents(read_plan(plan)) == contents(_replayed(plan))


def _all_show_the_same(hands: list[Hand]) -> None:
    limit = time.monotonic() + 20
    while True:
        for hand in hands:
            hand.terminal.type(HOME)
        time.sleep(1)
        shown = set()
        for hand in hands:
            while hand.terminal.read(0.05):
                pass
            lines = [line.partition("│")[2] for line in hand.terminal.screen.display[8:30]]
            shown.add("\n".join(line.translate(SIGNS).rstrip() for line in lines))
        if len(shown) == 1:
            return
        assert time.monotonic() < limit, "\n\n".join(shown)


def _kept(plan: Path) -> str:
    with contextlib.closing(sqlite3.connect(history_path(plan))) as db:
        rows = [*db.execute("select edits from changes"), *db.execute("select edits from conflicts")]
    return " ".join(text for (text,) in rows)


def _replayed(plan: Path) -> Plan:
    history = History(history_path(plan))
    found = plan_at(history, history.head())
    history.close()
    assert found is not None
    return found


def contents(plan: Plan) -> Plan:
    """Give a plan without the stamp of its file."""
    return plan.model_copy(update={"saved": Saved()})
