"""The days of a plan as a calendar, read back by the library that calendars are read with."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import icalendar
import pytest
from rendered_plans import SAVED, plan_of, small

from schemas.ids import with_ids
from schemas.language import words
from schemas.plan import Plan
from schemas.starter import starter
from wizard.files.plan_file import read_plan
from wizard.render.documents import DATES
from wizard.render.edition import Edition
from wizard.render.formats import ICS
from wizard.render.rendering import render
from wizard.render.trouble import Blocked, NoDates

WORKSHOP = {
    "sessions": [{"id": "m-00000009", "title": "Første møde", "held_on": date(2026, 9, 1), "place": "Rådhuset"}],
    "caught": [
        {"kind": "task", "text": "Ring til boligselskabet", "who": "Tovholder", "due": date(2026, 10, 1)},
        {"kind": "task", "text": "Er gjort", "due": date(2026, 10, 1), "state": "done"},
    ],
}


def calendar_of(plan: Plan, edition: Edition = Edition.PUBLIC) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(render(plan, DATES, ICS, edition))


def events_of(plan: Plan, edition: Edition = Edition.PUBLIC) -> dict[str, icalendar.Event]:
    """Give the events by their titles."""
    return {str(event["summary"]): event for event in calendar_of(plan, edition).walk("VEVENT")}


def test_the_calendar_holds_the_plans_own_days_and_its_deadlines() -> None:
    found = events_of(plan_of(front={"next_revision": date(2030, 8, 25)}))
    assert found["Planen skal være revideret"].decoded("dtstart") == date(2030, 8, 25)
    assert found["Planen er vedtaget (Byrådet)"].decoded("dtstart") == date(2026, 8, 25)
    assert found["Frist for indsats: Værksted"].decoded("dtstart") == date(2027, 6, 1)
    assert str(found["Planen skal være revideret"]["description"]) == "Ansvarlig: Chef"


def test_an_event_is_a_whole_day_without_a_time_zone() -> None:
    event = events_of(small())["Frist for indsats: Værksted"]
    assert event.decoded("dtend") == date(2027, 6, 2)
    assert event["dtstart"].params == {"VALUE": "DATE"}
    assert event["transp"] == "TRANSPARENT"
    assert event.decoded("dtstamp") == datetime.fromisoformat("2026-11-20T10:00:00+00:00")
    assert b"VTIMEZONE" not in render(small(), DATES, ICS, Edition.PUBLIC)


def test_an_event_is_known_again_after_its_day_has_moved() -> None:
    """A calendar that takes the file in again moves the event, instead of adding a second one."""
    measures = [{"id": "m-00000001", "name": "Værksted", "due": date(2027, 6, 1)}]
    moved = [{**measures[0], "name": "Værkstedet", "due": date(2027, 9, 1)}]
    old = events_of(plan_of(measures={"measures": measures}))["Frist for indsats: Værksted"]
    new = events_of(plan_of(measures={"measures": moved}, saved={**SAVED, "seq": 8}))
    assert old["uid"] == "p-test.m-00000001.due@planbygger" == new["Frist for indsats: Værkstedet"]["uid"]
    assert int(old["sequence"]) < int(new["Frist for indsats: Værkstedet"]["sequence"]) == 8


def test_no_two_events_have_the_same_name(checkout: Path) -> None:
    for path in (checkout / "examples").glob("*.plan.yaml"):
        uids = [event["uid"] for event in calendar_of(read_plan(path), Edition.INTERNAL).walk("VEVENT")]
        assert len(uids) == len(set(uids))


def test_the_annual_wheel_comes_back_each_year_the_plan_holds() -> None:
    wheel = [{"month": "march", "activity": "Tjek af numre", "owner": "c-00000002"}]
    event = events_of(plan_of(coordination={"calendar": wheel}))["Årshjul: Tjek af numre"]
    assert event.decoded("dtstart") == date(2027, 3, 1)
    assert event["rrule"] == {"FREQ": ["YEARLY"], "COUNT": [4]}
    assert "måneden, ikke dagen" in str(event["description"])


def test_a_card_is_to_be_tested_again_two_years_after() -> None:
    cards = [{"title": "Fare for liv", "tested_on": date(2026, 5, 3)}]
    found = events_of(plan_of(acute={"cards": cards}))
    assert found["Handlekort afprøvet: Fare for liv"].decoded("dtstart") == date(2026, 5, 3)
    again = found["Afprøv handlekort igen: Fare for liv"]
    assert again.decoded("dtstart") == date(2028, 5, 3)
    assert "et råd, ikke et krav" in str(again["description"])


def test_meetings_and_tasks_stand_in_the_internal_edition_alone() -> None:
    plan = plan_of(workshop=WORKSHOP)
    inside = events_of(plan, Edition.INTERNAL)
    assert inside["Møde: Første møde"].decoded("dtstart") == date(2026, 9, 1)
    assert str(inside["Opgave: Ring til boligselskabet"]["description"]) == "Ansvarlig: Tovholder"
    assert "Opgave: Er gjort" not in inside
    assert not any(title.startswith(("Møde", "Opgave")) for title in events_of(plan))


def test_hostile_text_is_read_back_as_it_was_and_adds_no_event() -> None:
    text = 'A;B,C\\D "q": E\nEND:VEVENT\r\nBEGIN:VEVENT\x07\u202e' + "æøå🙂" * 60
    plan = plan_of(measures={"measures": [{"name": text, "due": date(2027, 6, 1)}]})
    titles = [title for title in events_of(plan) if title.startswith("Frist")]
    assert titles == [
        'Frist for indsats: A;B,C\\D "q": E END:VEVENT BEGIN:VEVENT' + "æøå🙂" * 60
    ]  # fmt: skip


def test_no_line_is_longer_than_calendars_take() -> None:
    plan = plan_of(measures={"measures": [{"name": "æøå🙂 " * 100, "due": date(2027, 6, 1)}]})
    data = render(plan, DATES, ICS, Edition.PUBLIC)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    for line in data.split(b"\r\n"):
        line.decode()


def test_the_last_day_there_is_does_no_harm() -> None:
    found = events_of(plan_of(front={"valid_to": date.max}, acute={"cards": [{"tested_on": date.max}]}))
    assert "dtend" not in found["Planen gælder til og med i dag"]


def test_the_calendar_speaks_the_plans_language() -> None:
    found = calendar_of(plan_of(front={"language": "en"}))
    assert str(found["x-wr-calname"]) == "Dates – Ny Ø Kommune"
    assert "Deadline for measure: Værksted" in [str(event["summary"]) for event in found.walk("VEVENT")]


def test_the_same_plan_gives_the_same_bytes() -> None:
    once, twice = (render(small(), DATES, ICS, Edition.INTERNAL) for _ in range(2))
    assert once == twice


def test_a_plan_that_was_never_kept_has_names_of_its_own() -> None:
    one, other = (
        with_ids(Plan.model_validate({"front": {"municipality": name, "next_revision": "2030-01-01"}}))
        for name in ("Ø", "Å")
    )
    (first,), (second,) = (events_of(plan).values() for plan in (one, other))
    assert first["uid"] != second["uid"]


def test_a_plan_without_days_says_so() -> None:
    with pytest.raises(NoDates):
        render(starter(words("da")), DATES, ICS, Edition.PUBLIC)


def test_what_looks_like_a_cpr_number_stops_a_public_calendar() -> None:
    with pytest.raises(Blocked):
        render(
            plan_of(measures={"measures": [{"name": "010190-1234", "due": "2027-06-01"}]}), DATES, ICS, Edition.PUBLIC
        )
