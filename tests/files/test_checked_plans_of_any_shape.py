"""Whatever a plan holds, it can be checked and traced, and everything said of it leads to a field."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from made_plans import plans
from sparing import examples

from schemas.checks import check, sentence
from schemas.checks.benefits import benefits
from schemas.checks.demands import Met
from schemas.checks.matrix import matrix
from schemas.language import words
from schemas.paths import exists, mark_at
from schemas.plan import Plan


@settings(max_examples=examples(15, 30))
@given(plans, st.dates())
def test_any_plan_can_be_checked_on_any_day(plan: Plan, today: date) -> None:
    for finding in check(plan, today):
        assert exists(plan, finding.path)
        assert sentence(finding, plan, words("da"))


@settings(max_examples=examples(15, 30))
@given(plans, st.dates())
def test_any_plan_can_be_traced_on_any_day(plan: Plan, today: date) -> None:
    for one in (*matrix(plan, today), *benefits(plan, today)):
        assert (one.standing in (Met.MET, Met.NONE)) == (not one.missing)
        for path in (*one.found, *one.missing):
            assert exists(plan, path)
            assert mark_at(path)
