"""The rights of files decide who may what: members of a group work together, readers follow, others stay out."""

from __future__ import annotations

import stat
import time
from pathlib import Path

import pytest
from members import GROUP, member, shared_folder

ANNA, BO, LISE = 60001, 60002, 60003
TITLE = "front.title"


def rights(path: Path) -> tuple[int, str]:
    found = path.stat()
    return found.st_gid, oct(stat.S_IMODE(found.st_mode))


def test_two_members_of_a_group_work_at_one_plan_in_its_folder() -> None:
    with shared_folder(0o2770) as folder, member(ANNA, GROUP) as anna, member(BO, GROUP) as bo:
        plan = folder / "vores.plan.yaml"
        assert anna("create", plan, "anna") is None
        assert anna("set", TITLE, "Annas titel")
        assert bo("open", plan, "bo") is None
        assert bo("see", TITLE) == "Annas titel"
        assert bo("set", TITLE, "Bos titel")
        assert anna("see", TITLE) == "Bos titel"
        assert anna("set", "front.municipality", "Prøveby")
        assert bo("see", "front.municipality") == "Prøveby"
        for name in ("vores.plan.yaml", ".vores.plan.history", ".vores.plan.history-wal"):
            assert rights(folder / name) == (GROUP, "0o660"), name
        bo("close")
        anna("close")
        assert plan.stat().st_uid in (ANNA, BO)
        assert rights(plan) == (GROUP, "0o660")
        assert "Bos titel" in plan.read_text("utf-8")
        assert "Prøveby" in plan.read_text("utf-8")


@pytest.mark.full
def test_what_one_member_left_the_other_opens_later() -> None:
    with shared_folder(0o2770) as folder:
        plan = folder / "vores.plan.yaml"
        with member(ANNA, GROUP) as anna:
            anna("create", plan, "anna")
            anna("set", TITLE, "Annas titel")
            anna("close")
        with member(BO, GROUP) as bo:
            assert bo("open", plan, "bo") is None
            assert bo("set", TITLE, "Bos titel")
            bo("close")
        with member(ANNA, GROUP) as anna:
            assert anna("open", plan, "anna") is None
            assert anna("see", TITLE) == "Bos titel"


def test_who_may_only_read_the_plan_reads_it_and_follows_its_file() -> None:
    with shared_folder(0o2775) as folder, member(ANNA, GROUP) as anna, member(LISE) as lise:
        plan = folder / "vores.plan.yaml"
        anna("create", plan, "anna")
        anna("set", TITLE, "Første titel")
        anna("save")
        plan.chmod(0o664)
        assert lise("open", plan, "lise") == "document.read_only_file"
        assert lise("see", TITLE) == "Første titel"
        anna("set", TITLE, "Anden titel")
        anna("save")
        end = time.monotonic() + 10
        while lise("see", TITLE) != "Anden titel":
            assert time.monotonic() < end
            time.sleep(0.1)
        anna("close")
        lise("close")
        assert rights(plan) == (GROUP, "0o664")
        with member(LISE) as lise:  # nobody else is there: an idle history cannot be opened by a reader
            assert lise("open", plan, "lise") == "document.read_only_file"
            assert lise("see", TITLE) == "Anden titel"
        assert {path.name for path in folder.iterdir()} == {"vores.plan.yaml", ".vores.plan.history"}


@pytest.mark.full
def test_who_may_not_come_into_the_folder_is_told_so() -> None:
    with shared_folder(0o2770) as folder, member(ANNA, GROUP) as anna, member(LISE) as lise:
        plan = folder / "vores.plan.yaml"
        anna("create", plan, "anna")
        anna("close")
        assert lise("open", plan, "lise") == {"trouble": "files.no_access"}
        assert lise("main", str(plan)) == [1, f"Du har ikke adgang til at læse {plan}."]


@pytest.mark.full
def test_who_may_not_read_the_plan_is_told_so_though_the_folder_is_open() -> None:
    with shared_folder(0o2775) as folder, member(ANNA, GROUP) as anna, member(LISE) as lise:
        plan = folder / "vores.plan.yaml"
        anna("create", plan, "anna")
        anna("close")
        assert rights(plan) == (GROUP, "0o660")
        assert rights(folder / ".vores.plan.history") == (GROUP, "0o660")
        assert lise("open", plan, "lise") == {"trouble": "files.no_access"}
