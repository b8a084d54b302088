"""A sentence of ours that ends with an answer ends once, however the answer does."""

from __future__ import annotations

import re

import pytest
from rendered_plans import plan_of

from schemas.language import words
from wizard.render.documents import COUNCIL, PLAN
from wizard.render.edition import Edition
from wizard.render.formats import HTML
from wizard.render.rendering import preview, render


@pytest.mark.parametrize("end", [".", "!", "?", "…", ".**"])
def test_a_memo_ends_its_sentences_once(end: str) -> None:
    said = ("**" if "*" in end else "") + f"Når der er lidt{end}"
    plan = plan_of(
        front={"committees": ["Børneudvalget", said]},
        strategy={"follow_up_when": said},
        stakeholders={"parties": [{"name": said, "involvement": "consulted"}]},
    )
    printed = preview(plan, COUNCIL, Edition.PUBLIC).replace("\\", "")
    for sentence in ("undervejs i: Børneudvalget; ", "spørges til råds: ", "følges op: "):
        assert re.search(re.escape(f"{sentence}{said}") + r"\s", printed), sentence


def test_a_memo_ends_a_sentence_that_its_answer_leaves_open() -> None:
    plan = plan_of(front={"committees": ["Børneudvalget"]})
    assert "undervejs i: Børneudvalget.\n" in preview(plan, COUNCIL, Edition.PUBLIC)


def test_the_words_beside_a_picture_end_once() -> None:
    measures = [{"name": "Vi taler lidt.", "due": "2027-06-01"}, {"name": "Vi lytter lidt."}]
    page = render(plan_of(measures={"measures": measures}), PLAN, HTML, Edition.PUBLIC).decode()
    assert "Uden datoer: Vi lytter lidt." in page
    assert "lidt.." not in page


def test_a_sentence_of_the_program_ends_once() -> None:
    assert words("da")("council.follows", when="Hvert år.").endswith("op: Hvert år.")
    assert words("da")("council.follows", when="Hvert år").endswith("op: Hvert år.")
