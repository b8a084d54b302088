"""Several sessions at one plan: the log's order is the only order, and nothing that anybody typed is missing."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from wizard.document.change import Change
from wizard.document.history import history_path
from wizard.document.session import Session
from wizard.document.undoing import Declined
from wizard.files.plan_file import read_plan

VISION = "strategy.vision"
TITLE = "front.title"
PARTIES = "stakeholders.parties"


def test_each_sees_what_the_other_wrote(ane: Session, bo: Session) -> None:
    ane.set(TITLE, "Beredskab")
    bo.set(VISION, "Trygge unge")
    assert ane.catch_up()
    assert not bo.catch_up()
    assert ane.plan == bo.plan
    assert (ane.plan.front.title, ane.plan.strategy.vision) == ("Beredskab", "Trygge unge")
    assert [change.author for change in ane.changes()] == ["Ane", "Bo"]


def test_the_one_who_came_second_is_asked(ane: Session, bo: Session) -> None:
    told: list[Session] = []
    bo.on_conflicts = lambda: told.append(bo)
    ane.set(VISION, "Anes vision")
    assert bo.set(VISION, "Bos vision") is None
    assert told == [bo]
    assert bo.plan.strategy.vision == "Anes vision"
    (conflict,) = bo.conflicts
    assert ane.conflicts == ()
    bo.resolve(conflict.id, take=True)
    ane.catch_up()
    assert ane.plan.strategy.vision == "Bos vision"
    assert bo.conflicts == ()
    assert isinstance(bo.undo(), Change)
    assert bo.plan.strategy.vision == "Anes vision"


def test_what_is_left_undecided_waits_for_its_author(path: Path, ane: Session) -> None:
    bo = Session.open(path, "Bo")
    ane.set(VISION, "Anes vision")
    bo.set(VISION, "Bos vision")
    bo.close()
    again = Session.open(path, "Bo")
    (conflict,) = again.conflicts
    again.resolve(conflict.id, take=False)
    assert again.plan.strategy.vision == "Anes vision"
    again.close()
    last = Session.open(path, "Bo")
    assert last.conflicts == ()
    last.close()


def test_two_who_write_the_same_have_nothing_to_choose(ane: Session, bo: Session) -> None:
    ane.set(VISION, "Trygge unge")
    bo.set(VISION, "Trygge unge")
    assert bo.conflicts == ()
    assert len(bo.changes()) == 1


def test_an_answer_stays_with_its_record_though_another_removed_it(ane: Session, bo: Session) -> None:
    party = ane.add(PARTIES, {"name": "Skolerne"})
    bo.catch_up()
    ane.remove(PARTIES, party)
    bo.set(f"{PARTIES}[{party}].name", "Skolerne i Øby")
    (conflict,) = bo.conflicts
    bo.resolve(conflict.id, take=True)
    assert "Skolerne i Øby" in [one.name for one in bo.plan.stakeholders.parties]


def test_nobody_removes_what_another_has_just_changed(ane: Session, bo: Session) -> None:
    party = ane.add(PARTIES, {"name": "Skolerne"})
    bo.catch_up()
    bo.set(f"{PARTIES}[{party}].name", "Skolerne i Øby")
    ane.remove(PARTIES, party)
    assert "Skolerne i Øby" in [one.name for one in ane.plan.stakeholders.parties]
    (conflict,) = ane.conflicts
    ane.resolve(conflict.id, take=True)
    assert party not in [one.id for one in ane.plan.stakeholders.parties]


def test_a_record_stands_after_the_nearest_that_is_left(ane: Session, bo: Session) -> None:
    first, second, third = (ane.add(PARTIES, {"name": name}) for name in ("A", "B", "C"))
    bo.catch_up()
    ane.remove(PARTIES, second)
    bo.add(PARTIES, {"name": "D"}, after=second)
    names = [one.name for one in bo.plan.stakeholders.parties]
    assert names[names.index("A") :] == ["A", "D", "C"]
    assert {first, third} <= {one.id for one in bo.plan.stakeholders.parties}


def test_removing_takes_away_the_reference_that_another_has_just_made(ane: Session, bo: Session) -> None:
    role = ane.add("organisation.contacts", {"role": "SSP-leder"})
    bo.catch_up()
    bo.set("organisation.coordinator", role)
    ane.remove("organisation.contacts", role)
    bo.catch_up()
    assert bo.plan.organisation.coordinator is None


def test_undo_is_each_ones_own(ane: Session, bo: Session) -> None:
    ane.set(TITLE, "Beredskab")
    bo.set(VISION, "Trygge unge")
    assert isinstance(ane.undo(), Change)
    assert (ane.plan.front.title, ane.plan.strategy.vision) == ("", "Trygge unge")
    ane.set(TITLE, "Beredskab")
    bo.catch_up()
    bo.set(TITLE, "Handlingsplan")
    assert ane.undo() == Declined("document.changed_since")
    assert ane.plan.front.title == "Handlingsplan"


def test_one_author_in_two_windows_takes_back_what_was_done_in_either(path: Path, ane: Session) -> None:
    other = Session.open(path, "Ane")
    ane.set(TITLE, "Beredskab")
    ane.undo()
    other.set(TITLE, "Handlingsplan")
    ane.catch_up()
    assert isinstance(ane.undo(), Change)
    assert ane.plan.front.title == ""
    other.close()


def test_what_waited_comes_after_what_others_wrote_meanwhile(path: Path, ane: Session, bo: Session) -> None:
    block = sqlite3.connect(history_path(path), isolation_level=None)
    ane.history.wait_at_most(0.01)
    block.execute("begin immediate")
    ane.set(TITLE, "Beredskab")
    ane.set(VISION, "Anes vision")
    ane.undo()
    ane.set("front.municipality", "Nyby Kommune")
    assert ane.trouble == "document.not_kept_locked"
    assert ane.plan.front.title == "Beredskab"
    block.execute("rollback")
    block.close()
    bo.set(TITLE, "Handlingsplan")
    ane.tick()
    bo.catch_up()
    assert ane.plan == bo.plan
    assert (ane.plan.front.title, ane.plan.front.municipality) == ("Handlingsplan", "Nyby Kommune")
    assert ane.trouble is None
    (conflict,) = ane.conflicts
    ane.resolve(conflict.id, take=True)
    assert ane.plan.front.title == "Beredskab"
    ane.undo()
    ane.undo()
    assert ane.plan.front.municipality == "Øby Kommune"


def test_the_file_holds_what_all_wrote_when_the_last_has_left(path: Path, ane: Session, bo: Session) -> None:
    ane.set(TITLE, "Beredskab")
    bo.set(VISION, "Trygge unge")
    ane.close()
    bo.close()
    saved = read_plan(path)
    assert (saved.front.title, saved.strategy.vision) == ("Beredskab", "Trygge unge")
    assert saved.saved.seq == 2


def test_news_is_heard_of_within_half_a_second(ane: Session, bo: Session) -> None:
    heard: list[float] = []
    ane.listen(lambda: heard.append(time.monotonic()))
    time.sleep(0.5)
    heard.clear()
    began = time.monotonic()
    bo.set(VISION, "Trygge unge")
    while not heard and time.monotonic() - began < 5:
        time.sleep(0.01)
    assert heard
    time.sleep(0.5)
    quiet = len(heard)
    time.sleep(0.5)
    assert len(heard) == quiet


def test_a_look_at_the_log_that_failed_is_done_again(path: Path, ane: Session, bo: Session) -> None:
    woken: list[bool] = []
    ane.wake = lambda: woken.append(True)
    bo.set(VISION, "Trygge unge")
    log = history_path(path)
    hidden = sqlite3.connect(log, isolation_level=None)
    hidden.execute("alter table changes rename to hidden")
    assert not ane.catch_up()
    assert woken
    assert not ane.resting
    hidden.execute("alter table hidden rename to changes")
    hidden.close()
    ane.tick()
    assert ane.plan.strategy.vision == "Trygge unge"
