"""Our own writers of HTML and of Word's XML write what pandoc writes; what they do not know, they leave to pandoc."""

from functools import partial
from pathlib import Path

import pytest
from filled_plans import filled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rendered_plans import every_text
from sparing import examples
from test_answers import HOSTILE
from two_ways import both_ways

from schemas.ids import with_ids
from schemas.plan import Plan
from wizard.files.examples import folder
from wizard.files.plan_file import read_plan
from wizard.render import answers
from wizard.render.escape import escape

verdicts = partial(both_ways, "two_writers.lua")


@pytest.mark.parametrize("path", sorted(folder().glob("*.plan.yaml")), ids=lambda path: path.name)
def test_every_document_of_the_examples_is_written_alike(path: Path, tmp_path: Path) -> None:
    found = verdicts(tmp_path, every_text(read_plan(path)))
    # A page's figures are pandoc's, and so is what begins with a heading and holds more of them.
    left = [format for verdict, format in found if verdict == "left"]
    assert set(left) == {"html"}
    assert len(left) <= 8


def test_hostile_texts_are_written_alike(tmp_path: Path) -> None:
    plan = with_ids(Plan.model_validate(filled(Plan, "x " + "\n\n".join(HOSTILE))))
    assert verdicts(tmp_path, every_text(plan))


MARKED = st.text(st.sampled_from("ab æ.1-*_[](){}<>`\\!|#:&\n\u00a0«\"'↩漢\u00ad\u2011\u200b"), max_size=40)


@settings(max_examples=examples(3, 8), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(MARKED, min_size=30, max_size=30))
def test_answers_of_any_signs_are_written_alike(tmp_path: Path, texts: list[str]) -> None:
    pieces = [
        f"## {escape(text)}\n\n{answers.blocks(text)}\n\n::: tabel\nT {escape(text)}\n\n- - A\n  - B\n"
        f"- - {escape(text)}\n  - {answers.inline(text)}\n:::\n\n::: lead\nmulti-agency {escape(text)}\n:::\n"
        for text in texts
    ]
    assert verdicts(tmp_path, pieces)


@pytest.mark.parametrize(
    "text",
    [
        "## Første\n\nTekst\n\n1. a\n\n   b\n2. c\n   - d\n     - e\n\n7) f\n\nSlut\n",
        "- **a *b*** [c](https://x.example/?a=1&b=%22)\n- [d](mailto:e@f.example)\n- [g](#første)\n",
        "::: card\n### Kort\n\n::: tabel\nT\n\n| a | b |\n|---|---|\n| c | |\n:::\n:::\n",
        "::: {.card .acute}\n### Kort\n:::\n\n## Et langt navn, som er længere end fyrre tegn\n",
        "::: figur\n![alt](figure:path){width=160mm}\n\nBilledtekst\n\nOrd\n:::\n\nEfter\n",
    ],
)
def test_what_documents_are_made_of_is_written_alike(text: str, tmp_path: Path) -> None:
    assert verdicts(tmp_path, [text])
