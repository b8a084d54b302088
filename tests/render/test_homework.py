"""After the meeting: what is left, by the role that answers for it, each with a box to tick."""

from __future__ import annotations

import re
from datetime import date

from rendered_plans import plan_of, small
from workshop_plans import workshop

from schemas.choices import Status
from schemas.plan import Plan
from wizard.render.documents import HOMEWORK
from wizard.render.edition import Edition
from wizard.render.homework import homework
from wizard.render.rendering import preview


def of(plan: Plan, role: str) -> list[str]:
    """Give what one role has to do."""
    return [str(duty.what) for share in homework(plan).shares if share.role == role for duty in share.duties]


def test_tasks_of_the_workshop_go_to_whom_they_were_given() -> None:
    tasks = of(workshop(), "Tovholder")
    assert tasks[0] == "Ring til psykiatrien"
    assert of(workshop(), "Beredskabet") == ["Skriv vagtplanen"]
    shares = {share.role: share for share in homework(workshop()).shares}
    assert [duty.due for duty in shares["Beredskabet"].duties] == ["15.10.2026"]
    assert not [text for share in shares.values() for text in share.duties if "Bestil lokale" in text.what]


def test_a_role_nobody_can_reach_finds_its_own_number() -> None:
    assert any("Find e-mail til »Chef«" in text for text in of(small(), "Chef"))
    assert not any("til »Tovholder«" in text for text in of(small(), "Tovholder"))


def test_numbers_checked_long_ago_or_never_are_checked() -> None:
    contacts = [
        {"id": "c-00000001", "role": "Chef", "phone": "1", "mail": "a"},
        {"id": "c-00000002", "role": "Tovholder", "phone": "1", "mail": "a", "checked_on": date(2020, 1, 1)},
    ]
    plan = plan_of(organisation={"contacts": contacts})
    assert any(text.startswith("Ring op og kontrollér") for text in of(plan, "Chef"))
    assert any("1. januar 2020" in text for text in of(plan, "Tovholder"))


def test_what_is_not_relevant_is_no_homework() -> None:
    path = "organisation.contacts[c-00000001].mail"
    plan = plan_of(reasons={path: {"state": "irrelevant", "reason": "Har ingen"}})
    assert not any("Find e-mail" in text for text in of(plan, "Chef"))


def test_an_open_question_goes_to_the_records_owner_else_to_the_plans() -> None:
    exits = [text for text in of(small(), "Tovholder") if "Exit" in text]
    assert any("frist" in text for text in exits)
    assert any("Værksted" in text for text in of(small(), "Chef"))


def test_what_was_skipped_stands_with_its_reason() -> None:
    assert any("Tages i maj" in text for text in of(small(), "Chef"))


def test_empty_tables_are_listed_in_parts_that_are_begun_alone() -> None:
    everything = [text for share in homework(small()).shares for text in of(small(), share.role)]
    assert any("Roller og ansvar" in text for text in everything)
    assert not any("Årshjul" in text for text in everything)  # nobody has begun on the coordination
    filled = plan_of(organisation={"responsibilities": [{"id": "r-00000001", "task": "Tager imod"}]})
    assert not any("Roller og ansvar" in text for text in of(filled, "Chef"))


def test_the_law_is_looked_up_before_adoption_and_only_what_is_used() -> None:
    draft = plan_of(front={"status": Status.DRAFT, "adopted_on": None})
    law = [text for text in of(draft, "Chef") if "Slå ordlyden op" in text]
    assert any("retsinformation.dk" in text for text in law)
    assert not any("Retsplejeloven" in text for text in law)
    assert not [text for text in of(small(), "Chef") if "Slå ordlyden op" in text]


def test_what_nobody_answers_for_stands_last_and_says_so() -> None:
    plan = plan_of(front={"owner": None})
    assert homework(plan).shares[-1].role == ""
    printed = preview(plan, HOMEWORK, Edition.INTERNAL)
    assert "## Uden ansvarlig" in printed


def test_every_duty_has_a_box_to_tick() -> None:
    printed = preview(workshop(), HOMEWORK, Edition.INTERNAL)
    duties = sum(len(share.duties) for share in homework(workshop()).shares)
    assert len(re.findall(r"(?m)^\| ☐ ", printed)) == duties
    assert printed.startswith("# Efter mødet")


def test_a_plan_with_nothing_left_says_so() -> None:
    plan = Plan.model_validate({"front": {"status": "adopted"}, "reasons": {}})
    everything = {
        path: {"state": "irrelevant", "reason": "Prøve"}
        for path in (
            "front",
            "understanding",
            "strategy",
            "stakeholders",
            "organisation",
            "concerns",
            "coordination",
            "measures",
            "acute",
        )
    }
    plan = plan.model_copy(update={"reasons": Plan.model_validate({"reasons": everything}).reasons})
    assert homework(plan).shares == ()
    assert "Der er ikke mere hjemmearbejde" in preview(plan, HOMEWORK, Edition.INTERNAL)
