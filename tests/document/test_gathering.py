"""Laws of groups' work: it comes home whatever others did meanwhile, in any order, and twice is as good as once."""

import os
import re
from itertools import permutations

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sparing import examples
from wishing_well import BASE, after

from schemas.outline import PARTS
from schemas.paths import exists, get
from schemas.plan import Plan, Saved
from wizard.document.change import applied, fits
from wizard.document.difference import difference
from wizard.document.edits import Add, Set, touched
from wizard.document.gathering import Gathered, gathered
from wizard.document.groups import group_plan, started_from
from wizard.document.reach import REACHABLE

RUNS = int(os.environ.get("PLANBYGGER_SEEDS", "0")) or examples(20, 40)
ALL = tuple(name for name in REACHABLE if name != "contacts")
CHOICES = st.sampled_from([ALL, ("measures",), ("organisation", "measures"), ("contacts", "strategy"), ("front",)])


def kept_to(group: Plan) -> Plan:
    """Give a group's plan as the wizard lets it become: outside its parts records may come, and what is caught."""
    assert group.group is not None
    start, free = group.group.start, {*group.group.parts, "workshop"}
    parts = {name: getattr(start, name) for name in PARTS if name not in free}
    kept = group.model_copy(update=parts)
    if "organisation" not in free:
        before = {item.id for item in start.organisation.contacts}
        now = group.organisation.contacts
        if "contacts" not in free:
            now = (*start.organisation.contacts, *(item for item in now if item.id not in before))
        organisation = start.organisation.model_copy(update={"contacts": now})
        kept = kept.model_copy(update={"organisation": organisation})
    return kept


@st.composite
def apart(draw: st.DrawFn, most: int = 3) -> tuple[Plan, list[Plan]]:
    """Give a plan that went on meanwhile, and what its groups made of their parts."""
    plan = draw(after(BASE, 2)).model_copy(update={"saved": Saved(plan="a", seq=3)})
    groups = [kept_to(draw(after(group_plan(plan, draw(CHOICES), 3)))) for _ in range(draw(st.integers(1, most)))]
    return draw(after(plan)), groups


def one_by_one(plan: Plan, groups: list[Plan]) -> Plan:
    """Take groups in, each by a merge of its own."""
    for group in groups:
        result = gathered(plan, [group])
        assume(not result.disagreements)
        plan = result.plan
    return plan


@settings(max_examples=RUNS, deadline=None)
@given(apart())
def test_a_group_that_did_nothing_brings_nothing(work: tuple[Plan, list[Plan]]) -> None:
    plan, groups = work
    idle = [started_from(group).model_copy(update={"group": group.group}) for group in groups]
    assert gathered(plan, idle) == Gathered(plan, (), ())


@settings(max_examples=RUNS, deadline=None)
@given(apart())
def test_the_order_of_the_groups_does_not_matter(work: tuple[Plan, list[Plan]]) -> None:
    plan, groups = work
    results = [gathered(plan, list(order)) for order in permutations(groups)]
    assert all(result.plan == results[0].plan for result in results)
    # A record that only one has carried into another list stands at two places: which is named does not matter.
    places = [{re.sub(r".*\[(.{10})\]$", r"\1", one.path) for one in result.disagreements} for result in results]
    assert all(found == places[0] for found in places)


@settings(max_examples=RUNS, deadline=None)
@given(apart())
def test_groups_may_come_home_together_or_one_by_one(work: tuple[Plan, list[Plan]]) -> None:
    plan, groups = work
    together = gathered(plan, groups)
    assume(not together.disagreements)
    for order in permutations(groups):
        assert one_by_one(plan, list(order)) == together.plan


@settings(max_examples=RUNS, deadline=None)
@given(apart())
def test_what_is_done_to_the_plan_fits_and_merging_again_changes_nothing(work: tuple[Plan, list[Plan]]) -> None:
    plan, groups = work
    for choice in ("ours", "theirs"):
        result = gathered(plan, groups, choice=choice)
        assert fits(plan, result.edits)
        assert applied(plan, result.edits) == result.plan
        if not result.disagreements:
            assert gathered(result.plan, groups) == Gathered(result.plan, (), ())


@settings(max_examples=RUNS, deadline=None)
@given(apart(1), st.data())
def test_a_group_that_goes_on_brings_only_what_it_has_done_since(
    work: tuple[Plan, list[Plan]], data: st.DataObject
) -> None:
    plan, (group,) = work
    first = gathered(plan, [group])
    assume(not first.disagreements)
    later, further = data.draw(after(first.plan, 3)), kept_to(data.draw(after(group, 3)))
    since = {touched(edit) for edit in difference(group, further)}
    again = gathered(later, [further], first.edits)
    at_home = {touched(edit) for edit in first.edits} - since
    for edit in again.edits:
        single = isinstance(edit, Add) or (isinstance(edit, Set) and isinstance(edit.value, str))
        assert not (single and touched(edit) in at_home)


@settings(max_examples=RUNS, deadline=None)
@given(apart())
def test_where_they_disagree_the_plan_stands_or_the_last_group_has_its_will(work: tuple[Plan, list[Plan]]) -> None:
    plan, groups = work
    kept, taken = gathered(plan, groups), gathered(plan, groups, choice="theirs")
    for one in kept.disagreements:
        if exists(plan, one.path) and not one.path.endswith("]") and not isinstance(one.plan, list):
            assert get(kept.plan, one.path) == get(plan, one.path)
    assert not gathered(taken.plan, groups[-1:]).disagreements
