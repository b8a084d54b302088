"""Comments, order and manner of writing of a hand-edited file stay when the wizard saves it."""

import re
from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made_plans import plans

from schemas.plan import Plan
from schemas.strategy import Goal
from wizard.files.comments import comments, with_comments
from wizard.files.dump import MODELINE, dump_plan
from wizard.files.merge import merge_comments
from wizard.files.plan_file import parse_plan
from wizard.files.trouble import BrokenFile

BY_HAND = """\
# Planen for Testkøbing, rettes af Anna

front:
  title: 'Min "plan"'   # arbejdstitel

  municipality: 0112
strategy:
  vision: |   # fra byrådet
    Første linje # ikke en kommentar
    Anden linje
  goals:
  # de vigtigste først
  - text: Et mål   # det første
    due: 1/6 2026
  # mellem målene
  - text: Et mål mere
understanding:
  forms: [right_wing, mixed]   # de to former
# slut
""".encode()


def _with_goals(plan: Plan, *goals: Goal) -> Plan:
    return plan.model_copy(update={"strategy": plan.strategy.model_copy(update={"goals": goals})})


def test_saving_an_edited_title_leaves_the_rest_of_the_file_as_it_was():
    plan = parse_plan(BY_HAND)
    edited = plan.model_copy(update={"front": plan.front.model_copy(update={"title": "Ny titel"})})
    written = dump_plan(edited, previous=BY_HAND).decode()
    for line in BY_HAND.decode().splitlines():
        if "title" not in line:
            assert line.removeprefix("  - ") in written
    assert "Ny titel" in written
    assert "# arbejdstitel" in written
    assert written.index("front:") < written.index("strategy:") < written.index("understanding:")
    assert parse_plan(written.encode()) == edited


def test_saving_twice_changes_nothing_more():
    plan = parse_plan(BY_HAND)
    once = with_comments(BY_HAND, plan, merge_comments)
    assert with_comments(once, plan, merge_comments) == once


def test_a_moved_record_takes_its_comment_along():
    plan = parse_plan(BY_HAND)
    first, second = plan.strategy.goals
    moved = _with_goals(plan, second, Goal(id="g-00000000", text="Nyt: mål"), first)
    written = with_comments(BY_HAND, moved, merge_comments)
    assert parse_plan(written) == moved
    assert re.search(r"Et mål +# det første", written.decode())
    assert comments(written) != []
    assert Counter(comments(written)) == Counter(comments(BY_HAND))


def test_the_comments_of_what_was_removed_are_put_at_the_top():
    written = with_comments(BY_HAND, _with_goals(parse_plan(BY_HAND)), merge_comments)
    assert Counter(comments(written)) == Counter(comments(BY_HAND))
    assert "# det første" in written.decode().splitlines()[:5]


def test_where_merging_fails_every_comment_stands_above_the_plan():
    def fails(previous: bytes, plan: Plan) -> bytes:
        raise ValueError

    plan = parse_plan(BY_HAND)
    written = with_comments(BY_HAND, plan, fails)
    assert parse_plan(written) == plan
    assert written.decode().splitlines()[: 1 + len(comments(BY_HAND))] == [MODELINE, *comments(BY_HAND)]


def test_a_merge_that_alters_the_plan_is_not_used():
    plan = parse_plan(BY_HAND)
    assert parse_plan(with_comments(BY_HAND, plan, lambda previous, plan: previous.replace(b"Et", b"To"))) == plan


def test_a_file_of_comments_alone_keeps_them():
    assert b"# kun en note\n" in dump_plan(Plan(), previous=b"# kun en note\n")


def test_a_file_without_comments_is_written_plainly():
    assert dump_plan(Plan(), previous=b"strategy: {vision: 'a # b'}\n") == dump_plan(Plan())


def test_the_way_to_a_schema_elsewhere_is_kept():
    own = b"# yaml-language-server: $schema=../faelles.json\nfront:\n  title: a\n"
    assert dump_plan(Plan(), previous=own).startswith(b"# yaml-language-server: $schema=../faelles.json\n")


def _reads_as(data: bytes, plan: Plan) -> bool:
    """Tell whether a file is the plan; a note that stands inside a text makes another one of it, or none."""
    try:
        return parse_plan(data) == plan
    except BrokenFile:
        return False


@settings(max_examples=25, deadline=None)
@given(plans, plans, st.data())
def test_no_change_of_the_plan_loses_a_comment(before, after, data):
    lines = dump_plan(before).decode().splitlines()
    places = [index for index, line in enumerate(lines) if re.match(r" *[a-z_]+:", line)]
    for number, place in enumerate(sorted(data.draw(st.sets(st.sampled_from(places), max_size=6)), reverse=True)):
        lines.insert(place, f"# note {number}")
    previous = "\n".join(lines).encode() + b"\n"
    kept = comments(previous)
    assume(_reads_as(previous, before))
    written = with_comments(previous, after, merge_comments)
    assert parse_plan(written) == after
    assert not Counter(kept) - Counter(comments(written))
