"""Laws of merging: nobody's work is lost, it does not matter who is taken in first, and twice is as good as once."""

import os

from hypothesis import assume, given, settings
from sparing import examples
from wishing_well import ids, sides

from schemas.plan import Plan
from wizard.document.change import applied, fits
from wizard.document.merging import Merged, merged

Sides = tuple[Plan, Plan, Plan]
FEW, MORE = (int(os.environ.get("PLANBYGGER_SEEDS", "0")) or number for number in (examples(20, 40), examples(50, 100)))


@settings(max_examples=MORE, deadline=None)
@given(sides())
def test_the_edits_lead_to_the_merged_plan_and_fit(three: Sides) -> None:
    base, ours, theirs = three
    result = merged(base, ours, theirs)
    assert fits(ours, result.edits)
    assert applied(ours, result.edits) == result.plan
    assert len(set(ids(result.plan))) == len(ids(result.plan))


@settings(max_examples=MORE, deadline=None)
@given(sides())
def test_it_does_not_matter_who_is_taken_in_where_nothing_clashes(three: Sides) -> None:
    base, ours, theirs = three
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)
    assert bool(one.clashes) == bool(other.clashes)
    if not one.clashes:
        assert one.plan == other.plan


@settings(max_examples=MORE, deadline=None)
@given(sides())
def test_merging_again_changes_nothing(three: Sides) -> None:
    base, ours, theirs = three
    once = merged(base, ours, theirs)
    assert merged(base, once.plan, theirs).edits == ()
    if not once.clashes:
        assert merged(base, once.plan, theirs).clashes == ()
        assert merged(base, once.plan, ours) == Merged(once.plan, (), ())
        assert merged(base, theirs, once.plan).plan == once.plan


@settings(max_examples=FEW, deadline=None)
@given(sides(3))
def test_three_groups_give_one_plan_in_whatever_order_they_are_taken_in(four: tuple[Plan, Plan, Plan, Plan]) -> None:
    base, *groups = four
    plans = []
    for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2)):
        plan = base
        for number in order:
            result = merged(base, plan, groups[number])
            assume(not result.clashes)
            plan = result.plan
        plans.append(plan)
    assert all(plan == plans[0] for plan in plans)


@settings(max_examples=MORE, deadline=None)
@given(sides())
def test_every_choice_of_theirs_fits_and_takes_theirs(three: Sides) -> None:
    base, ours, theirs = three
    result = merged(base, ours, theirs)
    for clash in result.clashes:
        assert fits(result.plan, clash.edits)
        taken = applied(result.plan, clash.edits)
        assert clash.path not in {other.path for other in merged(base, taken, theirs).clashes}


@settings(max_examples=FEW, deadline=None)
@given(sides())
def test_a_side_that_did_nothing_takes_all_of_the_other(three: Sides) -> None:
    base, ours, _ = three
    assert merged(base, base, ours) == Merged(ours, merged(base, base, ours).edits, ())
    assert merged(base, ours, base) == Merged(ours, (), ())
