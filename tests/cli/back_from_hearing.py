"""A plan at an office, the document that was handed out, and what comes back of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from schemas.plan import Plan
from wizard.cli.main import main
from wizard.document.session import Session
from wizard.files.plan_file import read_plan

sys.path.append(str(Path(__file__).parents[1] / "render"))
from hearing_edits import Word

EXAMPLE = Path(__file__).parents[2] / "examples" / "lilleoe.plan.yaml"
FILE, DOCX = "vores.plan.yaml", "hoering.docx"

Edit = Callable[[Word], object]


def work(*steps: Callable[[Session], object], author: str = "jens") -> None:
    """Open the plan as the wizard does, do something to it and close it."""
    session = Session.open(Path(FILE), author)
    for step in steps:
        step(session)
    session.close()


def back(document: Path, *edits: Edit) -> None:
    """Have the document come back with some edits."""
    word = Word(document.read_bytes())
    for edit in edits:
        edit(word)
    Path(DOCX).write_bytes(word.save())


def compare(*words: str) -> int:
    """Call `compare` on the plan and what came back."""
    return main(["compare", FILE, DOCX, *words])


def plan() -> Plan:
    """Read the plan as it is saved."""
    return read_plan(Path(FILE))


def retitled(word: Word) -> None:
    """Write another title, with changes tracked."""
    word.track("Planen på øen", "Vores plan")


def visioned(word: Word) -> None:
    """Write a paragraph more below the vision."""
    word.after(word.find(plan().strategy.vision.split("\n")[0][:40]), "Og alle kender den.")
