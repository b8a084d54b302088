"""A plan that comes back from a hearing as it went, also through another program, says nothing."""

from __future__ import annotations

import copy

import pytest
from docx.oxml.ns import qn
from hearing_plans import EXAMPLES, back, plan_named, word
from hypothesis import given, settings
from hypothesis import strategies as st
from rendered_plans import plan_of, tokened
from sparing import examples, sparing

from schemas.choices import Arrangement
from schemas.language import words
from schemas.plan import Plan
from wizard.files.docx.model import paragraphs
from wizard.files.docx.reading import read_docx
from wizard.files.plan_file import read_plan
from wizard.render.asked import Asked
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX
from wizard.render.hearing.points import points
from wizard.render.hearing.sent import sent
from wizard.render.markdown import to_markdown
from wizard.render.rendering import Text, printed, render

INTERNAL, PUBLIC = Edition.INTERNAL, Edition.PUBLIC


def untouched(plan: Plan, edition: Edition) -> None:
    """Hand a plan out and take it back as it is."""
    data = printed(Text(plan, PLAN, edition, to_markdown(plan, PLAN, edition)), DOCX)
    document = read_docx(data)
    blocks = sent(plan, edition)
    known = [one for one in paragraphs(blocks) if one.text.strip()]
    assert [one.text for one in known] == [one.text for one in document.paragraphs if one.text.strip()]
    assert points(plan, blocks, document, words(plan.front.language.value)) == ()


@pytest.mark.parametrize("edition", sparing([PUBLIC], [INTERNAL]))
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.plan.yaml")), ids=lambda path: path.name.split(".")[0])
def test_a_document_that_nobody_touched_says_nothing(path, edition: Edition) -> None:
    untouched(read_plan(path), edition)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_nor_does_one_in_another_arrangement(arrangement: Arrangement) -> None:
    untouched(plan_of(front={"arrangement": arrangement}), PUBLIC)


def test_nor_do_the_empty_plan_and_the_one_with_a_text_in_every_field() -> None:
    untouched(Plan(), INTERNAL)
    untouched(tokened()[0], INTERNAL)
    untouched(tokened()[0], PUBLIC)


@settings(max_examples=examples(3, 8))
@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=80), min_size=4, max_size=4))
def test_nor_does_one_with_any_texts(texts: list[str]) -> None:
    untouched(
        plan_of(
            strategy={"vision": texts[0], "purposes": [texts[1], texts[2]]},
            understanding={"signs": [{"text": texts[3]}, {"text": texts[2], "note": texts[1]}]},
            front={"title": texts[3], "scope": "\n\n".join(texts)},
        ),
        INTERNAL,
    )


# What programs do on their own


def test_runs_that_a_program_parts_as_it_likes_are_no_change() -> None:
    document = word()
    for run in list(document.doc.element.body.iter(qn("w:r"))):
        text = run.find(qn("w:t"))
        if text is None or len(text.text or "") < 4:
            continue
        other = copy.deepcopy(run)
        middle = len(text.text) // 2
        other.find(qn("w:t")).text = text.text[middle:]
        text.text = text.text[:middle]
        text.set(qn("xml:space"), "preserve")
        run.addnext(other)
    assert back(document.save(), "storby") == ()


def test_styles_marks_and_contents_that_a_program_drops_are_no_change() -> None:
    """As Google's programs leave a document: captions and contents are plain text, and there are no bookmarks."""
    document = word()
    for paragraph in list(document.paragraphs()):
        style = str(paragraph.style.name)
        if style.startswith("TOC") or style in ("Table Caption", "Compact", "Point", "First Paragraph", "Body Text"):
            paragraph.style = document.doc.styles["Normal"]
    for mark in list(document.doc.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)
    assert back(document.save(), "storby") == ()


def test_contents_with_page_numbers_and_renumbered_tables_are_no_change() -> None:
    document = word()
    for paragraph in list(document.paragraphs()):
        if str(paragraph.style.name) == "TOC 1":
            paragraph.add_run("\t7")
        if str(paragraph.style.name) == "Table Caption":
            document.write(paragraph, paragraph.text.replace("Tabel 1", "Tabel 2"))
    assert back(document.save(), "storby") == ()


def test_the_section_on_changes_since_an_earlier_plan_is_no_change() -> None:
    plan = plan_named("storby")
    earlier = plan.model_copy(update={"strategy": plan.strategy.model_copy(update={"vision": "En anden"})})
    data = render(plan, PLAN, DOCX, PUBLIC, Asked(earlier=earlier))
    assert back(data, "storby") == ()
