"""The JSON Schema describes what the program reads and writes, in both languages."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from schemas.front import Front
from schemas.json_schema import json_schema
from schemas.language import LANGUAGES, words
from schemas.organisation import Contact, Organisation
from schemas.plan import Plan
from schemas.starter import starter
from wizard.files.dump import tree
from wizard.files.plan_file import read_plan

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.plan.yaml"))


def _faults(data: object, language: str = "da") -> list[str]:
    return [error.message for error in Draft202012Validator(json_schema(words(language))).iter_errors(data)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_schema(language):
    Draft202012Validator.check_schema(json_schema(words(language)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_fits(path):
    assert _faults(tree(read_plan(path))) == []


def test_a_new_plan_fits():
    assert _faults(tree(starter(words("da")))) == []


def test_it_asks_the_questions_of_the_wizard():
    goal = json_schema(words("da"))["properties"]["strategy"]["properties"]["goals"]["items"]["properties"]["text"]
    said = words("da").field("Goal", "text")
    assert goal["title"] == said["label"]
    assert said["question"] in goal["description"]


def test_a_choice_has_its_label():
    kind = json_schema(words("en"))["properties"]["front"]["properties"]["kind"]
    assert {"const": "action_plan", "title": words("en").choice("DocumentKind", "action_plan")} in kind["oneOf"]


@pytest.mark.parametrize(
    "data",
    [
        {"titel": "x"},
        {"front": {"titel": "x"}},
        {"front": {"kind": "something"}},
        {"schema_version": 99},
        {"organisation": {"contacts": [{"public": "ja"}]}},
        {"strategy": {"follow_up_by": "Anna"}},
        {"understanding": {"forms": "mixed"}},
        {"reasons": {"strategy.vision": {"state": "maybe"}}},
    ],
)
def test_what_the_reader_refuses_does_not_fit(data):
    assert _faults(data)


def test_what_the_reader_takes_fits():
    number = {"organisation": {"contacts": [{"phone": 45678910}]}, "front": {"title": None}, "strategy": None}
    assert _faults(number) == []
    assert _faults({"saved": {"plan": "p", "seq": 3, "at": "2026-06-01T12:00:00Z"}}) == []


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=20), st.dates(), st.booleans())
def test_what_the_program_writes_fits(text, day, public):
    contact = Contact(id="c-12345678", role=text, checked_on=day, public=public)
    plan = Plan(front=Front(title=text, valid_from=day), organisation=Organisation(contacts=(contact,)))
    assert _faults(tree(plan)) == []
