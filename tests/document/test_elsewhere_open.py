"""What others do to the plan file while it is open: nothing of theirs and nothing of ours is dropped silently."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from elsewhere_hands import TITLE, VISION, another, by_hand, noticed, reopened, told

from wizard.document import elsewhere
from wizard.document.history import history_path
from wizard.document.session import Session
from wizard.files.plan_file import read_plan

pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def path(answered: Path) -> Path:
    return answered


def test_a_hand_edit_while_the_plan_is_open_comes_in(path: Path, ane: Session) -> None:
    ane.set("front.adopting_body", "Byrådet")
    ane.save()
    by_hand(path, "title: Beredskab", "title: Handleplan")
    noticed(ane)
    assert ane.plan.front.title == "Handleplan"
    assert told(ane) == ["merged_one"]
    ane.save()
    assert read_plan(path).front.adopting_body == "Byrådet"
    assert read_plan(path).front.title == "Handleplan"


def test_a_hand_edit_of_what_is_being_changed_is_a_choice(path: Path, ane: Session) -> None:
    ane.set(VISION, "Vores")
    by_hand(path, "Alle ved, hvem de ringer til.", "Deres")
    ane.save()
    noticed(ane)
    assert ane.plan.strategy.vision == "Vores"
    assert len(ane.conflicts) == 1
    ane.save()
    assert read_plan(path).strategy.vision == "Vores"


def test_a_file_that_somebody_is_still_writing_is_left_until_it_is_at_rest(
    path: Path, ane: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "SETTLED", 60.0)
    whole = path.read_text("utf-8")
    path.write_text(whole[: len(whole) // 2], "utf-8")
    noticed(ane)
    assert not ane.resting
    assert ane.plan.front.title == "Beredskab"
    path.write_text(whole, "utf-8")
    noticed(ane)
    assert ane.resting
    assert told(ane) == []
    assert ane.seq == 2


def test_two_who_have_the_plan_open_take_a_hand_edit_in_once(path: Path, ane: Session) -> None:
    bo = reopened(path, "Bo")
    old = path.read_bytes()
    ane.set(VISION, "Vores")
    ane.save()
    path.write_bytes(old)
    by_hand(path, "Alle ved, hvem de ringer til.", "Deres")
    by_hand(path, "title: Beredskab", "title: Handleplan")
    for _ in range(2):
        noticed(ane)
        noticed(bo)
    assert ane.plan.front.title == bo.plan.front.title == "Handleplan"
    assert [change.cause for change in ane.changes()].count("external") == 1
    assert len(ane.conflicts) == len(bo.conflicts) == 1
    bo.close()


def test_another_plan_put_in_the_place_is_never_touched_and_ours_goes_on_beside(path: Path, ane: Session) -> None:
    theirs = another(path)
    ane.set(VISION, "Vores")
    path.write_bytes(theirs)
    noticed(ane)
    ane.set(TITLE, "Videre")
    ane.save()
    assert path.read_bytes() == theirs
    beside = path.with_name("øby-2.plan.yaml")
    assert ane.path == beside
    assert read_plan(beside).strategy.vision == "Vores"
    assert read_plan(beside).front.title == "Videre"
    assert told(ane) == ["replaced"]
    other = reopened(path, "Eva")
    assert other.plan.front.municipality == "Nyby Kommune"
    other.set(VISION, "Nybys")
    other.close()
    ane.close()
    session = reopened(beside)
    assert session.seq == 4
    session.close()
    session = reopened(path)
    assert session.plan.strategy.vision == "Nybys"
    assert session.seq == 1
    session.close()


def test_two_whose_plan_was_replaced_go_on_in_one_file(path: Path, ane: Session) -> None:
    bo = reopened(path, "Bo")
    path.write_bytes(another(path))
    noticed(ane)
    noticed(bo)
    ane.set(VISION, "Anes")
    bo.catch_up()
    bo.set(TITLE, "Bos")
    ane.save()
    bo.save()
    assert ane.path == bo.path
    assert read_plan(ane.path).front.title == "Bos"
    assert read_plan(ane.path).strategy.vision == "Anes"
    bo.close()


def test_what_is_no_plan_is_set_aside_and_ours_is_written_again(path: Path, ane: Session) -> None:
    path.write_text("<<<<<<< HEAD\nfront: [\n", "utf-8")
    noticed(ane)
    ane.save()
    assert read_plan(path).front.title == "Beredskab"
    aside = path.with_name("øby-kunne-ikke-laeses.yaml")
    assert aside.read_text("utf-8").startswith("<<<<<<< HEAD")
    assert told(ane) == ["unreadable"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_what_cannot_be_read_is_not_written_over(path: Path, ane: Session) -> None:
    path.write_text("hemmeligt", "utf-8")
    path.chmod(0)
    ane.set(VISION, "Vores")
    noticed(ane)
    ane.save()
    aside = path.with_name("øby-kunne-ikke-laeses.yaml")
    aside.chmod(0o600)
    assert aside.read_text("utf-8") == "hemmeligt"
    assert read_plan(path).strategy.vision == "Vores"


def test_a_file_that_is_gone_is_written_again(path: Path, ane: Session) -> None:
    path.unlink()
    noticed(ane)
    ane.save()
    assert read_plan(path).front.title == "Beredskab"
    assert told(ane) == ["gone"]


def test_a_file_that_is_renamed_while_it_is_open_is_followed(path: Path, ane: Session) -> None:
    new = path.with_name("omdøbt.plan.yaml")
    path.rename(new)
    noticed(ane)
    bo = reopened(new, "Bo")
    bo.set(VISION, "Bos")
    ane.catch_up()
    ane.set(TITLE, "Anes")
    ane.save()
    assert told(ane) == ["renamed"]
    assert not path.exists()
    assert read_plan(new).front.title == "Anes"
    assert read_plan(new).strategy.vision == "Bos"
    bo.close()
    ane.close()
    session = reopened(new)
    assert session.seq == 4
    session.close()
    assert history_path(new).exists()
    assert not history_path(path).exists()


def test_an_older_file_put_back_while_it_is_open_is_told_of_and_ours_is_written_again(path: Path, ane: Session) -> None:
    old = path.read_bytes()
    ane.set(VISION, "Nyere")
    ane.save()
    path.write_bytes(old)
    noticed(ane)
    assert told(ane) == ["older"]
    ane.set(TITLE, "Videre")
    ane.save()
    assert read_plan(path).strategy.vision == "Nyere"
