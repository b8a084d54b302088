"""Our own reader of Markdown reads what pandoc reads; what it does not know, it leaves to pandoc."""

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

verdicts = partial(both_ways, "two_readers.lua")


@pytest.mark.parametrize("path", sorted(folder().glob("*.plan.yaml")), ids=lambda path: path.name)
def test_every_document_of_the_examples_is_read_quickly_and_alike(path: Path, tmp_path: Path) -> None:
    found = verdicts(tmp_path, every_text(read_plan(path)))
    assert {verdict for (verdict,) in found} == {"same"}


def test_hostile_texts_are_read_alike(tmp_path: Path) -> None:
    plan = with_ids(Plan.model_validate(filled(Plan, "x " + "\n\n".join(HOSTILE))))
    assert verdicts(tmp_path, every_text(plan))


MARKED = st.text(st.sampled_from("ab æ.1-*_[](){}<>`\\!|#:&\n\u00a0«"), max_size=40)


@settings(max_examples=examples(5, 20), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(MARKED, min_size=60, max_size=60))
def test_answers_of_any_signs_are_read_alike(tmp_path: Path, texts: list[str]) -> None:
    pieces = [f"{answers.blocks(text)}\n\n- - {escape(text)}\n  - {answers.inline(text)}\n" for text in texts]
    assert verdicts(tmp_path, pieces)


@settings(max_examples=examples(5, 20), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(MARKED, min_size=60, max_size=60))
def test_markdown_of_any_signs_is_read_alike(tmp_path: Path, texts: list[str]) -> None:
    assert verdicts(tmp_path, [f"# A\n\n{text}\n\n- {text}\n\n::: tabel\n{text}\n:::\n" for text in texts])


@pytest.mark.parametrize(
    "text",
    [
        "> citat\n",
        "a\n===\n",
        "```\nkode\n```\n",
        "- a\nb\n",
        "[a]: https://x.dk\n\n[a]\n",
        "    kode\n",
        "a\n| b |\n|---|\n",
        "<b>x</b>\n",
        "* * *\n",
        "a | b\n--|--\nc | d\n",
        "- a\n\n      kode\n",
        "::: a\n::: b\nx\n",
        "a  \nb\n",
        "10. a\n11. b\n\n    c\n",
        "-\n  a\n-\n\n  b\n",
    ],
)
def test_what_a_template_of_ones_own_may_say_is_read_alike(text: str, tmp_path: Path) -> None:
    assert verdicts(tmp_path, [text])
