"""Every question has its words, in both languages, and the words keep the tone and the size of the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from string import Formatter
from typing import Any

import pytest

from schemas import choices
from schemas.fields import Marks, Model, marks, walk_marks
from schemas.language import LANGUAGES, read_tables, words
from schemas.laws import LAWS, current
from schemas.outline import COMPONENTS
from schemas.paths import mark_at
from schemas.plan import Plan, Unanswered
from schemas.specs import FieldSpec, specs
from schemas.starter import starter

QUESTION, LABEL, NARROW, EXAMPLE, SENTENCES, CELLS = 110, 30, 18, 200, 3, 20
TABLES = {language: read_tables(language) for language in LANGUAGES}
FILES = sorted(set(TABLES["da"]) | set(TABLES["en"]))
OWN = ("fields", "choices", "starter", "parts", "laws", "cards")
EXTRA = ("contacts", "readiness", "after", "review", "publish")
PLACES = dict(walk_marks(Plan))
ENUMS = [*(kind for kind in vars(choices).values() if isinstance(kind, type) and kind is not StrEnum), Unanswered]


def leaves(tree: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every sentence below a table with its key."""
    if isinstance(tree, str):
        yield key, tree
    else:
        for name, below in tree.items():
            yield from leaves(below, f"{key}/{name}" if key else name)


def questions(language: str) -> Iterator[FieldSpec]:
    """Yield every question of the plan, the parts themselves included."""
    pending = list(specs(Plan, words(language)))
    while pending:
        yield (spec := pending.pop(0))
        pending.extend(spec.fields)


def said(language: str, *files: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences of the files that belong to the plan itself."""
    for name in files or OWN:
        yield from leaves(TABLES[language][name], name)


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_has_a_label_and_a_question_of_its_own(language: str) -> None:
    fields = TABLES[language]["fields"]
    for place, mark in PLACES.items():
        entry = fields.get(f"{mark.model.__name__}.{mark.name}", {})
        assert {"label", "question"} <= entry.keys(), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_that_is_answered_has_help_and_an_example(language: str) -> None:
    for spec in questions(language):
        if spec.kind != "group":
            assert spec.help, spec.place
            assert spec.example, spec.place


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_belong_to_a_field_that_is_gone(language: str) -> None:
    known = {f"{mark.model.__name__}.{mark.name}" for mark in PLACES.values()}
    for key in TABLES[language]["fields"]:
        place, _, field = key.rpartition("/")
        assert field in known, key
        if place:
            model, name = field.split(".")
            assert PLACES[f"{place}.{name}"].model.__name__ == model, key


@pytest.mark.parametrize("name", FILES)
def test_both_languages_say_the_same_things(name: str) -> None:
    danish, english = (dict(leaves(TABLES[language].get(name, {}))) for language in LANGUAGES)
    assert danish.keys() ^ english.keys() == set()
    for key, sentence in danish.items():
        assert sentence.strip(), key
        assert english[key].strip(), key
        assert placeholders(sentence) == placeholders(english[key]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_a_label(language: str) -> None:
    tables = TABLES[language]["choices"]
    assert set(tables) == {kind.__name__ for kind in ENUMS}
    for kind in ENUMS:
        assert list(tables[kind.__name__]) == [value.value for value in kind]
        assert len(set(tables[kind.__name__].values())) == len(kind), "two choices look the same"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_starter_plan_and_the_steps_of_the_wizard_are_named(language: str) -> None:
    assert set(TABLES[language]["starter"]) == {*choices.Phase, "card"}
    assert [step.name for step in starter(words(language)).concerns.steps] == list(
        TABLES[language]["starter"].values()
    )[:7]
    assert {"front", *COMPONENTS, "acute", *EXTRA} == set(TABLES[language]["parts"])
    for part in TABLES[language]["parts"].values():
        assert len(part["short"]) <= NARROW, part["short"]
        assert part["title"]
        assert part["intro"].endswith(".")
        assert ". " not in part["intro"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_fit_a_projected_screen(language: str) -> None:
    for spec in questions(language):
        assert len(spec.question) <= QUESTION, spec.place
        assert spec.question.endswith("?"), spec.place
        assert len(spec.label) <= LABEL, spec.place
        assert len(spec.example) <= (spec.most or EXAMPLE), spec.place
        assert len(re.findall(r"[.?!](?:\s|$)", spec.help)) <= SENTENCES, spec.place


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_leaflet_asks_its_seven_questions(language: str) -> None:
    first = {"da": "Har din kommune ", "en": ("Does your municipality ", "Is your municipality ")}[language]
    asked = {spec.place: spec for spec in questions(language)}
    for component in COMPONENTS:
        assert asked[f"workshop.before.{component}.answer"].question.startswith(first)
    note = words(language).field("Standing", "note", "workshop.before.strategy")
    assert all(note[answer.value].endswith("?") for answer in choices.Answer)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_national_definitions_can_be_proposed(language: str) -> None:
    proposed = {spec.place for spec in questions(language) if spec.proposal}
    assert proposed == {"understanding.extremism", "understanding.radicalisation"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_describe_acts_and_never_a_group_of_people(language: str) -> None:
    groups = re.compile(
        r"muslim|moské|mosque|imam|tørklæd|scarf|skæg|beard|jøde|jew|krist|christ|flygtning|refugee", re.I
    )
    for key, sentence in said(language):
        assert not groups.search(sentence), key


def test_danish_words_are_danish() -> None:
    english = re.compile(r"\b(the|and|with|this|your|schema|spec|RACI|T[123]|workflow|stakeholder|deadline)\b")
    for key, sentence in said("da"):
        assert not english.search(sentence), (key, sentence)


def test_english_words_are_english() -> None:
    danish = re.compile(r"\b(og|ikke|eller|hvad|hvem|skal|kommunen)\b|[æøå]", re.IGNORECASE)
    for key, sentence in said("en"):
        assert not danish.search(sentence), (key, sentence)


def test_no_invented_number_is_a_real_one() -> None:
    for language in LANGUAGES:
        for key, sentence in said(language):
            for number in re.findall(r"\b\d\d \d\d \d\d \d\d\b", sentence):
                assert number.startswith("12 34 5"), (key, number)


def test_every_reference_points_to_a_list_of_the_plan() -> None:
    for place, mark in PLACES.items():
        if mark.kind in ("reference", "references"):
            assert mark.ask.to is not None, place
            assert mark_at(mark.ask.to).kind == "records", place


def test_every_law_that_a_question_names_has_a_row_and_words() -> None:
    used = {key for mark in PLACES.values() for key in mark.ask.law}
    assert used <= {row.id for row in LAWS}
    for language in LANGUAGES:
        say = words(language)
        for row in LAWS:
            assert all(say.has(f"laws.{row.id}.{part}") for part in ("topic", "provision", "text", "silent")), row.id
            assert say.has(f"laws.kind.{row.kind}")


def test_every_law_row_is_dated_and_says_where_to_look_it_up() -> None:
    for row in LAWS:
        assert row.source.startswith("https://")
        assert row.in_force is None or row.in_force <= row.checked_on
        assert row.text_of is None or row.text_of <= row.checked_on
        assert current(row.id).superseded_by is None
    assert len({row.id for row in LAWS}) == len(LAWS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_words_promise_nothing(language: str) -> None:
    assert "retsinformation.dk" in words(language)("laws.look_up")
    promise = re.compile(
        r"(opfylder|overholder) (loven|barnets lov)|(meets|fulfils|complies with) the law", re.IGNORECASE
    )
    for key, sentence in said(language, "fields", "parts", "choices"):
        assert not promise.search(sentence), key


def cells(model: type[Model]) -> int:
    """Count what the short way asks the room below a model."""
    return sum(_cells(mark) for mark in marks(model) if mark.ask.depth == "core" and not mark.ask.given)


def _cells(mark: Marks) -> int:
    if mark.item is None:
        return 1
    return cells(mark.item) * (mark.ask.rows if mark.kind == "records" else 1)


@pytest.mark.parametrize("component", [*COMPONENTS, "acute"])
def test_no_component_asks_the_room_for_more_than_twenty_answers(component: str) -> None:
    item = PLACES[component].item
    assert item is not None
    assert 0 < cells(item) <= CELLS


def test_no_field_is_for_a_citizen() -> None:
    person = re.compile(r"citizen|person|cpr|birth|surname|first_name|victim|suspect")
    for place, mark in PLACES.items():
        assert mark.kind not in ("line", "text", "lines") or not person.search(mark.name), place
