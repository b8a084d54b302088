"""What is written is read back as it was, whatever was typed."""

from hypothesis import given, settings
from made_plans import HARD, plans, texts

from schemas.front import Front
from schemas.plan import Plan
from schemas.understanding import Understanding
from wizard.files.dump import dump_plan
from wizard.files.plan_file import parse_plan


@settings(max_examples=150, deadline=None)
@given(plans)
def test_a_plan_written_as_yaml_is_read_back_equal(plan):
    assert parse_plan(dump_plan(plan)) == plan


@settings(max_examples=50, deadline=None)
@given(plans)
def test_a_plan_written_as_json_is_read_back_equal(plan):
    assert parse_plan(dump_plan(plan, "json"), "a.json") == plan


@settings(max_examples=500, deadline=None)
@given(texts())
def test_any_text_survives_the_file(text):
    plan = Plan(front=Front(title=text), understanding=Understanding(extremism=text))
    assert parse_plan(dump_plan(plan)) == plan


def test_every_hard_text_survives_the_file():
    for text in HARD:
        plan = Plan(front=Front(title=text))
        assert parse_plan(dump_plan(plan)).front.title == text
