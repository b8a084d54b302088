"""A record that is typed comes into the plan whole, as one change, and a crash on the way loses none of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sudden import end_suddenly

from schemas.plan import Plan
from wizard.document import typing
from wizard.document.coming import Coming
from wizard.document.session import Session

CAUGHT = "workshop.caught"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "rum.plan.yaml"
    Session.create(path, Plan(), "Anne").close()
    return path


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    session = Session.open(path, "Anne")
    yield session
    session.history.close()


def typed(session: Session, **values: str) -> Coming:
    """Type the lines of a task, key by key."""
    coming = Coming(session, CAUGHT, {"kind": "task", "about": "strategy.vision"})
    for name, text in values.items():
        for end in range(1, len(text) + 1):
            coming.draft(name, text[:end])
    return coming


def test_what_is_typed_is_one_change_when_it_is_finished_and_nothing_before(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typing, "PAUSE", 0.0)
    coming = typed(session, text="Ring", who="SSP", due="2026-06-01")
    session.tick()
    assert not session.plan.workshop.caught
    coming.finish()
    (one,) = session.plan.workshop.caught
    assert (one.text, one.who, str(one.due), one.about) == ("Ring", "SSP", "2026-06-01", "strategy.vision")
    assert session.seq == 1
    assert not session.history.drafts()
    session.undo()
    assert not session.plan.workshop.caught


def test_what_is_dropped_leaves_no_trace(session: Session) -> None:
    typed(session, text="Ring", due="31/2").drop()
    assert not session.history.drafts()
    assert not session.unsettled
    assert session.seq == 0


def test_a_line_that_was_emptied_again_does_not_come_back_after_a_crash(path: Path, session: Session) -> None:
    typed(session, text="R").draft("text", "")
    end_suddenly(session)
    again = Session.open(path, "Anne")
    assert not again.plan.workshop.caught
    again.close()


def test_a_crash_brings_it_all_back_and_half_a_date_stays_as_it_was_typed(path: Path, session: Session) -> None:
    typed(session, text="Ring", due="31/2").draft("text", "Ring nu")
    end_suddenly(session)
    again = Session.open(path, "Berit")
    (one,) = again.plan.workshop.caught
    assert (one.text, one.due) == ("Ring nu", None)
    assert again.value(f"{CAUGHT}[{one.id}].due") == "31/2"
    assert again.brought_back == (f"{CAUGHT}[{one.id}]",)
    again.close()


def test_whoever_leaves_in_the_middle_of_it_finds_it_in_the_plan(path: Path, session: Session) -> None:
    typed(session, text="Ring")
    session.close()
    again = Session.open(path, "Anne")
    assert [one.text for one in again.plan.workshop.caught] == ["Ring"]
    again.close()


def test_several_fields_of_a_record_are_set_as_one_change(session: Session) -> None:
    key = session.add(CAUGHT, {"kind": "parked", "text": "Nøglen"})
    change = session.set(f"{CAUGHT}[{key}]", {"state": "done", "outcome": "Fundet", "text": "Nøglen"})
    assert change is not None
    assert len(change.edits) == 2
    session.undo()
    (one,) = session.plan.workshop.caught
    assert (one.state, one.outcome) == ("open", "")


def test_a_plan_is_opened_in_one_thread_and_let_go_in_another(path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as other:
        session = other.submit(Session.open, path, "Anne").result()
    end_suddenly(session)
    again = Session.open(path, "Anne")
    assert again.read_only is None
    again.close()


def test_what_was_given_comes_even_where_all_that_was_typed_is_gone(session: Session) -> None:
    coming = Coming(session, "workshop.sessions", {"title": "Møde 1", "held_on": "2026-11-24"})
    coming.draft("title", "")
    coming.draft("held_on", None)
    coming.finish()
    (meeting,) = session.plan.workshop.sessions
    assert (meeting.title, meeting.held_on) == ("", None)
