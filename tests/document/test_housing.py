"""The history of a plan lives beside it, and with the user alone where the plan's folder cannot carry it."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from faults import NOBODY, as_somebody, fill, small_disk

from schemas.language import words
from schemas.starter import starter
from wizard.document import housing, mounts
from wizard.document.history import History, history_path
from wizard.document.housing import house, own_path
from wizard.document.keeping import Keeper

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")


def new(folder: Path, mode: int = 0o644) -> Path:
    plan = folder / "øby.plan.yaml"
    Keeper.create(plan, starter(words("da"), "Øby"))
    plan.chmod(mode)
    return plan


def opened(plan: Path, patience: float = 0.2) -> tuple[str | None, Path | None]:
    """Open a history, write in it, and give why it is where it is, and where."""
    housed = house(plan, patience=patience)
    housed.history.set_meta("prøve", "æøå")
    housed.history.close()
    return housed.why, housed.history.path


def modes(plan: Path) -> set[int]:
    """Give the rights of the history and of what SQLite keeps next to it."""
    beside = history_path(plan)
    files = [beside.with_name(beside.name + suffix) for suffix in housing.SUFFIXES]
    assert all(file.exists() for file in files)
    return {stat.S_IMODE(file.stat().st_mode) for file in files}


@pytest.mark.parametrize("mode", [0o600, 0o660, 0o640, 0o664, 0o644])
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o000])
def test_a_history_can_be_read_and_written_by_those_who_may_read_and_write_the_plan(
    tmp_path: Path, mode: int, mask: int
) -> None:
    plan = new(tmp_path, mode)
    before = os.umask(mask)
    try:
        housed = house(plan)
        assert modes(plan) == {mode}
        assert housed.why is None
        housed.history.close()
    finally:
        os.umask(before)


def test_a_plan_that_was_closed_to_others_closes_its_history_too(tmp_path: Path) -> None:
    plan = new(tmp_path, 0o664)
    assert opened(plan) == (None, history_path(plan))
    plan.chmod(0o600)
    housed = house(plan)
    assert modes(plan) == {0o600}
    housed.history.close()


ANE, BO, TEAM = 70_001, 70_002, 70_100


def test_two_of_a_group_write_in_one_history_whoever_comes_first(common: Path) -> None:
    plan = new(common, 0o660)
    common.chmod(0o770)
    os.chown(common, 0, TEAM)
    os.chown(plan, ANE, TEAM)

    def ane() -> None:
        first = house(plan)
        assert first.shared
        assert modes(plan) == {0o660}
        first.history.set_meta("ane", "her")
        assert os.read(gate[0], 1) == b"."
        assert first.history.meta("bo") == "her"
        first.history.close()

    def bo() -> None:
        second = house(plan)
        assert second.why is None
        assert second.history.meta("ane") == "her"
        second.history.set_meta("bo", "her")
        os.write(gate[1], b".")
        second.history.close()

    gate = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            as_somebody(ane, ANE, (TEAM,))
        finally:
            os._exit(0)
    while not history_path(plan).with_name(f"{history_path(plan).name}-wal").exists():
        time.sleep(0.01)
    as_somebody(bo, BO, (TEAM,))
    os.waitpid(child, 0)
    as_somebody(bo, BO, (TEAM,))
    assert history_path(plan).stat().st_gid == TEAM


def test_a_group_that_cannot_be_set_sees_no_more_than_everybody(common: Path) -> None:
    plan = new(common, 0o664)
    common.chmod(0o777)
    os.chown(plan, ANE, TEAM)
    plan.chmod(0o666)

    def somebody() -> None:
        plan_rights = stat.S_IMODE(plan.stat().st_mode)
        housed = house(plan)
        assert modes(plan) == {plan_rights}
        housed.history.close()

    as_somebody(somebody)


def test_who_may_not_write_in_the_folder_has_a_history_of_ones_own(common: Path) -> None:
    plan = new(common, 0o666)
    past = house(plan)
    past.history.set_meta("fortid", "Det var engang")
    past.history.close()
    os.chmod(history_path(plan), 0o666)

    def somebody() -> None:
        housed = house(plan)
        assert housed.why == "document.housed_closed"
        assert housed.history.path == own_path(plan)
        assert housed.history.meta("fortid") == "Det var engang"
        assert stat.S_IMODE(own_path(plan).stat().st_mode) == 0o600
        assert stat.S_IMODE(own_path(plan).parent.stat().st_mode) == 0o700
        housed.history.close()
        assert opened(plan)[0] == "document.housed_closed"

    as_somebody(somebody)


def test_on_the_network_the_history_stays_with_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = new(tmp_path)
    points = mounts.mounted(Path("/proc/self/mountinfo").read_text())
    monkeypatch.setattr(mounts, "NETWORK", frozenset({mounts.kind_of(str(tmp_path.resolve()), points)}))
    assert opened(plan) == ("document.housed_network", own_path(plan))
    assert not history_path(plan).exists()


def test_a_full_disk_carries_no_new_history(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        plan = new(disk)
        filler = fill(disk)
        assert opened(plan) == ("document.housed_full", own_path(plan))
        filler.unlink()
        housed = house(plan)
        assert (housed.why, housed.left) == (None, own_path(plan))
        housed.history.close()


HOLDING = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("begin exclusive")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_history_that_another_program_holds_is_waited_for_and_then_left_alone(tmp_path: Path) -> None:
    plan = new(tmp_path)
    opened(plan)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(history_path(plan))], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert opened(plan, 0.3) == ("document.housed_locked", own_path(plan))
        holder.kill()
    assert opened(plan, 0.3) == (None, history_path(plan))


def test_where_nothing_can_be_written_the_history_is_in_memory(common: Path) -> None:
    plan = new(common, 0o666)

    def somebody() -> None:
        os.environ["XDG_STATE_HOME"] = "/proc/ingen"
        assert opened(plan) == ("document.housed_nowhere", None)

    as_somebody(somebody, NOBODY)


@pytest.mark.parametrize("junk", [b"no database" * 500, b"\0" * 5000])
def test_a_damaged_history_is_told_from_one_that_has_no_place(tmp_path: Path, junk: bytes) -> None:
    plan = new(tmp_path)
    history_path(plan).write_bytes(junk)
    with pytest.raises(housing.Damaged):
        house(plan)


def test_an_error_is_told_in_one_word(tmp_path: Path) -> None:
    history = History(tmp_path / "historik")
    history.close()
    (tmp_path / "historik").write_bytes(b"x" * 8192)
    with pytest.raises(sqlite3.DatabaseError) as caught:
        History(tmp_path / "historik")
    assert housing.reason(caught.value) == "damaged"
