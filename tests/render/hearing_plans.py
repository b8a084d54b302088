"""Plans that went out for hearing, each rendered once, and what is found in a document that comes back."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hearing_edits import Word
from rendered_plans import small

from schemas.language import words
from schemas.plan import Plan
from wizard.files.docx.model import Block
from wizard.files.docx.reading import read_docx
from wizard.files.plan_file import read_plan
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX
from wizard.render.hearing.points import Point, points
from wizard.render.hearing.sent import sent
from wizard.render.rendering import render

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def plan_named(name: str) -> Plan:
    """Give the small plan, or one of the examples."""
    return small() if name == "small" else read_plan(EXAMPLES / f"{name}.plan.yaml")


@cache
def out(name: str, edition: Edition = Edition.PUBLIC) -> bytes:
    """Give the document as it is handed out."""
    return render(plan_named(name), PLAN, DOCX, edition)


def word(name: str = "storby", edition: Edition = Edition.PUBLIC) -> Word:
    """Open the document as it was handed out."""
    return Word(out(name, edition))


@cache
def laid(name: str, edition: Edition = Edition.PUBLIC) -> tuple[Block, ...]:
    """Give what is known of the document that was handed out."""
    return sent(plan_named(name), edition)


def back(data: bytes, name: str, edition: Edition = Edition.PUBLIC) -> tuple[Point, ...]:
    """Find what a document that came back says."""
    plan = plan_named(name)
    return points(plan, laid(name, edition), read_docx(data), words(plan.front.language.value))


def found(data: bytes, name: str, edition: Edition = Edition.PUBLIC) -> dict[str, object]:
    """Give what the changed answers say now, by their paths; nothing else may have been found."""
    said = back(data, name, edition)
    assert {one.kind for one in said} <= {"changed"}, said
    return {one.path: one.after for one in said}
