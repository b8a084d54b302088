"""The matrix and the nine benefits: each can be worked from missing to met by filling just what it names."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from checked_plans import TODAY, complete
from filling import DAY, filled

from schemas.checks.benefits import RULES, Benefit, benefits
from schemas.checks.cells import CELLS
from schemas.checks.demands import Met
from schemas.checks.matrix import Cell, matrix
from schemas.choices import Task
from schemas.ids import with_ids
from schemas.language import LANGUAGES, words
from schemas.outline import COMPONENTS
from schemas.paths import exists, mark_at
from schemas.plan import Plan
from schemas.starter import starter
from wizard.files.plan_file import read_plan

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.plan.yaml"))
STARTS = {"empty": Plan(), "starter": starter(words("da"), "Eksempelby Kommune")}
STEPS = 120
CELLS_IN_ORDER = [(component, task) for component in CELLS for task in CELLS[component]]


def benefit(plan: Plan, name: str, today: date = TODAY) -> Benefit:
    return next(one for one in benefits(plan, today) if one.id == name)


def cell(plan: Plan, component: str, task: Task, today: date = TODAY) -> Cell:
    return next(one for one in matrix(plan, today) if (one.component, one.task) == (component, task))


def worked(plan: Plan, look: Any) -> Plan:
    """Fill the first path that is missing, again and again, until nothing is missing."""
    for _ in range(STEPS):
        trace = look(plan)
        if not trace.missing:
            return plan
        assert all(exists(plan, path) and mark_at(path) for path in trace.missing), "a path one can jump to"
        plan = filled(plan, trace.missing[0])
    raise AssertionError(f"never met: {look(plan)}")


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("name", RULES)
def test_a_benefit_moves_from_missing_to_met_by_filling_what_it_names(name: str, start: str) -> None:
    plan = STARTS[start]
    assert benefit(plan, name).standing is Met.MISSING
    assert benefit(plan, name).missing
    after = benefit(worked(plan, lambda plan: benefit(plan, name)), name)
    assert (after.standing, after.missing) == (Met.MET, ())
    assert after.found


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(("component", "task"), CELLS_IN_ORDER)
def test_a_cell_can_be_met_by_filling_what_it_names(component: str, task: Task, start: str) -> None:
    plan = STARTS[start]
    assert cell(plan, component, task).standing in (Met.MISSING, Met.PARTLY)
    after = cell(worked(plan, lambda plan: cell(plan, component, task)), component, task)
    assert after.standing is Met.MET


def test_the_matrix_has_a_cell_for_each_component_and_task_in_the_leaflets_order() -> None:
    assert [(one.component, one.task) for one in matrix(Plan(), TODAY)] == [
        (component, task) for component in COMPONENTS for task in Task
    ]
    assert len(benefits(Plan(), TODAY)) == 9


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_all_paths_of_the_examples_lead_somewhere(path: Path) -> None:
    plan = read_plan(path)
    for one in (*matrix(plan, TODAY), *benefits(plan, TODAY)):
        assert not set(one.found) & set(one.missing)
        assert all(exists(plan, here) and mark_at(here) for here in (*one.found, *one.missing))
        assert (one.standing is Met.MET) == (not one.missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_and_benefit_is_named_and_its_rule_told(language: str) -> None:
    say = words(language)
    for name in RULES:
        assert say(f"trace.benefit.{name}")
        assert say(f"trace.rule.{name}").endswith(".")
    for component, task in CELLS_IN_ORDER:
        assert say(f"trace.cell.{component}.{task.value}").endswith(".")
    assert [say(f"trace.standing.{met.value}") for met in Met]


def test_what_is_partly_met_is_told_as_partly() -> None:
    plan = complete()
    assert {one.id: one.standing for one in benefits(plan, TODAY)} == {
        "attention": Met.PARTLY,  # definitions and a rhythm, but no five signs and no course
        "coherence": Met.MET,
        "goals": Met.PARTLY,  # no indicator
        "roles": Met.PARTLY,  # no roles grid
        "organisation": Met.MET,
        "authorities": Met.MISSING,  # no prison service, no contacts, no § 115
        "measures": Met.PARTLY,  # rows not complete
        "procedure": Met.PARTLY,  # no feedback, no closing
        "anchoring": Met.MISSING,  # neither director nor annual wheel
    }


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("attention", {"understanding.extremism": "", "strategy.follow_up_when": ""}),
        ("coherence", {"front.related": [], "coordination.handovers": []}),
        ("goals", {f"strategy.goals[g-0000000{letter}].text": "" for letter in "abc"}),
        ("roles", {f"concerns.steps[s-0000001{number}].who": None for number in range(3)}),
        ("organisation", {"organisation.police": None}),
        ("attention", {"understanding.signs": [], "strategy.follow_up_when": "", "understanding.extremism": ""}),
        ("measures", {f"measures.measures[m-0000000{number}].name": "" for number in range(3)}),
        ("procedure", {"concerns.steps[s-00000014].who": None}),
    ],
)
def test_more_than_a_little_missing_is_told_as_missing(name: str, changes: dict[str, Any]) -> None:
    assert benefit(complete(**changes), name).standing is Met.MISSING


def test_a_row_in_which_two_decide_is_a_hole_and_one_is_none() -> None:
    row = {"id": "r-0000000a", "task": "Afgør en sag", "decides": ["c-00000001", "c-00000002"]}
    plan = complete(**{"organisation.responsibilities": [row]})
    assert benefit(plan, "roles").missing == ("organisation.responsibilities[r-0000000a].decides",)
    plan = complete(**{"organisation.responsibilities": [{**row, "decides": ["c-00000002"]}]})
    assert benefit(plan, "roles").standing is Met.MET


def test_a_revision_after_more_than_four_years_does_not_anchor_a_plan() -> None:
    late = benefit(complete(**{"front.next_revision": "2030-06-25"}), "anchoring")
    assert "front.next_revision" in late.missing
    assert "front.next_revision" in benefit(complete(), "anchoring").found


def test_what_is_not_relevant_is_not_missing() -> None:
    reason = {"front.related": {"state": "irrelevant", "reason": "Et fælles dokument"}}
    plan = complete(**{"front.related": [], "reasons": reason})
    assert benefit(plan, "coherence").standing is Met.MET
    reason["front.related"]["state"] = "skipped"
    assert "front.related" in benefit(complete(**{"front.related": [], "reasons": reason}), "coherence").missing


def test_steps_without_a_phase_are_known_by_name_or_by_place() -> None:
    assert benefit(complete(), "procedure").standing is Met.PARTLY
    names = ("Modtagelse", "Indsamling", "Analyse", "Helhedsvurdering", "Beslutning", "Tilbagemelding", "Afslutning")
    plan = complete(**{f"concerns.steps[s-0000001{place}].name": name for place, name in enumerate(names)})
    assert benefit(plan, "procedure").standing is Met.PARTLY
    plan = complete(**{"concerns.steps": [{"id": "s-00000010", "name": "Modtagelse", "who": "c-00000001"}]})
    assert benefit(plan, "procedure").standing is Met.MISSING


@pytest.mark.parametrize(
    ("tested", "standing"),
    [(TODAY, True), (TODAY - timedelta(days=731), True), (TODAY - timedelta(days=732), False), (None, False)],
)
def test_a_card_counts_as_tested_for_two_years(tested: date | None, standing: bool) -> None:
    path = "acute.cards[c-0000000c].tested_on"
    plan = complete(**{path: tested.isoformat() if tested else None})
    assert (path in cell(plan, "measures", Task.ACUTE).found) is standing


def test_a_duty_contact_without_a_number_is_only_partly_there() -> None:
    plan = complete(**{"organisation.contacts[c-00000004].phone": ""})
    assert cell(plan, "organisation", Task.ACUTE).standing is Met.PARTLY
    assert cell(complete(), "organisation", Task.ACUTE).standing is Met.MET


def test_the_trace_of_a_large_plan_is_made_while_nobody_waits() -> None:
    plan = read_plan(EXAMPLES[-1])
    one = plan.measures.measures[0]
    many = with_ids(plan.measures.model_copy(update={"measures": (one, *(one.model_copy(update={"id": ""}),) * 200)}))
    plan = plan.model_copy(update={"measures": many})
    times = []
    for _ in range(5):
        began = perf_counter()
        matrix(plan, DAY)
        benefits(plan, DAY)
        times.append(perf_counter() - began)
    assert min(times) < 0.05, "usually some 3 ms"
