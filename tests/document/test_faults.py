"""Whatever the disk does, what was typed is kept somewhere and comes back, in its order."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("these faults are made with Unix' means", allow_module_level=True)

from faults import as_somebody, common_folder
from faulty import DANISH, TITLE, VISION, keys, new, settle, until, work

from wizard.document.change import Change
from wizard.document.history import History, history_path
from wizard.document.housing import own_path
from wizard.document.rescue import rescued
from wizard.document.safeguard import KeptElsewhere
from wizard.document.session import Session
from wizard.files.plan_file import read_plan


def test_a_folder_that_is_closed_meanwhile_costs_nothing(common: Path) -> None:
    folder = common / "planer"
    folder.mkdir()
    folder.chmod(0o777)

    def somebody() -> None:
        mine = folder / "mine"
        mine.mkdir()
        plan = new(mine)
        session = Session.open(plan, "Ane")
        mine.chmod(0o555)
        work(session)
        until(session, "not_saved_no_write_access")
        with pytest.raises(KeptElsewhere):
            session.close()
        assert read_plan(plan).front.title == ""
        again = Session.open(plan, "Ane")
        assert again.plan.front.title == "Beredskab"
        assert again.plan.understanding.radicalisation == "Halv sæt"
        mine.chmod(0o755)
        settle(again)
        again.close()
        assert read_plan(plan).front.title == "Beredskab"
        assert not rescued(plan)
        assert sorted(path.name for path in mine.iterdir()) == [history_path(plan).name, plan.name]

    as_somebody(somebody)


@pytest.mark.full
def test_what_was_kept_with_the_user_comes_home_when_the_folder_opens(common: Path) -> None:
    plan = new(common, 0o666)
    past = Session.open(plan, "Bo")
    past.set(VISION, "Bos vision")
    past.close()
    plan.chmod(0o666)
    os.chmod(history_path(plan), 0o666)
    common.chmod(0o755)

    def somebody() -> None:
        session = Session.open(plan, "Ane")
        assert session.trouble == "document.housed_closed"
        assert session.plan.strategy.vision == "Bos vision"
        session.set(TITLE, "Beredskab")
        session.draft("understanding.radicalisation", "Halv sæt")
        until(session, "not_saved_no_write_access")
        with pytest.raises(KeptElsewhere):
            session.close()
        again = Session.open(plan, "Ane")
        assert again.plan.front.title == "Beredskab"
        with pytest.raises(KeptElsewhere):
            again.close()

    def later() -> None:
        session = Session.open(plan, "Ane")
        assert session.trouble is None
        assert keys(session) == ["returned"]
        assert session.plan.front.title == "Beredskab"
        assert session.plan.understanding.radicalisation == "Halv sæt"
        assert session.plan.strategy.vision == "Bos vision"
        session.close()
        assert read_plan(plan).front.title == "Beredskab"
        assert not own_path(plan).exists()
        assert not rescued(plan)

    with common_folder() as state:
        state.chmod(0o777)
        as_somebody(somebody, state=state)
        common.chmod(0o777)
        as_somebody(later, state=state)


@pytest.mark.full
def test_a_folder_that_goes_and_comes_back_is_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "drev"
    folder.mkdir()
    plan = new(folder)
    session = Session.open(plan, "Ane")
    folder.rename(tmp_path / "væk")
    work(session)
    until(session, "not_saved_no_folder")
    (tmp_path / "væk").rename(folder)
    settle(session)
    assert read_plan(plan).front.title == "Beredskab"
    session.close()
    assert not rescued(plan)


def test_what_was_typed_while_the_folder_was_away_is_there_when_it_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "drev"
    folder.mkdir()
    plan = new(folder)
    session = Session.open(plan, "Ane")
    folder.rename(tmp_path / "væk")
    work(session)
    with pytest.raises(KeptElsewhere) as left:
        session.close()
    assert left.value.copy is not None
    assert read_plan(left.value.copy).understanding.radicalisation == "Halv sæt"
    (tmp_path / "væk").rename(folder)
    again = Session.open(plan, "Ane")
    assert again.plan.front.title == "Beredskab"
    again.close()
    assert not rescued(plan)


def test_a_copy_of_which_the_folders_history_knows_nothing_is_named_and_stays(tmp_path: Path) -> None:
    folder = tmp_path / "drev"
    folder.mkdir()
    plan = new(folder)
    Session.open(plan, "Ane").close()
    shutil.copytree(folder, tmp_path / "sikkerhedskopi")
    session = Session.open(plan, "Ane")
    folder.rename(tmp_path / "væk")
    work(session)
    with pytest.raises(KeptElsewhere) as left:
        session.close()
    (tmp_path / "sikkerhedskopi").rename(folder)
    again = Session.open(plan, "Ane")
    assert again.plan.front.title == ""
    assert keys(again) == ["copy_left"]
    assert str(left.value.copy) in again.notices[0].sentence(DANISH)
    again.close()
    assert left.value.copy is not None
    assert left.value.copy.exists()


@pytest.mark.full
def test_a_drive_that_does_not_answer_is_said_and_does_not_hold_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wizard.document.keeping.SILENCE", 0.5)
    plan = new(tmp_path)
    session = Session.open(plan, "Ane")
    answers = threading.Event()
    real = os.fsync

    def slow(number: int) -> None:
        if threading.current_thread().name == "save":
            answers.wait(30)
        real(number)

    monkeypatch.setattr(os, "fsync", slow)
    session.set(TITLE, "Beredskab")
    until(session, "not_saved_no_answer")
    answers.set()
    settle(session)
    assert read_plan(plan).front.title == "Beredskab"
    answers.clear()
    session.set(TITLE, "Videre")
    until(session, "not_saved_no_answer")
    begun = time.monotonic()
    with pytest.raises(KeptElsewhere) as left:
        session.close()
    assert time.monotonic() - begun < 3
    assert left.value.copy is not None
    assert read_plan(left.value.copy).front.title == "Videre"
    answers.set()


HOLDING = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("begin exclusive")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_history_that_another_holds_at_the_start_gets_everything_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wizard.document.housing.house.__defaults__", (None, 0.3, None))
    plan = new(tmp_path)
    first = Session.open(plan, "Ane")
    first.set(VISION, "Før")
    first.close()
    command = [sys.executable, "-c", HOLDING, str(history_path(plan))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        session = Session.open(plan, "Ane")
        assert session.trouble == "document.housed_locked"
        session.set(TITLE, "Beredskab")
        session.close()
        assert read_plan(plan).front.title == "Beredskab"
        holder.kill()
    again = Session.open(plan, "Ane")
    assert again.trouble is None
    assert again.plan.front.title == "Beredskab"
    assert again.plan.strategy.vision == "Før"
    again.close()
    assert not own_path(plan).exists()


def test_a_damaged_history_is_mended_and_told_in_one_line(tmp_path: Path) -> None:
    plan = new(tmp_path)
    session = Session.open(plan, "Ane")
    work(session)
    session.close()
    path = history_path(plan)
    data = path.read_bytes()
    path.write_bytes(b"x" * 200 + data[200:])
    again = Session.open(plan, "Ane")
    assert keys(again)[0].startswith("mended")
    said = again.notices[0].sentence(DANISH)
    assert "\n" not in said
    assert ".damaged-" in said
    assert again.plan.front.title == "Beredskab"
    assert isinstance(again.undo(), Change)
    again.close()
    assert keys(Session.open(plan, "Ane")) == []


def test_opening_after_a_sudden_end_is_silent_when_nothing_was_lost(tmp_path: Path) -> None:
    plan = new(tmp_path)
    session = Session.open(plan, "Ane")
    session.set(TITLE, "Beredskab")
    copy = tmp_path / "kopi"
    copy.mkdir()
    for file in tmp_path.iterdir():
        if file.is_file():
            shutil.copy(file, copy / file.name)
    session.close()
    again = Session.open(copy / plan.name, "Ane")
    assert (keys(again), again.brought_back, again.trouble) == ([], (), None)
    assert again.plan.front.title == "Beredskab"
    again.close()


CUTS = range(int(os.environ.get("PLANBYGGER_SEEDS", "2")))


@pytest.mark.parametrize("seed", CUTS)
def test_a_power_cut_at_any_moment_loses_about_a_second_at_most(tmp_path: Path, seed: int) -> None:
    """The disk as it was synced last: the main file alone, and a beginning of what was not synced yet."""
    chance = random.Random(seed)
    plan = new(tmp_path)
    session = Session.open(plan, "Ane")
    for number in range(chance.randrange(1, 40)):
        session.set(VISION, f"Nummer {number}")
    time.sleep(1.3)
    synced = session.seq
    for number in range(chance.randrange(1, 20)):
        session.set(TITLE, f"Titel {number}")
    cut = tmp_path / "efter"
    cut.mkdir()
    for file in tmp_path.iterdir():
        if file.is_file() and not file.name.endswith("-shm"):
            data = file.read_bytes()
            if file.name.endswith("-wal"):
                data = data[: chance.randrange(len(data) + 1)]
            (cut / file.name).write_bytes(data)
    session.close()
    again = Session.open(cut / plan.name, "Ane")
    assert again.seq >= synced
    assert "mended" not in keys(again)
    again.close()
    history = History(history_path(cut / plan.name))
    assert history.rows("pragma integrity_check") == [("ok",)]
    history.close()
