"""A damaged history is set aside and what can still be read of it goes on; the plan file decides what the plan says."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.language import words
from schemas.starter import starter
from wizard.document.history import History, history_path
from wizard.document.mending import Mended, mend
from wizard.document.opening import plan_at
from wizard.document.session import Session
from wizard.files.plan_file import parse_plan, read_plan

VISION, CHANGES = "strategy.vision", 620
SEEDS = range(int(os.environ.get("PLANBYGGER_SEEDS", "6")))


def killed(folder: Path, saved: bool) -> Path:
    """Make a plan as a kill leaves it: its file is behind, and a draft was typed."""
    plan, left = folder / "øby.plan.yaml", folder / "left"
    Session.create(plan, starter(words("da"), "Øby"), "Ane").close()
    session = Session.open(plan, "Ane")
    for number in range(CHANGES):
        session.set(VISION, f"Vision nummer {number}")
    if saved:
        session.save()
    for number in range(5):
        session.set("front.title", f"Titel {number}")
    session.draft("understanding.radicalisation", "Halv sæt")
    left.mkdir()
    for file in folder.iterdir():
        if file.is_file():
            shutil.copy(file, left / file.name)
    session.close()
    return left / plan.name


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan with everything in the one file of its history."""
    plan = killed(tmp_path_factory.mktemp("closed"), saved=True)
    History(history_path(plan)).close()
    return plan


def mended(left: Path, folder: Path, damage: Callable[[bytes], bytes]) -> tuple[Mended, History]:
    """Damage a copy of a history, mend it and open what came of it."""
    plan = folder / "kopi" / left.name
    shutil.copytree(left.parent, plan.parent)
    path = history_path(plan)
    broken = damage(path.read_bytes())
    path.write_bytes(broken)
    data = plan.read_bytes()
    done = mend(path, parse_plan(data, plan), data)
    assert path.with_name(done.aside).read_bytes() == broken
    return done, History(path)


def page(number: int) -> Callable[[bytes], bytes]:
    return lambda data: data[: 4096 * number] + b"\xa5" * 4096 + data[4096 * (number + 1) :]


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: b"x" * len(data), lambda data: b"SQLite format 3" + data[15:90] + b"\xff" * 30],
    ids=["emptied", "overwritten", "header"],
)
def test_after_a_kill_the_wal_alone_gives_everything_back(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    done, history = mended(killed(tmp_path, saved=False), tmp_path, damage)
    assert done.kept == history.head() == CHANGES + 5
    assert [draft.value for draft in history.drafts()] == ["Halv sæt"]
    latest = plan_at(history, history.head())
    assert latest is not None
    assert latest.front.title == "Titel 4"
    history.close()


@pytest.mark.parametrize("number", [0, 1, 2, 3, 5, 8, 13, 21])
def test_a_lost_page_costs_no_more_than_stood_on_it(closed: Path, tmp_path: Path, number: int) -> None:
    done, history = mended(closed, tmp_path, page(number))
    assert done.kept + len(done.unfit) >= CHANGES - 40
    replays(history, closed)
    history.close()


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9])
def test_of_a_truncated_history_the_rest_is_read(closed: Path, tmp_path: Path, share: float) -> None:
    done, history = mended(closed, tmp_path, lambda data: data[: int(len(data) * share)])
    assert done.kept >= (share >= 0.5) * 100
    replays(history, closed)
    history.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_flipped_bits_leave_a_log_that_leads_to_the_plan(closed: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)

    def flipped(data: bytes) -> bytes:
        changed = bytearray(data)
        for _ in range(chance.choice((1, 8, 64, 512))):
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        return bytes(changed)

    _, history = mended(closed, tmp_path, flipped)
    replays(history, closed)
    history.close()


def replays(history: History, left: Path) -> None:
    """See that the log leads to what the file says, and from there to its end."""
    filed = read_plan(left)
    seq = filed.saved.seq
    assert history.head() >= seq
    assert history.rows("pragma integrity_check") == [("ok",)]
    there, latest = plan_at(history, seq), plan_at(history, history.head())
    assert there is not None
    assert latest is not None
    assert there.strategy.vision == filed.strategy.vision
    numbers = [change.seq for change in history.changes()]
    assert max(numbers) == history.head()


def test_another_plans_history_is_not_read_into_this_one(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "anden.plan.yaml"
    Session.create(other, starter(words("da"), "Nyby"), "Bo").close()
    shutil.copy(history_path(closed), history_path(other))
    data = other.read_bytes()
    done = mend(history_path(other), parse_plan(data, other), data)
    assert done.kept == 0
    history = History(history_path(other))
    assert history.head() == 0
    assert history.meta("plan") == read_plan(other).saved.plan
    history.close()


def test_who_still_has_the_damaged_file_open_and_who_has_the_mended_one_both_bring_what_they_wrote(
    tmp_path: Path,
) -> None:
    plan = tmp_path / "øby.plan.yaml"
    Session.create(plan, starter(words("da"), "Øby"), "Ane").close()
    stranded = Session.open(plan, "Ane")
    stranded.set("front.title", "Beredskab")
    stranded.save()
    data = plan.read_bytes()
    mend(history_path(plan), parse_plan(data, plan), data)
    mended = Session.open(plan, "Bo")
    mended.set(VISION, "Bos vision")
    stranded.set("understanding.radicalisation", "Anes ord")
    stranded.save()
    mended.catch_up()
    for _ in range(300):
        mended.tick()
        stranded.tick()
        time.sleep(0.01)
    assert mended.plan.understanding.radicalisation == stranded.plan.understanding.radicalisation == "Anes ord"
    assert mended.plan.strategy.vision == "Bos vision"
    mended.close()
    assert read_plan(plan).front.title == "Beredskab"
    assert read_plan(plan).understanding.radicalisation == "Anes ord"
    assert read_plan(plan).strategy.vision == "Bos vision"
    stranded.close()
