"""What is forgotten is gone from the screens, files and histories of others too, and no crash brings it back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from forgotten import MARK, NAME, NUMBER, TITLE, VISION, held, name

from schemas.plan import Plan
from wizard.document.change import Change
from wizard.document.difference import difference
from wizard.document.erasing import Unwanted
from wizard.document.forgetting import CannotForget, Traces, forget
from wizard.document.history import history_path
from wizard.document.housing import own_path
from wizard.document.people import Held
from wizard.document.replaying import plan_at
from wizard.document.session import ReadOnlyPlan, Session
from wizard.files.plan_file import read_plan

FOLDER = "folder"
"""The folder of the plan, whose files are all looked through."""


def test_others_who_have_the_plan_open_lose_it_and_cannot_write_it_back(path: Path, ane: Session) -> None:
    ane.set(VISION, f"Som {NAME} siger")
    ane.add("stakeholders.parties", {"name": NAME})
    bo = Session.open(path, "Bo")
    heard: list[Change] = []
    bo.subscribe(heard.append)
    party = bo.plan.stakeholders.parties[-1].id
    forget(ane, name())
    bo.remove("stakeholders.parties", party)  # upon what Bo still saw
    assert bo.plan.strategy.vision == f"Som {MARK} siger"
    assert VISION in {path for change in heard for path in change.paths()}
    assert bo.conflicts == ()
    ane.catch_up()
    assert [one.id for one in ane.plan.stakeholders.parties] == [one.id for one in bo.plan.stakeholders.parties]
    bo.save()
    bo.close()
    ane.close()
    assert held(NAME, within=path.parent) == []


def test_a_key_typed_upon_what_is_gone_is_not_taken(path: Path, ane: Session) -> None:
    ane.set(VISION, f"Som {NAME} siger")
    bo = Session.open(path, "Bo")
    forget(ane, name())
    with pytest.raises(Held):
        bo.draft(VISION, f"Som {NAME} siger.")
    assert bo.value(VISION) == f"Som {MARK} siger"
    bo.draft(VISION, f"Som {MARK} siger.")
    bo.close()
    ane.close()
    assert held(NAME, within=path.parent) == []


def test_what_another_is_typing_just_now_is_waited_for(path: Path, ane: Session) -> None:
    bo = Session.open(path, "Bo")
    bo.draft(VISION, f"Som {NAME} si")
    with pytest.raises(Held) as refused:
        forget(ane, name())
    assert refused.value.author == "Bo"
    assert ane.history.changes()[-1:] == []
    bo.settle()
    forget(ane, name())
    bo.close()
    ane.close()
    assert held(NAME, within=path.parent) == []


def test_what_another_typed_and_left_half_a_date_is_taken_from_their_screen(path: Path, ane: Session) -> None:
    bo = Session.open(path, "Bo")
    bo.draft("front.valid_from", NUMBER)
    bo.settle()
    assert bo.unsettled == {"front.valid_from": NUMBER}
    forget(ane, Unwanted(NUMBER))
    bo.catch_up()
    assert bo.unsettled == {}
    bo.close()
    ane.close()
    assert held(NUMBER, within=path.parent) == []


def test_histories_set_aside_and_left_elsewhere_lose_it_too(path: Path, ane: Session) -> None:
    ane.set(VISION, f"Som {NAME} siger")
    ane.close()
    history = history_path(path)
    aside = history.with_name(f"{history.name}.{read_plan(path).saved.plan}")
    own_path(path).parent.mkdir(parents=True)
    for copy in (aside, own_path(path), history.with_name(f"{history.name}.damaged-20260101T000000")):
        shutil.copy(history, copy)
    debris = path.parent / ".planbygger-0011223344556677.tmp"
    debris.write_text(NAME, "utf-8")
    os.utime(debris, (0, 0))
    (path.parent / "referat.md").write_text(f"# Referat\n{NAME} sagde", "utf-8")
    session = Session.open(path, "Ane")
    done = forget(session, name())
    session.close()
    assert held(NAME, within=path.parent) == ["referat.md"]
    assert [one.name for one in done.left] == ["referat.md"]
    assert sorted(one.name for one in done.deleted) == [debris.name, f"{history.name}.damaged-20260101T000000"]
    with sqlite3.connect(aside) as old:
        assert MARK in old.execute("select group_concat(edits) from changes").fetchone()[0]


def test_an_older_file_put_back_does_not_bring_it_into_the_plan_unasked(path: Path, ane: Session) -> None:
    ane.set(VISION, f"Som {NAME} siger")
    ane.save()
    older = path.read_bytes()
    forget(ane, name())
    ane.close()
    path.write_bytes(older)
    session = Session.open(path, "Ane")
    assert session.plan.strategy.vision == f"Som {MARK} siger"
    session.close()


def test_a_crash_before_the_file_was_written_brings_nothing_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    killed = Session.open(path, "Ane")
    killed.set(VISION, f"Som {NAME} siger")
    killed.save()
    monkeypatch.setattr(killed.keeper, "cleanse", lambda *_: sys.exit(9))
    with pytest.raises(SystemExit):
        forget(killed, name())
    assert NAME in path.read_text("utf-8")
    killed.part()  # nothing more is written
    session = Session.open(path, "Ane")
    assert session.plan.strategy.vision == f"Som {MARK} siger"
    session.save()
    assert forget(session, name()).traces == Traces(0, 0)
    session.close()
    assert held(NAME, within=path.parent) == []


def test_whoever_may_only_read_or_change_a_part_forgets_nothing(path: Path, ane: Session) -> None:
    ane.set(VISION, NAME)
    for guest in (
        Session.open(path, "Gæst", read_only=True),
        Session.open(path, "Gæst", components=frozenset({"measures"})),
    ):
        with pytest.raises(ReadOnlyPlan):
            forget(guest, name())
        guest.close()
    assert ane.plan.strategy.vision == NAME


OTHER = """
import sys, time
from pathlib import Path
from wizard.document.session import Session
session = Session.open(Path(sys.argv[1]), "Bo")
news = []
session.listen(lambda: news.append(1))
session.set("front.title", "Bo er her")
print("open", flush=True)
end = time.monotonic() + 20
while "[slettet]" not in session.plan.strategy.vision and time.monotonic() < end:
    time.sleep(0.02)
    if news:
        news.clear()
        session.catch_up()
    session.tick()
print(session.plan.strategy.vision, flush=True)
session.set("front.title", "Bo går")
session.close()
"""


def test_another_process_hears_of_it_and_leaves_no_trace_behind(path: Path, ane: Session) -> None:
    import wizard

    ane.set(VISION, f"Som {NAME} siger")
    env = {"PYTHONPATH": str(Path(wizard.__file__ or "").parents[1])}
    with subprocess.Popen(
        [sys.executable, "-c", OTHER, path], env=env, stdout=subprocess.PIPE, encoding="utf-8"
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        forget(ane, name())
        assert held(NAME, within=path.parent) == []
        assert other.stdout.readline() == f"Som {MARK} siger\n"
        assert other.wait(20) == 0
    ane.close()
    assert held(NAME, within=path.parent) == []
    assert read_plan(path).front.title == "Bo går"


BUSY = """
import random, sys, threading, time
from pathlib import Path
from wizard.document.people import Held
from wizard.document.session import Session
session, news = Session.open(Path(sys.argv[1]), sys.argv[2]), threading.Event()
session.listen(news.set)
chance, end = random.Random(sys.argv[2]), time.monotonic() + float(sys.argv[3])
print("open", flush=True)
while time.monotonic() < end:
    field = chance.choice(["front.title", "front.file_number"])
    try:
        text = str(session.value(field) or "")
        for letter in "abcdef":
            text = (text + letter)[-200:]
            session.draft(field, text)
            time.sleep(0.004)
            if news.is_set():
                news.clear()
                session.catch_up()
                text = str(session.value(field) or "")
        session.settle(field)
        if chance.random() < 0.3:
            session.undo()
    except Held:
        time.sleep(0.05)
    session.tick()
session.close()
"""


@pytest.mark.full
def test_names_are_forgotten_while_three_others_type_right_behind_them(path: Path, ane: Session) -> None:
    import wizard

    env = {"PYTHONPATH": str(Path(wizard.__file__ or "").parents[1])}
    count = int(os.environ.get("PLANBYGGER_SEEDS", "8"))
    others = [
        subprocess.Popen([sys.executable, "-c", BUSY, path, who, str(count * 0.7)], env=env, stdout=subprocess.PIPE)
        for who in ("Bo", "Cai", "Dea")
    ]
    for one in others:
        assert one.stdout is not None
        assert one.stdout.readline() == b"open\n"
    secrets = [f"Hemmelig{number:03d} Borger" for number in range(count)]
    for secret in secrets:
        ane.catch_up()
        ane.set(TITLE, secret)
        ane.tick()
        time.sleep(0.3)
        until(partial(_gone, ane, secret))
    for one in others:
        assert one.wait(60) == 0
    ane.catch_up()
    assert difference(plan_at(ane.history, ane.seq) or Plan(), ane.plan) == ()
    ane.close()
    assert held("Hemmelig", within=path.parent) == []


def _gone(session: Session, secret: str) -> bool:
    try:
        forget(session, Unwanted(secret, mark=MARK))
    except (Held, CannotForget):
        time.sleep(0.05)
        return False
    return True


def until(done: Callable[[], bool]) -> None:
    """Try until something has come about."""
    end = time.monotonic() + 30
    while not done():
        assert time.monotonic() < end
