"""The example plans load, are complete where they say so, and miss whatever is taken out of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from schemas.checks import Finding, Severity, blocking, check
from schemas.choices import Level, Status, Task, Urgency
from schemas.fields import Marks, Model
from schemas.paths import answers, is_empty, parse, place
from schemas.plan import Plan
from wizard.files.dump import MODELINE, dump_plan
from wizard.files.plan_file import read_plan

FOLDER = Path(__file__).parents[2] / "examples"
COMPLETE = ("storby", "lilleoe", "english")
NAMES = (*COMPLETE, "midtvejs")
TODAY = date(2026, 11, 23)
PLANS = {name: read_plan(FOLDER / f"{name}.plan.yaml") for name in NAMES}


def grave(plan: Plan) -> list[Finding]:
    """Pick the findings that a complete plan has none of."""
    return [finding for finding in check(plan, TODAY) if finding.severity != Severity.ADVICE]


def required(plan: Plan) -> dict[str, list[str]]:
    """Give the paths of the short way's answers by their place.

    Left out are the room's own answers, choices that are never empty, and lists that may be empty.
    """
    found: dict[str, list[str]] = {}
    for path, mark, value in answers(plan):
        if path.startswith("workshop.") or mark.ask.depth != "core" or is_empty(value):
            continue
        if not is_empty(default(mark)) or (mark.kind == "records" and not mark.ask.rows):
            continue
        found.setdefault(place(path), []).append(path)
    return found


def default(mark: Marks) -> Any:
    return mark.model.model_fields[mark.name].default


def emptied(plan: Plan, path: str) -> Plan:
    """Give the plan with nothing at a path."""
    changed = _emptied(plan, list(parse(path)))
    assert isinstance(changed, Plan)
    return changed


def _emptied(model: Model, segments: list[Any]) -> Model:
    (name, key), *rest = segments
    value: Any = type(model).model_fields[name].default
    if rest and key is None:
        value = _emptied(getattr(model, name), rest)
    elif rest:
        value = tuple(_emptied(item, rest) if item.id == key else item for item in getattr(model, name))
    return model.model_copy(update={name: value})


CASES = [
    # One plan is enough for every day: each of the others takes as long, and asks the same checks the same things.
    pytest.param(name, paths, id=f"{name}-{spot}", marks=[] if name == "lilleoe" else [pytest.mark.full])
    for name in COMPLETE
    for spot, paths in required(PLANS[name]).items()
]


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_written_just_as_the_program_writes_it(name: str) -> None:
    data = (FOLDER / f"{name}.plan.yaml").read_bytes()
    assert dump_plan(PLANS[name]) == data
    assert data.startswith(MODELINE.encode())
    assert PLANS[name].saved.at is not None, "documents take their date from it"


@pytest.mark.parametrize("name", COMPLETE)
def test_nothing_has_to_be_clarified_in_a_complete_example(name: str) -> None:
    assert grave(PLANS[name]) == []


def test_the_large_city_has_not_even_advice_to_get() -> None:
    assert check(PLANS["storby"], TODAY) == ()


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_example_answers_every_field_of_the_short_way(name: str) -> None:
    plan = PLANS[name]
    empty = {
        path
        for path, mark, value in answers(plan)
        if mark.ask.depth == "core" and is_empty(value) and not path.startswith("workshop.")
    }
    assert empty == (set() if plan.front.status == Status.ADOPTED else {"front.adopted_on"})


@pytest.mark.parametrize(("name", "paths"), CASES)
def test_emptying_a_field_gives_a_finding_that_names_it(name: str, paths: list[str]) -> None:
    for path in paths:
        found = grave(emptied(PLANS[name], path))
        assert path in {finding.path for finding in found}


def test_the_draft_in_the_middle_of_a_workshop_is_honest_about_it() -> None:
    plan = PLANS["midtvejs"]
    found = check(plan, TODAY)
    assert any(finding.severity == Severity.CLARIFY for finding in found)
    assert {finding.path for finding in found if finding.code == "skipped"} == set(plan.reasons)
    assert all(reason.reason for reason in plan.reasons.values())


@pytest.mark.parametrize("name", NAMES)
def test_no_example_is_kept_from_a_public_edition(name: str) -> None:
    assert blocking(check(PLANS[name], TODAY)) == ()


def test_the_large_city_shows_the_whole_breadth() -> None:
    plan = PLANS["storby"]
    assert len(plan.organisation.contacts) >= 12
    assert len(plan.stakeholders.parties) >= 8
    assert {goal.task for goal in plan.strategy.goals} == set(Task)
    assert {measure.level for measure in plan.measures.measures} == set(Level)
    assert {card.urgency for card in plan.acute.cards} == set(Urgency)
    for contact in plan.organisation.contacts:
        assert not contact.public or all((contact.phone, contact.unit, contact.hours, contact.checked_on))


def test_the_small_island_has_no_current_cases() -> None:
    assert "ingen aktuelle sager" in PLANS["lilleoe"].understanding.local_picture


def test_one_example_is_in_english() -> None:
    assert [name for name in NAMES if PLANS[name].front.language == "en"] == ["english"]
    assert all(
        "æ" not in value and "ø" not in value and "å" not in value
        for _, _, value in answers(PLANS["english"])
        if isinstance(value, str)
    )
