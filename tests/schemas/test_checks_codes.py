"""Each thing a check can find: what brings it forth, where it points, and what it says."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from check_cases import FIRES, QUIET, Changes
from checked_plans import TODAY, codes, complete, found, put
from hypothesis import given
from hypothesis import strategies as st

from schemas.checks import Severity, check, of_part, sentence, severity_name, unread
from schemas.language import LANGUAGES, read_tables, words
from schemas.paths import exists, mark_at
from schemas.plan import Plan
from schemas.starter import starter


def test_a_complete_plan_has_nothing_to_clarify() -> None:
    assert check(complete(), TODAY) == ()


@pytest.mark.parametrize("code", FIRES)
def test_a_code_is_found_at_its_place(code: str) -> None:
    changes, path = FIRES[code]
    assert found(complete(**changes), code).path == path


@pytest.mark.parametrize(("why", "code", "changes"), QUIET, ids=[f"{code}: {why}" for why, code, _ in QUIET])
def test_a_near_miss_is_left_in_peace(why: str, code: str, changes: Changes) -> None:
    assert code not in codes(complete(**changes)), why


@pytest.mark.parametrize("code", FIRES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence_that_says_what_and_what_next(code: str, language: str) -> None:
    changes, _ = FIRES[code]
    plan = complete(**changes)
    said = sentence(found(plan, code), plan, words(language))
    assert "{" not in said
    assert "None" not in said
    assert said.count(". ") + said.count("; ") >= 1
    assert said.endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_hold_a_sentence_for_each_code_and_no_other(language: str) -> None:
    keys = {key.removesuffix("_in") for key in read_tables(language)["checks"]["sentence"]}
    assert keys == {*FIRES, "unread"}


@pytest.mark.parametrize("code", FIRES)
def test_a_finding_leads_to_a_field_that_is_there(code: str) -> None:
    changes, _ = FIRES[code]
    plan = complete(**changes)
    for finding in check(plan, TODAY):
        assert exists(plan, finding.path)
        assert mark_at(finding.path)


def test_the_severities_are_named_as_people_know_them() -> None:
    assert [severity_name(severity, words("da")) for severity in Severity] == ["Lovkrav", "Bør afklares", "Godt råd"]
    assert [severity_name(severity, words("en")) for severity in Severity] == [
        "Required by law", "To be clarified", "Good advice",
    ]  # fmt: skip


def test_only_the_duty_of_an_adopted_beredskab_is_called_law() -> None:
    lawful = {code for code, (changes, _) in FIRES.items() if found(complete(**changes), code).severity is Severity.LAW}
    assert lawful == {
        "law_adopting_body", "law_adopted_on", "law_published_at", "law_next_revision", "law_revision", "law_overdue",
    }  # fmt: skip


def test_a_measure_is_called_by_its_name() -> None:
    plan = complete(**{"measures.measures[m-00000001].owner": None})
    said = sentence(found(plan, "measure_owner"), plan, words("da"))
    assert said == "Indsatsen »Dialogforløb 1« har ingen ansvarlig. Vælg en rolle."


def test_a_record_without_a_name_is_called_by_its_choice_and_then_by_its_number() -> None:
    plan = complete(**{"strategy.goals[g-0000000b].text": ""})
    assert "Udredning og håndtering af bekymringer" in sentence(found(plan, "missing"), plan, words("da"))
    plan = complete(**{"understanding.signs[s-00000002].text": ""})
    assert "nr. 2" in sentence(found(plan, "blank"), plan, words("da"))


def test_dates_are_written_as_people_write_them() -> None:
    plan = complete(**{"front.next_revision": "2030-06-25"})
    said = sentence(found(plan, "law_revision"), plan, words("da"))
    assert "25. juni 2030" in said
    assert "24. juni 2030" in said


def test_a_sentence_can_still_be_made_when_its_record_is_gone() -> None:
    finding = found(complete(**{"measures.measures[m-00000001].owner": None}), "measure_owner")
    assert "fjernet" in sentence(finding, complete(**{"measures.measures": []}), words("da"))


def test_an_empty_plan_and_a_new_one_are_told_what_to_do_in_the_plans_order() -> None:
    for plan in (Plan(), starter(words("da"), "Eksempelby Kommune")):
        findings = check(plan, TODAY)
        parts = [name for name in type(plan).model_fields if of_part(findings, name)]
        assert list(dict.fromkeys(finding.part for finding in findings)) == parts
        assert all(sentence(finding, plan, words("en")) for finding in findings)
        assert not any(finding.severity is Severity.LAW for finding in findings)


@given(st.lists(st.sampled_from(list(FIRES)), max_size=12), st.dates())
def test_any_mixture_of_troubles_can_be_told(troubles: list[str], today: date) -> None:
    plan = complete()
    for trouble in troubles:
        for path, value in FIRES[trouble][0].items():
            with suppress(StopIteration):  # an earlier trouble may have removed the record
                plan = put(plan, path, value)
    for finding in check(plan, today):
        assert exists(plan, finding.path)
        assert all(sentence(finding, plan, words(language)) for language in LANGUAGES)


def test_the_same_plan_on_the_same_day_is_told_the_same() -> None:
    plan = complete(**{"strategy.vision": "", "front.next_revision": None, "organisation.deputy": None})
    assert check(plan, TODAY) == check(plan, TODAY)


def test_findings_can_be_written_as_json_values() -> None:
    plain = found(complete(**{"front.next_revision": "2030-06-25"}), "law_revision").plain()
    assert plain == {
        "code": "law_revision",
        "path": "front.next_revision",
        "severity": "law",
        "values": {"latest": "2030-06-24", "next_revision": "2030-06-25"},
    }


def test_a_leap_day_gives_a_day_that_exists() -> None:
    leap = {"front.adopted_on": "2096-02-29", "front.valid_from": "2096-03-01", "front.next_revision": "2100-03-01"}
    finding = found(complete(**leap), "law_revision", date(2097, 1, 1))
    assert finding.values["latest"] == date(2100, 2, 28)


def test_a_plan_with_very_many_measures_is_told_of_each() -> None:
    plan = complete()
    one = plan.measures.measures[0]
    many = tuple(one.model_copy(update={"id": f"m-{number:08d}", "owner": None}) for number in range(2000))
    plan = plan.model_copy(update={"measures": plan.measures.model_copy(update={"measures": many})})
    assert sum(finding.code == "measure_owner" for finding in check(plan, TODAY)) == 2000


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_field_cannot_hold_is_named_with_its_field(language: str) -> None:
    finding = unread("front.valid_from", "31/2 2026")
    said = sentence(finding, complete(), words(language))
    assert "31/2 2026" in said
    assert words(language).field("Front", "valid_from")["label"] in said
    assert not finding.blocks
