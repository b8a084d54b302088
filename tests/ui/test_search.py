"""Searching finds what was written, as a person would look for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.choices import Status
from schemas.front import Front
from schemas.language import words
from schemas.plan import Plan
from schemas.strategy import Goal, Strategy
from schemas.understanding import Understanding
from wizard.ui.search import find, fold

DANISH = words("da")
PLAN = Plan(
    front=Front(municipality="Aabenraa Kommune", status=Status.HEARING),
    understanding=Understanding(
        local_picture="Vi ser få sager. " * 30 + "Børn og unge i Ærøskøbing " + "er trygge. " * 30
    ),
    strategy=Strategy(goals=(Goal(id="g-00000001", text="Første mål"), Goal(id="g-00000002", text="Andet mål"))),
)


def hits(query: str) -> list[str]:
    return [hit.path for hit in find(PLAN, query, DANISH)]


@pytest.mark.parametrize("query", ["børn", "BØRN", "boern", "ærøskøbing", "aeroe", "unge børn"])
def test_a_word_is_found_whatever_its_case_and_spelling(query: str) -> None:
    assert hits(query) == ["understanding.local_picture"]


def test_an_old_double_a_and_a_new_å_find_each_other() -> None:
    assert hits("åbenrå") == ["front.municipality"]


def test_a_choice_is_found_by_what_people_read() -> None:
    assert "front.status" in hits("i høring")


def test_a_question_without_an_answer_is_found_by_its_label() -> None:
    assert "strategy.vision" in hits("vision")


def test_a_word_itself_stands_before_words_that_hold_it() -> None:
    found = hits("vision")
    assert found[0] == "strategy.vision"
    assert found[-1] == "front.next_revision"


def test_a_label_comes_before_an_answer_and_the_beginning_of_a_word_before_its_middle() -> None:
    plan = Plan(strategy=Strategy(vision="Et mål er at nå alle", follow_up_when="Vi bruger formål"))
    found = [hit.path for hit in find(plan, "mål", DANISH)]
    assert "strategy.vision" in found
    assert found.index("strategy.vision") < found.index("strategy.follow_up_when")
    assert DANISH.field("Front", "title")["label"].startswith("Titel")
    assert find(Plan(strategy=Strategy(vision="Titel")), "titel", DANISH)[0].path == "front.title"


def test_nothing_is_found_for_nothing() -> None:
    assert hits("  ") == []
    assert hits("findes slet ikke") == []


def test_a_record_is_named_by_its_own_words() -> None:
    (hit,) = find(PLAN, "andet", DANISH)
    assert hit.path == "strategy.goals[g-00000002].text"
    assert "Andet mål" in hit.label
    assert hit.part == "Strategi og vision"


def test_the_snippet_shows_the_word_on_one_short_line() -> None:
    (hit,) = find(PLAN, "aeroeskoebing", DANISH)
    assert hit.snippet[hit.start : hit.end] == "Ærøskøbing"
    assert "\n" not in hit.snippet
    assert len(hit.snippet) <= 60


@given(st.text(max_size=300), st.text(max_size=8))
def test_any_text_and_any_query_are_answered(text: str, query: str) -> None:
    plan = Plan(understanding=Understanding(lessons=text))
    for hit in find(plan, query, DANISH):
        assert 0 <= hit.start <= hit.end <= len(hit.snippet)


@given(st.text())
def test_each_folded_character_knows_where_it_came_from(text: str) -> None:
    plain, came = fold(text)
    assert len(plain) == len(came)
    assert came == sorted(came)
    assert all(position < len(text) for position in came)
