"""Two programs in two terminals at one plan: each sees the other, and the one that is killed leaves its text behind."""

from __future__ import annotations

import contextlib
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a Unix terminal", allow_module_level=True)

from terminal import Terminal

from schemas.language import words
from schemas.starter import starter
from wizard.document.session import Session
from wizard.files.plan_file import read_plan

QUESTION = "Hvad skal være anderledes om fire år?"
F5 = "\x1b[15~"


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Path, Terminal, Terminal]]:
    plan = tmp_path / "øen.plan.yaml"
    Session.create(plan, starter(words("da"), "Øby"), "test").close()
    both = [Terminal(plan, options=("--name", name)) for name in ("Anna Lund", "Mette Holm")]
    try:
        for one in both:
            one.until("Hvilken kommune gælder planen for?")
        for one, letters in zip(both, ("MH", "AL"), strict=True):
            one.until(letters)
        for one in both:
            one.type(F5)
            one.until("Gå til")
            one.type("Vision\r")
            one.until(QUESTION)
        yield plan, both[0], both[1]
    finally:
        for one in both:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                one.end(signal.SIGKILL)


def test_what_one_types_is_guarded_and_then_seen_by_the_other(pair: tuple[Path, Terminal, Terminal]) -> None:
    _, anna, mette = pair
    anna.type("Alle børn")
    anna.until("Alle børn")
    mette.until("Anna Lund skriver her")
    mette.type("hører til")
    mette.until("Du kan skrive")
    assert "hører" not in mette.text
    mette.until("Alle børn")
    anna.type("\t")
    mette.until("Feltet er frit igen.")
    mette.type(" hører til")
    mette.until("Alle børn hører til")
    anna.type("\x1b[5~")  # she went on to the next question, and comes back
    anna.until("Alle børn hører til")


def test_a_killed_program_leaves_its_word_and_its_field_to_the_other(pair: tuple[Path, Terminal, Terminal]) -> None:
    plan, anna, mette = pair
    anna.type("Alle bø")
    anna.until("Alle bø")
    assert anna.end(signal.SIGKILL) == -signal.SIGKILL
    mette.until("Alle bø")
    mette.until("Gået: Anna Lund.")
    mette.type("rn")
    mette.until("Alle børn")
    mette.type("\x11")
    assert mette.end() == 0
    assert read_plan(plan).strategy.vision == "Alle børn"


def test_nothing_is_sent_while_nobody_does_anything(pair: tuple[Path, Terminal, Terminal]) -> None:
    _, anna, mette = pair
    quiet = time.monotonic()
    while time.monotonic() - quiet < 1.5:
        if anna.read(0.05) or mette.read(0.05):
            quiet = time.monotonic()
    before = len(anna.sent), len(mette.sent)
    end = time.monotonic() + 3
    while time.monotonic() < end:
        anna.read(0.1)
        mette.read(0.1)
    assert (len(anna.sent), len(mette.sent)) == before
