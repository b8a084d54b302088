"""Whatever order a plan is printed in, all it says is printed, and printed once."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from rendered_plans import plan_of, small, tokened

from schemas.choices import Arrangement
from schemas.fields import walk_marks
from schemas.language import words
from schemas.plan import Plan
from wizard.render.documents import PLAN, STAFF
from wizard.render.edition import Edition
from wizard.render.layout import CONTROL, LAYOUT
from wizard.render.markdown import to_markdown

UNPRINTED = ("front.title", "front.language", "front.arrangement")
"""What is seen in a document and not printed as an answer."""


def printed_names() -> Iterator[str]:
    """Give the place of every answer that the layout prints, such as `strategy.vision`."""
    yield from (f"front.{name}" for name in CONTROL.names)
    for part, blocks in LAYOUT.items():
        place = "front" if part == "attachments" else part
        yield from (f"{place}.{name}" for block in blocks for name in block.names)


def arranged(plan: Plan, order: Arrangement) -> Plan:
    return plan.model_copy(update={"front": plan.front.model_copy(update={"arrangement": order})})


def headings(text: str, level: int = 2) -> list[str]:
    return re.findall(rf"(?m)^{'#' * level} (.*)$", text)


def test_every_question_of_a_plan_stands_in_the_layout_once() -> None:
    places = [place for place, _ in walk_marks(Plan) if place.count(".") == 1 and not place.startswith("workshop.")]
    assert Counter([*printed_names(), *UNPRINTED]) == Counter(places)


def test_a_table_of_facts_stands_below_a_heading_that_is_its_own() -> None:
    """A table between two headed answers would be read as part of the one before it."""
    for blocks in LAYOUT.values():
        assert not any(hasattr(block, "key") and not hasattr(block, "parts") for block in blocks[1:])


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("order", Arrangement)
def test_every_order_prints_the_same_answers_as_often(order: Arrangement, edition: Edition) -> None:
    plan, tokens = tokened()
    wanted, found = (
        Counter(re.findall(r"zq\d+zq", to_markdown(one, PLAN, edition).partition("\n## Lovgrundlag")[0]))
        for one in (plan, arranged(plan, order))
    )
    assert found == wanted
    printed = {**tokens.public, **(tokens.internal if edition is Edition.INTERNAL else {})}
    many = {place for token, place in printed.items() if found[token] > 1}
    # What names something stands wherever it is named.
    named = r"(municipality|adopting_body|title|\.name|contacts\[\d\]\.\w+|forums\[\d\]\.name|parties\[\d\]\.name)$"
    assert [place for place in many if not re.search(named, place)] == []


def test_by_level_each_level_is_a_chapter_with_its_text_its_goals_and_its_measures() -> None:
    text = to_markdown(arranged(tokened()[0], Arrangement.LEVEL), PLAN, Edition.PUBLIC)
    assert [one for one in headings(text) if one[0].isdigit()][:4] == [
        "1 Opbyggende niveau",
        "2 Foregribende niveau",
        "3 Indgribende niveau",
        "4 Fælles forståelse",
    ]
    chapter = text.partition("## 1 ")[2].partition("## 2 ")[0]
    assert headings(chapter, 3) == ["Mål", "Indsatser"]
    assert "Opbyggende indsatser" in chapter
    assert text.count("Indsatser uden niveau") == 2


def test_by_level_a_goal_keeps_its_number() -> None:
    goals = [{"text": "Alle taler sammen"}, {"text": "Få får hjælp", "level": "intervening"}]
    plan = arranged(plan_of(strategy={"goals": goals}), Arrangement.LEVEL)
    chapter = to_markdown(plan, PLAN, Edition.PUBLIC).partition("## 3 ")[2].partition("## 4 ")[0]
    assert "| 2 | Få får hjælp |" in chapter


def test_by_the_guide_its_seven_headings_have_the_numbers() -> None:
    text = to_markdown(arranged(tokened()[0], Arrangement.GUIDE), PLAN, Edition.PUBLIC)
    assert [one for one in headings(text) if one[0].isdigit()] == [
        "1 Formål og vision",
        "2 Organisering",
        "3 Databehov",
        "4 Kommunal praksiserfaring",
        "5 Håndtering af bekymringer",
        "6 Interessenter",
        "7 Indsatser",
    ]
    assert {"Fælles forståelse", "Koordinering på tværs af forvaltninger"} <= set(headings(text))


def test_by_the_guide_signs_stand_with_the_concerns_and_figures_with_the_data() -> None:
    plan = plan_of(understanding={"signs": [{"text": "Taler om vold"}], "figures": [{"year": 2025, "concerns": 9}]})
    text = to_markdown(arranged(plan, Arrangement.GUIDE), PLAN, Edition.PUBLIC)
    assert "Taler om vold" in text.partition("## 5 ")[2].partition("## 6 ")[0]
    assert "| 2025 | 9 |" in text.partition("## 3 ")[2].partition("## 4 ")[0]


def test_only_what_begins_a_chapter_of_its_own_name_goes_without_a_heading() -> None:
    needs = {"local_picture": "Roligt", "data_needs": [{"question": "Hvor mange?"}]}
    text = to_markdown(arranged(plan_of(understanding=needs), Arrangement.GUIDE), PLAN, Edition.PUBLIC)
    assert headings(text.partition("## 3 ")[2].partition("## 4 ")[0], 3) == ["Lokalt udgangspunkt", "Databehov"]
    assert "### Databehov" not in to_markdown(
        arranged(plan_of(understanding={"data_needs": needs["data_needs"]}), Arrangement.GUIDE), PLAN, Edition.PUBLIC
    )


@pytest.mark.parametrize("order", Arrangement)
def test_a_page_is_the_same_in_every_order(order: Arrangement) -> None:
    assert to_markdown(arranged(small(), order), STAFF, Edition.PUBLIC) == to_markdown(small(), STAFF, Edition.PUBLIC)


def test_a_page_points_to_the_chapter_as_the_order_names_it() -> None:
    plan = plan_of(concerns={"anonymity": "Ja. " * 400})
    text = to_markdown(arranged(plan, Arrangement.GUIDE), STAFF, Edition.PUBLIC)
    assert "»Håndtering af bekymringer«" in text


@pytest.mark.parametrize("order", Arrangement)
def test_an_empty_plan_can_be_printed_in_every_order(order: Arrangement) -> None:
    for edition in Edition:
        text = to_markdown(arranged(Plan(), order), PLAN, edition)
        assert words("da")("laws.heading") in headings(text)
