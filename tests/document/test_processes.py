"""Processes that work at one plan at once, some of them killed at any moment, lose nothing that they said was kept."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from schemas.language import words
from schemas.plan import Plan, Saved
from schemas.starter import starter
from wizard.document.history import history_path
from wizard.document.replaying import plan_at
from wizard.document.session import Session
from wizard.files.plan_file import read_plan

HAND = Path(__file__).with_name("hand.py")
RUNS = int(os.environ.get("PLANBYGGER_SEEDS", "2"))
SECONDS = 4.0


class Worker:
    """One process, what it said so far, and its end."""

    def __init__(self, plan: Path, name: str, seed: str) -> None:
        self.said = plan.with_name(f"{name}-{seed}.txt")
        self.process = subprocess.Popen(
            [sys.executable, str(HAND), str(plan), name, seed], stdin=subprocess.PIPE, stdout=self.said.open("w")
        )

    def end(self, killed: bool = False) -> list[str]:
        """Tell it to stop, or kill it; give the words that it said were kept."""
        if killed:
            self.process.send_signal(signal.SIGKILL)
        self.process.communicate(timeout=60)
        assert self.process.returncode == (-signal.SIGKILL if killed else 0)
        return self.said.read_text(encoding="utf-8").split("\n")[:-1]


@pytest.mark.full
@pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")
@pytest.mark.parametrize("seed", range(RUNS))
def test_nothing_that_was_said_to_be_kept_is_missing(tmp_path: Path, seed: int) -> None:
    plan = tmp_path / "plan.plan.yaml"
    Session.create(plan, starter(words("da"), "Øby"), "Ane").close()
    chance, said = random.Random(seed), list[str]()
    workers = [Worker(plan, name, f"{seed}") for name in ("Ane", "Bo", "Carla")]
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        time.sleep(chance.uniform(0.2, 1.2))
        number = chance.randrange(len(workers))
        said += workers[number].end(killed=chance.random() < 0.7)
        workers[number] = Worker(plan, ("Ane", "Bo", "Carla")[number], f"{seed}.{len(said)}")
    for worker in workers:
        said += worker.end()
    _holds(plan, said)


def _holds(plan: Path, said: list[str]) -> None:
    last = Session.open(plan, "Sidste")
    replayed = plan_at(last.history, last.seq)
    assert replayed is not None
    assert _contents(replayed) == _contents(last.plan)
    with contextlib.closing(sqlite3.connect(history_path(plan))) as db:
        kept = " ".join(
            edits for (edits,) in db.execute("select edits from changes union all select edits from conflicts")
        )
    last.close()
    assert len(said) > 20
    assert [word for word in said if f'"{word}"' not in kept] == []
    assert _contents(read_plan(plan)) == _contents(last.plan)


def _contents(plan: Plan) -> Plan:
    """Give a plan without the stamp of its file."""
    return plan.model_copy(update={"saved": Saved()})
