"""Whatever stands in every answer at once, a document keeps its headings and tables."""

import json
import re
from functools import cache
from typing import Any

import pytest
from filled_plans import filled
from hypothesis import given, settings
from rendered_plans import SAVED
from sparing import examples
from test_answers import HOSTILE, texts

from schemas.choices import Arrangement
from schemas.ids import with_ids
from schemas.plan import Plan
from wizard.render.documents import CARDS, CITIZENS, CONTACT_CARD, PLAN, STAFF, SUMMARY, WORKBOOK, Document
from wizard.render.edition import Edition
from wizard.render.engine.job import Job
from wizard.render.engine.pool import convert
from wizard.render.formats import HTML, Format
from wizard.render.markdown import to_markdown
from wizard.render.rendering import render


def shape(text: str, document: Document, edition: Edition, order: Arrangement = Arrangement.COMPONENT) -> list[Any]:
    """List a printed document's blocks: headings by level, tables by rows and columns, all else by kind."""
    data = filled(Plan, text)
    data["front"]["arrangement"] = order
    plan = with_ids(Plan.model_validate({**data, "saved": SAVED}))
    markdown = to_markdown(plan, document, edition)
    tree = convert(Job(markdown, Format("json", ".json", "json"), page=False, metadata={})).file
    return list(_blocks(json.loads(tree)["blocks"]))


@cache
def plain() -> list[Any]:
    """Give the shape of a plan whose texts are plain."""
    return shape("x", PLAN, Edition.PUBLIC)


def _blocks(blocks: list[dict]) -> Any:
    for block in blocks:
        kind, content = block["t"], block.get("c")
        if kind == "Header":
            yield kind, content[0]
        elif kind == "Table":
            yield kind, len(content[2]), len(content[4][0][3])
        elif kind == "Div":
            yield kind, content[0][1]
            yield from _blocks(content[1])
        elif kind not in ("Para", "Plain", "BulletList", "OrderedList"):
            yield kind


def harmless(text: str) -> str:
    """Give a text of the same length without a mark; what is too long for a card stands in a table behind it."""
    return re.sub(r"[^\w\s]", "x", text)


def test_all_hostile_texts_together_alter_nothing() -> None:
    hostile = "x " + "\n\n".join(HOSTILE)
    assert shape(hostile, PLAN, Edition.PUBLIC) == shape(harmless(hostile), PLAN, Edition.PUBLIC)
    # There are as many open points as the checks find, and they find other ones in other texts.
    found, wanted = (shape(text, PLAN, Edition.INTERNAL) for text in (hostile, harmless(hostile)))
    assert [part[:2] for part in found] == [part[:2] for part in wanted]


PAGES = (CITIZENS, STAFF, SUMMARY, CARDS, CONTACT_CARD, WORKBOOK)


@pytest.mark.parametrize("document", PAGES, ids=[document.name for document in PAGES])
def test_no_hostile_text_alters_a_page(document: Document) -> None:
    wanted = shape("x", document, Edition.PUBLIC)
    assert [text for text in HOSTILE if shape(f"x {text}", document, Edition.PUBLIC) != wanted] == []


@pytest.mark.parametrize("order", [Arrangement.LEVEL, Arrangement.GUIDE])
def test_hostile_texts_alter_no_other_order_either(order: Arrangement) -> None:
    hostile = "x " + "\n\n".join(HOSTILE)
    assert shape(hostile, PLAN, Edition.PUBLIC, order) == shape(harmless(hostile), PLAN, Edition.PUBLIC, order)


@settings(max_examples=examples(3, 8), deadline=None)
@given(texts)
def test_no_text_alters_the_plan(text: str) -> None:
    assert shape(f"x {text}", PLAN, Edition.PUBLIC) == plain()


@settings(max_examples=examples(2, 5), deadline=None)
@given(texts)
def test_every_text_can_be_printed(text: str) -> None:
    plan = Plan.model_validate(filled(Plan, text.encode("utf-8", "replace").decode()))
    assert render(with_ids(plan), PLAN, HTML, Edition.INTERNAL).rstrip().endswith(b"</html>")
