"""The plan and the two pages as Markdown: chapters, tables, references, dates, both languages."""

import re
from pathlib import Path
from typing import Any

import pytest
from rendered_plans import TEXTS, editions, plan_of, small

from schemas.choices import Language, Status
from schemas.language import words
from schemas.outline import COMPONENTS
from schemas.plan import Plan
from schemas.starter import starter
from wizard.render.documents import CITIZENS, PLAN, STAFF, Document
from wizard.render.edition import Edition
from wizard.render.markdown import to_markdown
from wizard.render.rendering import preview

GOLDEN = Path(__file__).parent / "golden"


def headings(text: str, level: int = 2) -> list[str]:
    """List the headings of a level."""
    return re.findall(rf"(?m)^{'#' * level} (.*)$", text)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_seven_components_are_chapters_in_their_order(language: str) -> None:
    plan = Plan.model_validate({"front": {"language": language}})
    said = words(language)
    wanted = [f"{number} {said(f'parts.{name}.title')}" for number, name in enumerate(COMPONENTS, 1)]
    found = headings(to_markdown(plan, PLAN, Edition.PUBLIC))
    assert [heading for heading in found if heading[0].isdigit()] == wanted


@pytest.mark.parametrize("document", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("language", Language)
def test_an_empty_and_a_new_plan_can_be_printed(language: Language, document: Document) -> None:
    for plan in (Plan.model_validate({"front": {"language": language}}), starter(words(language.value))):
        for edition in editions(document):
            assert to_markdown(plan, document, edition).startswith("# ")


def test_references_are_names_and_dates_are_words() -> None:
    text = to_markdown(small(), PLAN, Edition.PUBLIC)
    assert "Vedtaget af Byrådet den 25. august 2026" in text
    assert "| 1 | Alle kender kortet | Generel forebyggelse | Tovholder |" in text
    assert "c-0000" not in text


def test_a_measure_points_to_its_goal_by_number() -> None:
    assert "| Værksted | Mål\u00a01 |" in to_markdown(small(), PLAN, Edition.PUBLIC)


def test_a_goal_nobody_wrote_is_silent_in_public() -> None:
    assert "Handling i akutte situationer" not in to_markdown(small(), PLAN, Edition.PUBLIC)


@pytest.mark.parametrize("edition", Edition)
def test_every_list_of_signs_begins_with_how_signs_are_read(edition: Edition) -> None:
    text = to_markdown(small(), PLAN, edition)
    assert text.index("Tegn skal læses sammen.") < text.index("- Taler om vold")


def test_a_card_on_danger_to_life_begins_with_112_in_both_editions() -> None:
    for edition in Edition:
        assert "AKUT – RING 112" in to_markdown(small(), PLAN, edition)
    assert "Vagten" not in to_markdown(small(), PLAN, Edition.PUBLIC)
    assert "Vagten" in to_markdown(small(), PLAN, Edition.INTERNAL)


def test_the_law_table_says_when_it_was_checked() -> None:
    text = to_markdown(small(), PLAN, Edition.PUBLIC)
    assert "Barnets lov § 15" in text
    assert re.search(r"Kontrolleret \d\d\.\d\d\.\d{4}", text)
    assert words("da")("laws.advice") in text


@pytest.mark.parametrize("status", Status)
def test_the_wording_of_the_law_is_to_be_looked_up_until_the_plan_is_adopted(status: Status) -> None:
    text = to_markdown(plan_of(front={"status": status}), PLAN, Edition.PUBLIC)
    assert "ikke juridisk rådgivning" in text
    assert ("Slå ordlyden op på retsinformation.dk, før planen vedtages." in text) == (status is not Status.ADOPTED)


@pytest.mark.parametrize("answer", [{}, {"impact_considered": False}])
def test_a_no_that_nobody_may_have_said_is_not_printed(answer: dict[str, bool]) -> None:
    assert "Konsekvensanalyse vurderet" not in to_markdown(plan_of(concerns=answer), PLAN, Edition.INTERNAL)
    assert "| Konsekvensanalyse vurderet | Ja |" in internal({"impact_considered": True})


def test_a_yes_or_no_that_was_passed_by_says_why() -> None:
    reasons = {"concerns.impact_considered": {"state": "skipped", "reason": "Juristen svarer i maj"}}
    assert "Juristen svarer i maj" in internal({}, reasons=reasons)


def internal(concerns: dict[str, bool], **changes: Any) -> str:
    """Print the internal edition of a plan with some of the answers to a concern."""
    return to_markdown(plan_of(concerns=concerns, **changes), PLAN, Edition.INTERNAL)


def test_a_dangling_reference_is_passed_in_silence() -> None:
    plan = plan_of(organisation={"police": "c-zzzzzzz9"})
    assert "zzzzzzz9" not in to_markdown(plan, PLAN, Edition.PUBLIC)


@pytest.mark.parametrize(("document", "name"), [(CITIZENS, "concern-citizens"), (STAFF, "concern-staff")])
def test_the_pages_read_as_they_were_approved(document, name: str) -> None:
    """A golden file: read the difference, and write the file anew where it is meant."""
    assert preview(small(), document, Edition.PUBLIC) == (GOLDEN / f"{name}.md").read_text(encoding="utf-8")


def test_a_page_names_no_number_that_is_not_public() -> None:
    text = to_markdown(small(), STAFF, Edition.INTERNAL)
    assert "**Chef**" in text
    assert "70" not in text
    assert "interne udgave" in text


def test_an_answer_too_long_for_one_sheet_points_to_the_plan() -> None:
    plan = plan_of(concerns={"anonymity": "Ja. " * 400})
    assert "Det står i planens kapitel" in to_markdown(plan, CITIZENS, Edition.PUBLIC)


def test_a_chapter_nobody_wrote_says_so_in_public() -> None:
    text = to_markdown(Plan(), PLAN, Edition.PUBLIC)
    assert text.count("Kapitlet er ikke skrevet endnu.") == len(COMPONENTS)
    assert "ikke skrevet endnu" not in to_markdown(Plan(), PLAN, Edition.INTERNAL)


def test_no_table_is_a_head_alone() -> None:
    for plan in (Plan(), starter(words("da")), plan_of(acute={"cards": [{"title": "Trussel", "urgency": None}]})):
        for edition in Edition:
            lines = [line for line in to_markdown(plan, PLAN, edition).splitlines() if line]
            heads = [number for number, line in enumerate(lines) if line.startswith("|--")]
            assert all(lines[number + 1].startswith("| ") for number in heads)


def test_measures_without_a_level_stand_under_a_heading_that_says_so() -> None:
    text = to_markdown(plan_of(measures={"measures": [{"name": "Værksted"}]}), PLAN, Edition.PUBLIC)
    assert "### Indsatser uden niveau" in text


def test_what_a_table_holds_is_said_before_it_in_the_published_markdown() -> None:
    assert re.search(r"\*\*Tabel \d+\. Organiseringen i overblik\*\*\n\n\|", preview(small(), PLAN, Edition.PUBLIC))
