"""Bold in an answer of one line is set bold, or is letters alone as in headings; its marks are never read."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from rendered_plans import TEXTS, plan_of
from workshop_plans import SECOND, caught, workshop

from schemas.choices import CaughtKind
from schemas.fields import Model, marks
from schemas.plan import Plan
from wizard.render.documents import COUNCIL, HOMEWORK, MINUTES, PLAN, Document
from wizard.render.edition import Edition
from wizard.render.formats import DOCX
from wizard.render.markdown import to_markdown
from wizard.render.rendering import preview, render


def bold(model: Model) -> Any:
    """Give a model in which every answer of one line begins with a bold word, but for what is looked up."""
    changed: dict[str, Any] = {}
    for mark in marks(type(model)):
        value = getattr(model, mark.name)
        if mark.kind == "line" and value and mark.name not in ("phone", "mail"):
            changed[mark.name] = f"**Fed** {value}"
        elif mark.kind == "lines":
            changed[mark.name] = tuple(f"**Fed** {line}" for line in value)
        elif mark.kind == "records":
            changed[mark.name] = tuple(map(bold, value))
        elif mark.kind == "group":
            changed[mark.name] = bold(value)
    return model.model_copy(update=changed)


@pytest.mark.parametrize("document", TEXTS.values(), ids=list(TEXTS))
def test_no_document_shows_the_marks_of_bold(document: Document) -> None:
    printed = to_markdown(bold(workshop()), document, Edition.INTERNAL)
    assert "Fed" in printed
    # A note of a meeting stands as it was typed.
    assert [line for line in printed.split("\n") if "\\*\\*" in line and "stemning" not in line] == []


def test_headings_and_properties_are_letters_alone() -> None:
    plan = bold(plan_of())
    assert preview(plan, PLAN, Edition.PUBLIC).startswith("# Fed Beredskab mod ekstremisme\n")
    assert preview(plan, COUNCIL, Edition.PUBLIC).startswith("# Vedtagelse af »Fed Beredskab mod ekstremisme«\n")
    assert "\n## Fed " in preview(plan, HOMEWORK, Edition.INTERNAL)
    assert b"*" not in re.sub(rb"<[^>]*>", b"", properties(plan))


def properties(plan: Plan) -> bytes:
    """Give what a Word file says of itself."""
    return ZipFile(BytesIO(render(plan, PLAN, DOCX, Edition.PUBLIC))).read("docProps/core.xml")


def test_what_was_decided_and_agreed_is_bold_in_the_minutes() -> None:
    kinds = (CaughtKind.DECISION, CaughtKind.TASK)
    found = workshop(caught=[caught(number, kind, "Vi **skal** mødes", SECOND) for number, kind in enumerate(kinds)])
    printed = preview(found, MINUTES, Edition.INTERNAL)
    assert "- Vi **skal** mødes" in printed
    assert "| Vi **skal** mødes" in printed


def test_a_long_answer_that_the_memo_cuts_shows_no_mark_that_lost_its_other_half() -> None:
    plan = plan_of(strategy={"vision": f"**{'Ingen står alene. ' * 60}Slut**"})
    printed = preview(plan, COUNCIL, Edition.PUBLIC)
    assert "Ingen står alene" in printed
    assert "\\*" not in printed
