"""What is written is read back as it was, whatever was typed."""

from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from made_plans import HARD, plans, texts
from sparing import examples

from schemas.front import Front
from schemas.ids import with_ids
from schemas.language import words
from schemas.outline import PARTS
from schemas.plan import Plan
from schemas.starter import starter
from schemas.understanding import Sign, Understanding
from wizard.files.dump import MODELINE, dump_plan
from wizard.files.plan_file import parse_plan
from wizard.files.trouble import CannotWrite


@settings(max_examples=examples(30, 60), deadline=None)
@given(plans)
def test_a_plan_written_as_yaml_is_read_back_equal(plan):
    assert parse_plan(dump_plan(plan)) == plan


@settings(max_examples=25, deadline=None)
@given(plans)
def test_a_plan_written_as_json_is_read_back_equal(plan):
    assert parse_plan(dump_plan(plan, "json"), "a.json") == plan


@settings(max_examples=examples(100, 250), deadline=None)
@given(texts())
def test_any_text_survives_the_file(text):
    plan = Plan(front=Front(title=text), understanding=Understanding(extremism=text))
    assert parse_plan(dump_plan(plan)) == plan


def test_every_hard_text_survives_the_file():
    for text in HARD:
        plan = Plan(front=Front(title=text))
        assert parse_plan(dump_plan(plan)).front.title == text


def test_a_plan_too_large_to_be_read_again_is_not_written():
    signs = tuple(Sign(text="a" * 190_000) for _ in range(30))
    with pytest.raises(CannotWrite) as raised:
        dump_plan(with_ids(Plan(understanding=Understanding(signs=signs))))
    assert "5 MB" in raised.value.sentence(words("da"))


def test_a_new_plan_is_readable_and_shows_every_part():
    lines = dump_plan(starter(words("da"), "Testkøbing")).decode().splitlines()
    assert lines[0] == MODELINE
    assert "  municipality: Testkøbing" in lines
    headings = [line.partition(":")[0] for line in lines if line[0] not in " #"]
    assert headings == ["schema_version", *PARTS]


def test_long_texts_stand_as_they_were_typed_and_quotes_only_where_a_reader_could_be_mistaken():
    front = Front(title="Plan: udkast", municipality="0112", adopting_body="Byrådet i Å", valid_from=date(2026, 6, 1))
    plan = Plan(front=front, understanding=Understanding(extremism="Første afsnit.\n\nAndet afsnit: # ikke en note\n"))
    written = dump_plan(plan).decode()
    assert '  title: "Plan: udkast"\n' in written
    assert '  municipality: "0112"\n' in written
    assert "  adopting_body: Byrådet i Å\n" in written
    assert "  valid_from: 2026-06-01\n" in written
    assert "  extremism: |\n    Første afsnit.\n\n    Andet afsnit: # ikke en note\n" in written


def test_other_readers_of_yaml_see_the_same_texts():
    for text in HARD:
        plain = yaml.safe_load(dump_plan(Plan(front=Front(title=text))))["front"].get("title", "")
        # YAML 1.1 knows dates; that is what this text is, be it in a line.
        assert (plain.isoformat() if isinstance(plain, date) else plain) == text


def test_what_no_file_can_hold_does_not_keep_a_plan_from_being_saved():
    for format, name in (("yaml", "a.yaml"), ("json", "a.json")):
        written = dump_plan(Plan(front=Front(title="a\x00b\x1b")), format)
        assert parse_plan(written, name).front.title == "a\ufffdb\ufffd"


def test_the_same_plan_gives_the_same_bytes():
    plan = starter(words("da"))
    assert dump_plan(plan) == dump_plan(parse_plan(dump_plan(plan)))
