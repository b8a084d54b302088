"""A full disk: work goes on, what was typed is kept somewhere and comes back, in its order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("these faults are made with Unix' means", allow_module_level=True)

from faults import fill, small_disk
from faulty import DANISH, TITLE, VISION, keys, new, settle, until, work

from wizard.document.change import Change
from wizard.document.rescue import rescued
from wizard.document.safeguard import KeptElsewhere
from wizard.document.session import Session
from wizard.files.plan_file import read_plan


def test_on_a_full_disk_work_goes_on_and_arrives_in_its_order_when_there_is_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        plan = new(disk)
        session = Session.open(plan, "Ane")
        session.set(TITLE, "Før")
        settle(session)
        filler = fill(disk)
        for number in range(30):
            session.set(VISION, f"Trygge unge {number} " + "x" * 400)
        session.draft(TITLE, "Under")
        until(session, "not_kept_full")
        assert session.plan.strategy.vision.startswith("Trygge unge 29")
        assert read_plan(plan).front.title == "Før"
        filler.unlink()
        session.tick()
        session.settle()
        settle(session)
        numbers = [change.edits[0].value.split()[2] for change in session.changes(1, 31)]  # type: ignore[union-attr]
        assert numbers == [str(number) for number in range(30)]
        session.close()
        again = Session.open(plan, "Ane")
        assert again.plan.front.title == "Under"
        assert again.plan.strategy.vision.startswith("Trygge unge 29")
        assert keys(again) == []
        assert not rescued(plan)
        again.close()


def test_what_a_full_disk_never_took_is_kept_with_the_user_and_comes_back(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        plan = new(disk)
        session = Session.open(plan, "Ane")
        filler = fill(disk)
        session.set(VISION, "x" * 5000)
        work(session)
        with pytest.raises(KeptElsewhere) as left:
            session.close()
        assert left.value.copy is not None
        assert read_plan(left.value.copy).front.title == "Beredskab"
        assert str(left.value.copy) in left.value.sentence(DANISH)
        assert read_plan(plan).front.title == ""
        filler.unlink()

        again = Session.open(plan, "Ane")
        assert again.plan.front.title == "Beredskab"
        assert again.plan.understanding.radicalisation == "Halv sæt"
        assert keys(again) == ["returned"]
        assert isinstance(again.undo(), Change)
        assert isinstance(again.undo(), Change)
        assert again.plan.strategy.vision == "Første"
        again.close()
        assert read_plan(plan).strategy.vision == "Første"
        assert not rescued(plan)


def test_a_half_typed_date_is_not_lost_on_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        plan = new(disk)
        session = Session.open(plan, "Ane")
        filler = fill(disk)
        session.set(VISION, "x" * 5000)
        session.draft("front.valid_from", "1. ju")
        with pytest.raises(KeptElsewhere):
            session.close()
        filler.unlink()
        again = Session.open(plan, "Ane")
        assert again.value("front.valid_from") == "1. ju"
        again.close()


KILLED = """
import os, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from faults import fill
from wizard.document.session import Session
plan = Path(sys.argv[1])
session = Session.open(plan, "Ane")
fill(plan.parent)
session.set("strategy.vision", "x" * 5000)
session.set("front.title", "Beredskab")
session.draft("understanding.radicalisation", "Halv sæt")
for _ in range(60):
    session.tick()
    time.sleep(0.02)
os.kill(os.getpid(), 9)
"""


@pytest.mark.full
def test_a_kill_on_a_full_disk_loses_a_second_at_most(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        plan = new(disk)
        command = [sys.executable, "-c", KILLED, str(plan), str(Path(__file__).parent)]
        assert subprocess.run(command, check=False, timeout=60).returncode == -9
        (disk / "fyld").unlink()
        session = Session.open(plan, "Ane")
        assert session.plan.front.title == "Beredskab"
        assert session.plan.understanding.radicalisation == "Halv sæt"
        assert keys(session) in (["returned"], ["returned_one"])
        session.close()
        assert read_plan(plan).front.title == "Beredskab"
