"""A new revision keeps what was written and takes out what the council decided and the workshop said."""

from __future__ import annotations

from datetime import date
from typing import Any

from schemas.choices import Status
from schemas.compare import compare
from schemas.fields import Model
from schemas.ids import with_ids
from schemas.language import words
from schemas.paths import records
from schemas.plan import Plan, Saved
from schemas.revision import notes, revised
from schemas.workshop import Workshop

DANISH = words("da")
TODAY = date(2026, 11, 24)

ADOPTED: dict[str, Any] = {
    "saved": {"plan": "gammel", "seq": 12},
    "front": {
        "title": "Beredskab",
        "status": "adopted",
        "adopting_body": "Byrådet",
        "adopted_on": "2022-08-25",
        "published_at": "ny.example/beredskab",
        "valid_from": "2022-09-01",
        "valid_to": "2026-08-31",
        "next_revision": "2026-08-25",
        "versions": [{"id": "v-00000001", "day": "2022-08-25", "what": "Første plan"}],
    },
    "strategy": {"vision": "Ingen står alene.", "goals": [{"id": "g-00000001", "text": "Alle kender kortet"}]},
    "workshop": {
        "before": {"strategy": {"answer": "no"}},
        "after": {"strategy": {"answer": "yes"}},
        "sessions": [{"id": "m-00000001", "title": "Første møde"}],
        "caught": [
            {"id": "c-00000009", "kind": "task", "text": "Ring til politiet", "session": "m-00000001"},
            {"id": "c-00000008", "kind": "note", "text": "God stemning"},
        ],
    },
    "reasons": {
        "understanding.lessons": {"state": "irrelevant", "reason": "Ingen sager"},
        "front.valid_to": {"state": "skipped", "reason": "Ukendt"},
        "workshop.before.measures.answer": {"state": "skipped", "reason": "Tiden gik"},
    },
}


def adopted(**front: Any) -> Plan:
    return with_ids(Plan.model_validate({**ADOPTED, "front": {**ADOPTED["front"], **front}}))


def test_the_councils_decision_is_taken_out_and_a_row_says_what_it_was() -> None:
    front = revised(adopted(), TODAY, DANISH).front
    assert front.status is Status.UNDER_REVISION
    assert (front.adopted_on, front.published_at, front.valid_from, front.valid_to, front.next_revision) == (
        None, "", None, None, None,
    )  # fmt: skip
    first, row = front.versions
    assert first.what == "Første plan"
    assert (row.day, row.who, row.decided) == (TODAY, "", "")
    assert row.what == "Revision begyndt af planen, som Byrådet vedtog den 25. august 2022"
    assert row.id


def test_the_answers_and_the_ids_of_their_records_are_kept() -> None:
    old, new = adopted(), revised(adopted(), TODAY, DANISH)
    kept = {path for path, _ in records(new)}
    assert {path for path, _ in records(old) if not path.startswith("workshop.")} <= kept
    assert {one.path.partition(".")[0] for one in compare(old, new)} <= {
        "front",
        "workshop",
        "reasons[front",
        "reasons[workshop",
    }
    assert new.strategy == old.strategy


def test_the_old_workshop_stays_in_the_old_file() -> None:
    new = revised(adopted(), TODAY, DANISH)
    assert new.workshop == Workshop()
    assert list(new.reasons) == ["understanding.lessons"]
    (note,) = notes(adopted(), "gammel.plan.yaml", DANISH)
    assert "1 punkt" in note


def test_a_revision_is_another_plan() -> None:
    assert revised(adopted(), TODAY, DANISH).saved == Saved()


def test_a_plan_nobody_adopted_can_be_revised() -> None:
    draft = adopted(status="draft", adopted_on=None)
    new = revised(draft, TODAY, DANISH)
    assert new.front.status is Status.UNDER_REVISION
    assert new.front.versions[-1].what == "Revision begyndt"
    assert any("ikke vedtaget" in note for note in notes(draft, "udkast.plan.yaml", DANISH))


def test_an_empty_plan_can_be_revised_again_and_again() -> None:
    plan = Plan()
    for _ in range(3):
        plan = revised(plan, TODAY, DANISH)
    assert len({row.id for row in plan.front.versions}) == 3
    assert isinstance(plan, Model)
