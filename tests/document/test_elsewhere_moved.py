"""A plan file that was renamed, copied, linked to or put in the place of another finds its own history."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from elsewhere_hands import VISION, another, reopened, told

from wizard.document.history import history_path
from wizard.files.plan_file import read_plan

pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def path(answered: Path) -> Path:
    return answered


def test_a_renamed_plan_finds_its_history(path: Path) -> None:
    new = path.with_name("handleplan.plan.yaml")
    path.rename(new)
    session = reopened(new)
    assert session.seq == 2
    session.undo()
    assert session.plan.front.title == ""
    session.close()
    assert history_path(new).exists()
    assert not history_path(path).exists()
    assert not list(path.parent.glob(f"{history_path(path).name}*"))


def test_a_history_that_a_kill_left_with_its_log_moves_whole(path: Path) -> None:
    session = reopened(path)
    session.set(VISION, "Lige før strømmen gik")
    folder = path.parent / "efter"
    folder.mkdir()
    for file in path.parent.iterdir():
        if file.is_file():
            shutil.copy(file, folder / file.name)
    session.close()
    assert (folder / f"{history_path(path).name}-wal").stat().st_size
    new = folder / "omdøbt.plan.yaml"
    (folder / path.name).rename(new)
    session = reopened(new)
    assert session.plan.strategy.vision == "Lige før strømmen gik"
    session.close()
    assert [file.name for file in folder.iterdir() if "øby" in file.name] == []


def test_a_copy_is_a_plan_of_its_own_from_its_first_change(path: Path) -> None:
    copy = path.with_name("kopi.plan.yaml")
    shutil.copy(path, copy)
    session = reopened(copy)
    session.close()
    assert copy.read_bytes() == path.read_bytes()
    session = reopened(copy)
    assert told(session) == []
    session.set(VISION, "Kopiens")
    session.close()
    assert read_plan(copy).saved.plan != read_plan(path).saved.plan
    session = reopened(copy)
    assert session.seq == 1
    session.close()
    session = reopened(path)
    assert session.seq == 2
    assert session.plan.strategy.vision == "Alle ved, hvem de ringer til."
    session.close()


def test_a_link_to_a_plan_has_the_plans_own_history(path: Path) -> None:
    link = path.with_name("genvej.plan.yaml")
    link.symlink_to(path.name)
    session = reopened(link)
    assert session.seq == 2
    session.set(VISION, "Gennem genvejen")
    session.close()
    assert read_plan(path).strategy.vision == "Gennem genvejen"
    assert link.is_symlink()


def test_another_plan_under_the_name_is_never_merged_and_the_old_history_is_found_again(path: Path) -> None:
    ours = path.read_bytes()
    path.write_bytes(another(path))
    session = reopened(path)
    assert session.plan.front.municipality == "Nyby Kommune"
    assert session.seq == 0
    session.set(VISION, "Nybys vision")
    session.close()
    path.with_name("fundet.plan.yaml").write_bytes(ours)
    session = reopened(path.with_name("fundet.plan.yaml"))
    assert session.seq == 2
    session.close()
    session = reopened(path)
    assert session.plan.strategy.vision == "Nybys vision"
    assert session.seq == 1
    session.close()


def test_plans_that_take_turns_in_one_place_keep_their_histories(path: Path) -> None:
    ours, theirs = path.read_bytes(), another(path)
    for _ in range(2):
        path.write_bytes(theirs)
        reopened(path).close()
        path.write_bytes(ours)
        session = reopened(path)
        assert session.seq == 2
        assert session.elsewhere.question is None
        session.close()
