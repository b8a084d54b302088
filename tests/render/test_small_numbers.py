"""Figures so small that somebody could be told from them are hidden from everyone but those who work on the plan."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rendered_plans import plan_of

from schemas.plan import Plan
from schemas.small import PARTS, hidden
from schemas.understanding import Figures
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import HTML
from wizard.render.markdown import to_markdown
from wizard.render.rendering import render
from wizard.render.visible import omitted, visible

YEAR = {"id": "f-00000001", "year": 2025, "concerns": 22, "opened": 18, "closed": 14, "unfounded": 4, "source": "Tal"}
numbers = st.none() | st.integers(0, 40)


def with_figures(**changes: int | None) -> Plan:
    return plan_of(understanding={"figures": [{**YEAR, **changes}]})


def row(plan: Plan, edition: Edition) -> str:
    (line,) = re.findall(r"(?m)^\| 2025 .*$", to_markdown(plan, PLAN, edition))
    return line


def test_a_small_number_is_hidden_in_public_and_so_is_what_would_give_it_away() -> None:
    assert row(with_figures(), Edition.PUBLIC) == "| 2025 | 22 | skjult | skjult | under 5 | Tal |"
    assert row(with_figures(), Edition.INTERNAL) == "| 2025 | 22 | 18 | 14 | 4 | Tal |"


def test_the_document_says_why_only_where_something_is_hidden() -> None:
    why = "Tal fra 1 til 4 er skrevet som »under 5«"
    assert why in to_markdown(with_figures(), PLAN, Edition.PUBLIC)
    assert why not in to_markdown(with_figures(), PLAN, Edition.INTERNAL)
    assert why not in to_markdown(with_figures(unfounded=6), PLAN, Edition.PUBLIC)


def test_a_zero_and_a_five_are_shown() -> None:
    plan = with_figures(concerns=10, opened=5, closed=5, unfounded=0)
    assert row(plan, Edition.PUBLIC) == "| 2025 | 10 | 5 | 5 | 0 | Tal |"


def test_a_number_nobody_gave_is_a_dash_and_not_a_secret() -> None:
    assert row(with_figures(opened=None, closed=None), Edition.PUBLIC) == "| 2025 | 22 | under 5 | Tal |"


def test_a_column_in_which_all_is_hidden_is_printed_all_the_same() -> None:
    assert row(with_figures(concerns=3, opened=2, closed=1, unfounded=1), Edition.PUBLIC).count("under 5") == 4


def test_what_is_hidden_is_listed_among_what_was_left_out() -> None:
    left = [path.rpartition(".")[2] for path in omitted(with_figures(), Edition.PUBLIC) if "figures" in path]
    assert left == ["opened", "closed", "unfounded"]


def test_a_hidden_number_never_reaches_the_page() -> None:
    plan = with_figures(concerns=987, opened=983, closed=None, unfounded=4)
    assert "983" in render(plan, PLAN, HTML, Edition.INTERNAL).decode()
    assert "983" not in render(plan, PLAN, HTML, Edition.PUBLIC).decode()


@given(concerns=numbers, opened=numbers, closed=numbers, unfounded=numbers)
def test_no_small_part_can_be_worked_out_from_the_sum_and_the_parts_that_are_left(**given_numbers: int | None) -> None:
    row = Figures(**given_numbers)
    away = hidden(row)
    shown = {name: number for name in ("concerns", *PARTS) if name not in away and (number := getattr(row, name))}
    assert all(number >= 5 for number in shown.values())
    small = [name for name in PARTS if away.get(name) == "small"]
    assert not (small and "concerns" in shown and shown.keys() & set(PARTS))


@pytest.mark.parametrize("edition", Edition)
def test_the_internal_plan_is_left_as_it_is(edition: Edition) -> None:
    plan = with_figures()
    shown = visible(plan, edition).understanding.figures[0]
    assert (shown.unfounded is None) == (edition is Edition.PUBLIC)
    assert plan.understanding.figures[0].unfounded == 4
