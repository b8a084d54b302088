"""What has changed since an earlier plan, in the plan itself and by itself."""

from __future__ import annotations

import re

import pytest
from rendered_plans import plan_of, small, tokened

from schemas.plan import Plan
from wizard.render.asked import Asked
from wizard.render.changes import differences
from wizard.render.documents import CHANGES, PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX, HTML, MARKDOWN, PROSE
from wizard.render.markdown import to_markdown
from wizard.render.rendering import preview, render
from wizard.render.trouble import Blocked

HEADING = "Ændringer siden sidst"


def section(plan: Plan, earlier: Plan, edition: Edition = Edition.PUBLIC) -> str:
    """Give the plan's section on changes, as it is published in Markdown."""
    printed = preview(plan, PLAN, edition, Asked(earlier=earlier))
    return re.split(r"(?m)^## ", printed.partition(f"## {HEADING}\n")[2])[0]


def test_the_section_stands_where_an_earlier_plan_is_given_and_nowhere_else() -> None:
    assert HEADING not in to_markdown(small(), PLAN, Edition.PUBLIC)
    assert section(plan_of(strategy={"vision": "En anden vision"}), small())


def test_changes_are_said_part_by_part_in_words() -> None:
    new = plan_of(
        strategy={"vision": "Ingen står alene, og **alle** ved det."}, concerns={"entry_citizen": "c-00000001"}
    )
    said = section(new, small())
    assert said.index("### Strategi og vision") < said.index("### Arbejdsgange")
    assert "- **Vision**: ændret fra »Ingen står alene.« til »Ingen står alene, og alle ved det.«" in said
    assert "ændret fra »Tovholder« til »Chef«" in said
    assert "Den tidligere plan blev vedtaget af Byrådet den 25. august 2026." in said


def test_words_that_changed_in_a_long_text_are_strong() -> None:
    before = "Du kan ringe til kommunen uden at sige dit navn, og vi skriver ikke dit nummer ned nogen steder."
    old, new = (plan_of(concerns={"anonymity": text}) for text in (before, before.replace("ringe til", "skrive til")))
    assert "»Du kan **ringe** til kommunen uden at sige …« Nu: »Du kan **skrive** til kommunen" in section(new, old)


def test_a_plan_without_changes_says_so() -> None:
    assert "Der er ingen ændringer" in section(small(), small())


@pytest.mark.parametrize("format", PROSE, ids=lambda one: one.name)
def test_nothing_internal_stands_in_the_public_section(format) -> None:
    from test_editions import text_of

    plan, tokens = tokened()
    for old, new in ((Plan(), plan), (plan, Plan())):
        text = text_of(render(new, PLAN, format, Edition.PUBLIC, Asked(earlier=old)), format)
        assert {token: place for token, place in tokens.internal.items() if token in text} == {}


def test_the_workshop_and_what_passed_by_stay_out_of_the_public_section() -> None:
    new = plan_of(workshop={"before": {"strategy": {"answer": "yes"}}}, organisation={"deputy": None})
    assert differences(new, small(), Edition.PUBLIC) == ()
    assert [one.path for one in differences(new, small(), Edition.INTERNAL)] == ["organisation.deputy"]


def test_a_record_that_is_not_public_is_not_even_counted() -> None:
    new = plan_of(front={"attachments": [{"id": "a-00000001", "title": "Vagtplan", "public": False}]})
    assert differences(new, small(), Edition.PUBLIC) == ()
    assert len(differences(new, small(), Edition.INTERNAL)) == 1


def test_small_numbers_are_not_told_through_a_change() -> None:
    old, new = (
        plan_of(understanding={"figures": [{"id": "f-00000001", "year": 2025, "concerns": number}]})
        for number in (12, 3)
    )
    assert differences(new, old, Edition.PUBLIC) == ()
    assert differences(old, new, Edition.PUBLIC) == ()


def test_what_looks_like_a_cpr_number_in_the_earlier_plan_stops_the_public_edition() -> None:
    old = plan_of(strategy={"vision": "Sagen om 010190-1234"})
    with pytest.raises(Blocked):
        render(small(), PLAN, HTML, Edition.PUBLIC, Asked(earlier=old))
    assert render(small(), PLAN, HTML, Edition.INTERNAL, Asked(earlier=old))


def test_no_answer_of_either_plan_adds_a_heading_or_a_point() -> None:
    nasty = "# Overskrift\n\n- punkt\n\n| celle | `kode` <b>fed</b> ![x](y)"
    for old, new in ((plan_of(strategy={"vision": nasty}), small()), (small(), plan_of(strategy={"vision": nasty}))):
        said = section(new, old)
        assert len(re.findall(r"(?m)^#", said)) == 1
        assert len(re.findall(r"(?m)^- ", said)) == 1
        assert "<b>" not in said
        assert "![" not in said.replace("\\!", "")


@pytest.mark.parametrize("format", [MARKDOWN, HTML, DOCX], ids=lambda format: format.name)
def test_the_changes_alone_are_a_document_of_their_own(format) -> None:
    new = plan_of(strategy={"vision": "En anden vision"})
    assert len(render(new, CHANGES, format, Edition.PUBLIC, Asked(earlier=small()))) > 200


def test_the_section_speaks_the_plans_language() -> None:
    new = plan_of(front={"language": "en"}, strategy={"vision": "Nobody stands alone"})
    printed = preview(new, PLAN, Edition.PUBLIC, Asked(earlier=small()))
    assert "## Changes since last time" in printed
    assert "changed from “Ingen står alene.” to “Nobody stands alone”" in printed
