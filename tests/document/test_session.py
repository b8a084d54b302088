"""An open plan: nothing typed is lost, undo lasts, and one process writes at a time."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sudden import end_suddenly

from schemas.language import words
from schemas.plan import Plan
from wizard.document.change import Change
from wizard.document.describing import described
from wizard.document.history import history_path
from wizard.document.session import Session
from wizard.document.undoing import Declined
from wizard.files.plan_file import read_plan

VISION = "strategy.vision"


def test_what_was_answered_stands_in_the_file_and_in_the_next_session(path: Path) -> None:
    session = Session.open(path, "Ane")
    session.set(VISION, "Alle ved, hvem de ringer til.")
    key = session.add("stakeholders.parties", {"name": "Ungdomsskolen"})
    session.close()
    assert read_plan(path).strategy.vision == "Alle ved, hvem de ringer til."
    again = Session.open(path, "Ane")
    assert [(party.id, party.name) for party in again.plan.stakeholders.parties] == [(key, "Ungdomsskolen")]
    again.close()


def test_undo_and_redo_last_across_a_restart(path: Path) -> None:
    session = Session.open(path, "Ane")
    session.set(VISION, "Første")
    session.set(VISION, "Anden")
    session.close()
    session = Session.open(path, "Ane")
    assert isinstance(session.undo(), Change)
    assert session.plan.strategy.vision == "Første"
    session.close()
    session = Session.open(path, "Ane")
    assert isinstance(session.redo(), Change)
    assert session.plan.strategy.vision == "Anden"
    assert isinstance(session.undo(), Change)
    assert isinstance(session.undo(), Change)
    assert session.plan.strategy.vision == ""
    assert session.undo() == Declined("document.nothing_to_undo")
    session.close()


def test_a_new_change_ends_what_could_be_redone(path: Path) -> None:
    session = Session.open(path, "Ane")
    session.set(VISION, "Første")
    session.undo()
    session.set("front.title", "Beredskab")
    assert session.redo() == Declined("document.nothing_to_redo")
    session.close()


def test_nobody_undoes_the_work_of_another(path: Path) -> None:
    session = Session.open(path, "Ane")
    session.set(VISION, "Anes ord")
    session.close()
    other = Session.open(path, "Bo")
    assert other.undo() == Declined("document.nothing_to_undo")
    other.set(VISION, "Bos ord")
    other.close()
    session = Session.open(path, "Ane")
    assert session.undo() == Declined("document.changed_since")
    assert session.plan.strategy.vision == "Bos ord"
    session.close()


def test_a_removed_record_comes_back_in_its_place_with_its_references(path: Path) -> None:
    session = Session.open(path, "Ane")
    first = session.add("organisation.contacts", {"role": "SSP-leder"})
    session.add("organisation.contacts", {"role": "Skolechef"})
    session.set("organisation.coordinator", first)
    before = session.plan
    session.remove("organisation.contacts", first)
    assert session.plan.organisation.coordinator is None
    session.undo()
    assert session.plan == before
    session.close()


def test_a_copy_of_a_record_stands_right_after_it(path: Path) -> None:
    session = Session.open(path, "Ane")
    first = session.add("stakeholders.parties", {"name": "Skolerne", "tasks": ["general"]})
    session.add("stakeholders.parties", {"name": "Politiet"})
    session.duplicate("stakeholders.parties", first)
    assert [party.name for party in session.plan.stakeholders.parties] == ["Skolerne", "Skolerne", "Politiet"]
    session.move("stakeholders.parties", first, None)
    session.close()


def test_a_draft_settles_into_one_change(path: Path) -> None:
    session = Session.open(path, "Ane")
    for end in range(1, 8):
        session.draft(VISION, "Trygge"[:end])
    assert session.plan.strategy.vision == ""
    session.settle()
    assert session.plan.strategy.vision == "Trygge"
    assert session.seq == 1
    session.close()


KILLED = """
import os, sys
from pathlib import Path
from wizard.document.session import Session
session = Session.open(Path(sys.argv[1]), "Ane")
session.set("front.title", "Beredskab")
for end in range(1, 10):
    session.draft("strategy.vision", "Trygge unge"[:end])
    print("Trygge unge"[:end], flush=True)
os.kill(os.getpid(), 9)
"""


def test_a_killed_process_loses_no_key_that_was_echoed(path: Path) -> None:
    told = subprocess.run([sys.executable, "-c", KILLED, str(path)], capture_output=True, text=True, check=False)
    echoed = told.stdout.splitlines()[-1]
    session = Session.open(path, "Ane")
    assert session.plan.strategy.vision == echoed == "Trygge un"
    assert session.plan.front.title == "Beredskab"
    assert session.brought_back == (VISION,)
    assert isinstance(session.undo(), Change)
    assert session.plan.strategy.vision == ""
    session.close()
    assert read_plan(path).front.title == "Beredskab"


def test_a_half_typed_date_survives_a_kill_and_is_shown_again(path: Path) -> None:
    session = Session.open(path, "Ane")
    session.draft("front.valid_from", "1. ju")
    end_suddenly(session)
    again = Session.open(path, "Ane")
    assert again.plan.front.valid_from is None
    assert again.value("front.valid_from") == "1. ju"
    again.set("front.valid_from", "2026-06-01")
    again.close()
    last = Session.open(path, "Ane")
    assert last.value("front.valid_from") == "2026-06-01"
    last.close()


def test_a_change_made_in_an_editor_enters_the_log_and_can_be_undone(path: Path) -> None:
    session = Session.open(path, "Ane")
    session.set("front.title", "Beredskab")
    session.close()
    path.write_text(path.read_text().replace("Beredskab", "Handlingsplan"))
    session = Session.open(path, "Ane")
    assert session.plan.front.title == "Handlingsplan"
    assert isinstance(session.undo(), Change)
    assert session.plan.front.title == "Beredskab"
    session.close()


def test_what_was_not_yet_in_the_file_and_what_an_editor_wrote_both_stand(path: Path) -> None:
    session = Session.open(path, "Ane")
    session.set("front.title", "Beredskab")
    session.save()
    session.set(VISION, "Trygge unge")
    end_suddenly(session)
    path.write_text(path.read_text().replace("Øby Kommune", "Nyby Kommune"))
    session = Session.open(path, "Ane")
    assert session.plan.strategy.vision == "Trygge unge"
    assert session.plan.front.municipality == "Nyby Kommune"
    session.close()


def test_a_damaged_history_is_set_aside_and_the_plan_opens(path: Path) -> None:
    history = history_path(path)
    for extra in ("-wal", "-shm"):
        history.with_name(history.name + extra).unlink(missing_ok=True)
    history.write_bytes(b"this is no database, whatever its name may say" * 100)
    session = Session.open(path, "Ane")
    assert session.read_only is None
    assert session.plan.front.municipality == "Øby Kommune"
    session.close()
    assert len(list(path.parent.glob(f"{history.name}.damaged-*"))) == 1


def test_another_plan_under_the_same_name_keeps_its_own_history(path: Path) -> None:
    session = Session.open(path, "Ane")
    session.set(VISION, "Øbys vision")
    session.close()
    other = path.with_name("anden.plan.yaml")
    Session.create(other, Plan(), "Bo").close()
    path.write_bytes(other.read_bytes())
    session = Session.open(path, "Ane")
    assert session.plan.strategy.vision == ""
    assert session.undo() == Declined("document.nothing_to_undo")
    session.close()
    assert len(list(path.parent.glob(f"{history_path(path).name}.*"))) >= 1


def test_a_new_plan_never_takes_the_place_of_a_file(path: Path) -> None:
    with pytest.raises(FileExistsError):
        Session.create(path, Plan(), "Ane")


def test_a_change_is_told_in_words(path: Path) -> None:
    session = Session.open(path, "Ane")
    role = session.add("organisation.contacts", {"role": "SSP-leder"})
    change = session.set("organisation.coordinator", role)
    assert change is not None
    (line,) = described(change, session.plan, words("da"))
    assert "»SSP-leder«" not in line
    assert line.endswith(": SSP-leder")
    session.close()


def test_listeners_hear_of_each_change_until_they_stop(path: Path) -> None:
    session = Session.open(path, "Ane")
    heard: list[tuple[str, ...]] = []
    stop = session.subscribe(lambda change: heard.append(change.paths()))
    session.set(VISION, "Trygge unge")
    stop()
    session.set(VISION, "Trygge børn")
    assert heard == [(VISION,)]
    session.close()


def test_work_goes_on_while_the_history_takes_nothing_and_all_of_it_is_kept_afterwards(path: Path) -> None:
    session = Session.open(path, "Ane")
    block = sqlite3.connect(history_path(path), isolation_level=None)
    session.history.wait_at_most(0.01)
    block.execute("begin immediate")
    session.draft(VISION, "Try")
    session.set("front.title", "Beredskab")
    session.settle()
    assert session.trouble == "document.not_kept_locked"
    assert isinstance(session.undo(), Change)
    block.execute("rollback")
    block.close()
    session.tick()
    assert session.trouble is None
    plan = session.plan
    session.close()
    again = Session.open(path, "Ane")
    assert again.plan.front.title == plan.front.title == "Beredskab"
    assert isinstance(again.redo(), Change)
    assert again.plan.strategy.vision == "Try"
    again.close()


def test_a_plan_without_a_stamp_loses_nothing_when_killed_before_its_first_save(tmp_path: Path) -> None:
    path = tmp_path / "skrevet.plan.yaml"
    path.write_text("front:\n  municipality: Øby Kommune\n", encoding="utf-8")
    told = subprocess.run([sys.executable, "-c", KILLED, str(path)], capture_output=True, text=True, check=False)
    assert told.stdout.splitlines()[-1] == "Trygge un"
    session = Session.open(path, "Ane")
    assert session.plan.front.municipality == "Øby Kommune"
    assert session.plan.front.title == "Beredskab"
    assert session.plan.strategy.vision == "Trygge un"
    assert isinstance(session.undo(), Change)
    session.close()
    assert read_plan(path).front.title == "Beredskab"
