"""Nothing the short way asks for can go missing unseen."""

from __future__ import annotations

from typing import Any

import pytest
from checked_plans import PLAN, TODAY, codes, complete, found, put

from schemas.checks import Severity, check, sentence
from schemas.language import words
from schemas.paths import answers, below, parent
from schemas.plan import Plan

ALWAYS = {"front.language", "front.status"}
"""Fields that always hold one of their choices. The room's second answers are asked for once it has begun on them."""

ASKED = [
    (path, mark)
    for path, mark, _ in answers(Plan.model_validate(PLAN))
    if mark.ask.depth == "core" and path not in ALWAYS and not path.startswith("workshop.after.")
]


@pytest.mark.parametrize(("path", "mark"), ASKED, ids=[path for path, _ in ASKED])
def test_emptying_any_answer_of_a_complete_plan_is_told_at_that_answer(path: str, mark: Any) -> None:
    empty = [] if mark.kind in ("records", "choices", "lines") else "" if mark.kind in ("line", "text") else None
    plan = put(complete(), path, empty)
    told = [finding for finding in check(plan, TODAY) if finding.path == path]
    assert told
    label = words("da").field(mark.model.__name__, mark.name, parent(path))["label"]
    assert all(sentence(finding, plan, words("da")) for finding in told)
    if "missing" in {finding.code for finding in told}:
        assert any(f"»{label}«" in sentence(finding, plan, words("da")) for finding in told)


def test_a_row_nobody_has_begun_on_is_told_once() -> None:
    measures = [*PLAN["measures"]["measures"], {"id": "m-00000009", "level": "intervening"}]
    plan = complete(**{"measures.measures": measures})
    told = [finding for finding in check(plan, TODAY) if below(finding.path, "measures.measures[m-00000009]")]
    assert [finding.code for finding in told] == ["blank"]


def test_a_row_that_was_begun_on_is_told_field_by_field() -> None:
    measures = [*PLAN["measures"]["measures"], {"id": "m-00000009", "level": "intervening", "name": "Mentor"}]
    told = [
        finding.code
        for finding in check(complete(**{"measures.measures": measures}), TODAY)
        if below(finding.path, "measures.measures[m-00000009]")
    ]
    assert told == ["missing", "missing", "measure_owner", "measure_due", "missing"]


def test_what_is_skipped_is_good_advice_and_says_why() -> None:
    reason = {"strategy.vision": {"state": "skipped", "reason": "Afventer direktøren"}}
    plan = complete(**{"strategy.vision": "", "reasons": reason})
    finding = found(plan, "skipped")
    assert finding.severity is Severity.ADVICE
    assert "Afventer direktøren" in sentence(finding, plan, words("da"))
    assert check(plan, TODAY) == (finding,)


def test_a_whole_part_can_be_skipped() -> None:
    plan = complete(stakeholders={}, reasons={"stakeholders": {"state": "skipped", "reason": "Næste gang"}})
    assert [(finding.code, finding.path) for finding in check(plan, TODAY)] == [("skipped", "stakeholders")]


def test_a_reason_does_not_set_the_law_aside() -> None:
    reason = {"front.next_revision": {"state": "irrelevant", "reason": "Vi ved det ikke"}}
    assert "law_next_revision" in codes(complete(**{"front.next_revision": None, "reasons": reason}))


def test_a_beredskab_under_revision_is_still_bound_by_the_four_years() -> None:
    plan = complete(**{"front.status": "under_revision", "front.next_revision": "2031-01-01"})
    assert found(plan, "law_revision").severity is Severity.LAW


def test_a_skipped_question_without_a_reason_still_reads_well() -> None:
    plan = complete(**{"strategy.vision": "", "reasons": {"strategy.vision": {"state": "skipped"}}})
    assert "sprunget over: uden begrundelse." in sentence(found(plan, "skipped"), plan, words("da"))
