"""Laws of change: what is done can be undone, and the log tells the whole story."""

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.language import words
from schemas.paths import answers, exists, get
from schemas.plan import Plan
from schemas.starter import starter
from wizard.document.change import Change, adding, applied, fits, moving, passing_by, removing, setting
from wizard.document.difference import difference
from wizard.document.edits import Edit, Set, from_json, inverse, plain, to_json

LISTS = ("stakeholders.parties", "organisation.contacts", "measures.measures", "understanding.signs")
TEXT = st.text(max_size=20).filter(lambda text: "\r" not in text)


@st.composite
def wishes(draw: st.DrawFn, plan: Plan) -> tuple[Edit, ...]:
    """One thing a person may do to a plan as it stands."""
    where = draw(st.sampled_from(LISTS))
    ids = [item.id for item in get(plan, where)]
    kind = draw(st.sampled_from(["text", "add", "remove", "move", "owner", "pass"]))
    if kind == "text":
        texts = [path for path, mark, _ in answers(plan) if mark.kind in ("line", "text")]
        return setting(plan, draw(st.sampled_from(texts)), draw(TEXT))
    if kind == "owner" and plan.organisation.contacts and plan.measures.measures:
        measure = draw(st.sampled_from([item.id for item in plan.measures.measures]))
        contact = draw(st.sampled_from([item.id for item in plan.organisation.contacts]))
        return setting(plan, f"measures.measures[{measure}].owner", contact)
    if kind == "pass":
        paths = [path for path, mark, _ in answers(plan) if mark.kind in ("line", "text", "date", "records")]
        return passing_by(plan, draw(st.sampled_from(paths)), draw(st.sampled_from(["skipped", "irrelevant"])), "x")
    if kind == "remove" and ids:
        return removing(plan, where, draw(st.sampled_from(ids)))
    if kind == "move" and ids:
        return moving(plan, where, draw(st.sampled_from(ids)), draw(st.sampled_from([None, *ids])))
    return adding(plan, where, {}, draw(st.sampled_from([None, *ids])))


@st.composite
def stories(draw: st.DrawFn) -> tuple[Plan, list[tuple[Edit, ...]], Plan]:
    """A plan, some changes to it, and the plan they lead to."""
    start = plan = starter(words("da"))
    log: list[tuple[Edit, ...]] = []
    for _ in range(draw(st.integers(1, 8))):
        edits = draw(wishes(plan))
        assert fits(plan, edits)
        plan = applied(plan, edits)
        log.append(edits)
    return start, log, plan


@settings(max_examples=60, deadline=None)
@given(stories())
def test_taking_everything_back_gives_the_first_plan(story: tuple[Plan, list[tuple[Edit, ...]], Plan]) -> None:
    start, log, plan = story
    for edits in reversed(log):
        back = tuple(inverse(edit) for edit in reversed(edits))
        assert fits(plan, back)
        plan = applied(plan, back)
    assert plan == start


@settings(max_examples=60, deadline=None)
@given(stories())
def test_the_log_read_from_json_leads_to_the_same_plan(story: tuple[Plan, list[tuple[Edit, ...]], Plan]) -> None:
    start, log, plan = story
    for edits in log:
        start = applied(start, tuple(from_json(to_json(edit)) for edit in edits))
    assert start == plan


@settings(max_examples=60, deadline=None)
@given(stories())
def test_the_difference_of_two_plans_turns_one_into_the_other(
    story: tuple[Plan, list[tuple[Edit, ...]], Plan],
) -> None:
    start, _, plan = story
    assert applied(start, difference(start, plan)) == plan
    assert applied(plan, difference(plan, start)) == start
    assert difference(plan, plan) == ()


def test_removing_a_role_clears_what_points_to_it_and_undo_brings_both_back() -> None:
    plan = starter(words("da"))
    plan = applied(plan, adding(plan, "organisation.contacts", {"role": "SSP-leder"}, None))
    role = plan.organisation.contacts[0].id
    plan = applied(plan, setting(plan, "organisation.coordinator", role))
    edits = removing(plan, "organisation.contacts", role)
    without = applied(plan, edits)
    assert without.organisation.coordinator is None
    assert without.organisation.contacts == ()
    assert applied(without, tuple(inverse(edit) for edit in reversed(edits))) == plan


def test_an_answer_clears_the_reason_for_having_skipped_it() -> None:
    plan = Plan()
    plan = applied(plan, passing_by(plan, "strategy.vision", "skipped", "Direktionen er ikke her"))
    assert plan.reasons["strategy.vision"].reason == "Direktionen er ikke her"
    plan = applied(plan, setting(plan, "strategy.vision", "Alle ved, hvem de ringer til."))
    assert plan.reasons == {}


def test_removing_a_record_removes_the_reasons_below_it() -> None:
    plan = starter(words("da"))
    goal = plan.strategy.goals[0].id
    plan = applied(plan, passing_by(plan, f"strategy.goals[{goal}].due", "skipped", "Ukendt"))
    plan = applied(plan, removing(plan, "strategy.goals", goal))
    assert plan.reasons == {}
    assert not exists(plan, f"strategy.goals[{goal}].due")


def test_a_change_touches_what_stands_inside_it() -> None:
    change = Change(1, "", "", "", "user", None, (Set("strategy.goals[g-00000000].text", "a", ""),))
    assert change.touches("strategy.goals[g-00000000]")
    assert change.touches("strategy.goals[g-00000000].text")
    assert not change.touches("strategy.goals[g-00000001].text")
    assert not change.touches("strategy.goals[g-00000000].due")


def test_dates_and_choices_are_kept_as_plain_values() -> None:
    plan = starter(words("da"))
    goal = f"strategy.goals[{plan.strategy.goals[0].id}]"
    (edit,) = setting(plan, f"{goal}.due", "2026-06-01")
    assert edit == Set(f"{goal}.due", "2026-06-01", None)
    assert plain(get(applied(plan, (edit,)), f"{goal}.due")) == "2026-06-01"
