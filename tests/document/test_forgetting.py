"""What should never have been written is gone for good: from the plan, its past, and the bytes of every file."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from platformdirs import user_state_path

from schemas.language import words
from schemas.plan import Plan
from schemas.starter import starter
from wizard.document.change import Change
from wizard.document.difference import difference
from wizard.document.edits import plain
from wizard.document.erasing import TooShort, Unwanted
from wizard.document.forgetting import CannotForget, Traces, forget, traces
from wizard.document.history import Draft, history_path
from wizard.document.housing import own_path
from wizard.document.people import Held
from wizard.document.replaying import plan_at
from wizard.document.session import ReadOnlyPlan, Session
from wizard.document.versions import known_as, name_version, versions
from wizard.files.plan_file import read_plan

VISION = "strategy.vision"
TITLE = "front.title"
NAME = "Jørgen Åkjær"
NUMBER = "010203-1234"
MARK = "[slettet]"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "folder" / "øby.plan.yaml"
    file.parent.mkdir()
    Session.create(file, starter(words("da"), "Øby Kommune"), "Ane").close()
    return file


def name(mark: str = MARK) -> Unwanted:
    return Unwanted(NAME, mark=mark)


def held(*texts: str, within: Path) -> list[str]:
    """Name the files, of the folder and the state folder, whose bytes hold a text in some spelling."""
    spellings = {
        spelling.encode(code)
        for text in texts
        for form in ("NFC", "NFD")
        for one in (unicodedata.normalize(form, text), unicodedata.normalize(form, text).upper())
        for spelling in (one, json.dumps(one)[1:-1])
        for code in ("utf-8", "utf-16-le")
    }
    state = user_state_path("planbygger")
    files = [file for folder in (within, state) if folder.exists() for file in folder.rglob("*") if file.is_file()]
    assert any(file.name.endswith(".plan.history") for file in files)
    return [file.name for file in files if any(spelling in file.read_bytes() for spelling in spellings)]


def test_a_name_is_gone_from_the_plan_its_past_and_every_file(path: Path, ane: Session) -> None:
    bo = Session.open(path, "Bo")
    party = ane.add("stakeholders.parties", {"name": f"{NAME}s mor"})
    gone = ane.add("measures.measures", {"name": "Samtaler", "description": f"Med {NAME.upper()}\n\nog andre"})
    ane.remove("measures.measures", gone)
    ane.set(VISION, unicodedata.normalize("NFD", f"Som {NAME} siger"))
    ane.pass_by("front.scope", "skipped", f"{NAME} ved det")
    ane.set("front.committees", [NAME, "Børneudvalget"])
    name_version(ane, f"Efter mødet med {NAME}")
    ane.remember("note", f"ring til {NAME}")
    ane.history.put_draft(Draft("dead", TITLE, f"Til {NAME}", 1, "Cai", "2026-01-01T00:00:00+00:00"))
    ane.history.put_snapshot(ane.seq, json.loads(ane.plan.model_dump_json()))
    ane.save()
    assert held(NAME, within=path.parent)

    done = forget(ane, name())
    assert done.traces.now == 4
    assert done.traces.past >= 8
    assert held(NAME, within=path.parent) == []
    assert ane.plan.strategy.vision == f"Som {MARK} siger"
    assert ane.plan.front.committees == ("Børneudvalget",)
    assert ane.plan.stakeholders.parties[-1].name == f"{MARK} mor"
    assert ane.plan.stakeholders.parties[-1].id == party
    assert [one.name for one in versions(ane.history)] == [f"Efter mødet med {MARK}"]
    last = ane.history.changes()[-1]
    assert (last.cause, last.author, last.edits) == ("forget", "Ane", ())
    bo.catch_up()
    bo.close()
    ane.close()
    assert held(NAME, within=path.parent) == []
    assert read_plan(path).strategy.vision == f"Som {MARK} siger"


def test_the_past_without_it_still_leads_to_the_plan(ane: Session) -> None:
    for text in ("Første", f"{NAME} først", f"Sidst {NAME}", "Til sidst"):
        ane.set(VISION, text)
        ane.set(TITLE, text)
    ane.undo()
    ane.redo()
    forget(ane, name())
    assert plan_at(ane.history, ane.seq) == ane.plan
    assert isinstance(ane.undo(), Change)
    assert ane.plan.front.title == f"Sidst {MARK}"
    assert isinstance(ane.undo(), Change)
    assert ane.plan.strategy.vision == f"Sidst {MARK}"


def test_no_half_of_it_stays_where_it_was_typed_with_pauses(path: Path, ane: Session) -> None:
    for end in range(1, len(f"Ring til {NAME} snart") + 1):
        ane.draft(VISION, f"Ring til {NAME} snart"[:end])
        ane.settle(VISION)
    forget(ane, name())
    ane.close()
    assert held(NAME[:8], within=path.parent) == []
    assert read_plan(path).strategy.vision == f"Ring til {MARK} snart"


def test_letters_typed_right_behind_it_do_not_hide_it(path: Path, ane: Session) -> None:
    bo = Session.open(path, "Bo")
    ane.set(VISION, f"Ring til {NAME}")
    bo.catch_up()
    bo.set(VISION, f"Ring til {NAME}xy")
    ane.catch_up()
    forget(ane, name())
    assert ane.plan.strategy.vision == f"Ring til {MARK}xy"
    bo.close()
    ane.close()
    assert held(NAME, within=path.parent) == []


def test_what_was_left_of_it_on_purpose_stays(path: Path, ane: Session) -> None:
    ane.set(VISION, f"Ring til {NAME}")
    ane.set(VISION, f"Ring til {NAME.split()[0]}")
    forget(ane, name())
    assert ane.plan.strategy.vision == f"Ring til {NAME.split()[0]}"
    ane.close()
    assert held(NAME, NAME.split()[1], within=path.parent) == []


@pytest.mark.parametrize("written", ["010203-1234", "0102031234", "010203 1234", "010203–1234", "01.02.03-1234"])
def test_a_cpr_number_is_found_however_it_is_written(path: Path, ane: Session, written: str) -> None:
    ane.set(VISION, f"Se sag om {written} nu")
    assert traces(ane, Unwanted(NUMBER)) == Traces(1, 1)
    forget(ane, Unwanted(NUMBER, mark=MARK))
    assert ane.plan.strategy.vision == f"Se sag om {MARK} nu"
    ane.close()
    assert held(written, "031234", "1234", within=path.parent) == []


def test_other_words_and_numbers_are_left_alone(ane: Session) -> None:
    ane.set(VISION, "Bo bor i Bording, sagde BO. Bos hus er nr. 10102031234.")
    forget(ane, Unwanted("Bo", mark=MARK))
    forget(ane, Unwanted(NUMBER, mark=MARK))
    assert ane.plan.strategy.vision == f"{MARK} bor i Bording, sagde {MARK}. {MARK} hus er nr. 10102031234."


def test_a_text_too_short_to_mean_anything_is_refused() -> None:
    with pytest.raises(TooShort):
        Unwanted(" B. ")


def test_all_that_ever_stood_in_a_field_can_go(path: Path, ane: Session) -> None:
    key = ane.add("stakeholders.parties", {"name": "Hemmeligheden"})
    ane.set(f"stakeholders.parties[{key}].name", "Også hemmeligt")
    ane.set(TITLE, "Hemmeligheden")
    ane.set(f"stakeholders.parties[{key}].name", "Skolen")
    where = f"stakeholders.parties[{key}].name"
    forget(ane, Unwanted(path=where, keep=ane.plan))
    assert ane.plan.stakeholders.parties[-1].name == "Skolen"
    assert plan_at(ane.history, ane.seq) == ane.plan
    ane.set(TITLE, "")
    forget(ane, Unwanted("Hemmeligheden", mark=MARK))
    forget(ane, Unwanted(path=where))
    assert ane.plan.stakeholders.parties[-1].name == ""
    ane.close()
    assert held("hemmelig", "Hemmelig", "Skolen", within=path.parent) == []


def test_comments_written_by_hand_lose_it_too(path: Path) -> None:
    path.write_text(f"# Spørg {NAME} først\n" + path.read_text("utf-8") + "# slut\n", "utf-8")
    session = Session.open(path, "Ane")
    session.set(TITLE, "Beredskab")
    session.save()
    forget(session, name())
    session.close()
    assert held(NAME, within=path.parent) == []
    assert f"# Spørg {MARK} først" in path.read_text("utf-8")
    assert "# slut" in path.read_text("utf-8")


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


def test_nothing_to_forget_changes_nothing(ane: Session) -> None:
    ane.set(VISION, "Trygge unge")
    before, seq = ane.plan, ane.seq
    assert forget(ane, name()).traces == Traces(0, 0)
    assert (ane.plan, ane.seq) == (before, seq)


WORDS = st.sampled_from(["Trygge", NAME, f"{NAME}s", NAME.upper(), NAME[:6], "unge", f"x{NAME}", "2030", NUMBER])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["set", "set", "type", "add", "remove", "undo", "redo", "name", "pass", "snapshot"]),
        st.integers(0, 1),
        st.lists(WORDS, max_size=3).map(" ".join),
    ),
    min_size=1,
    max_size=20,
)


def done(step: tuple[str, int, str], who: list[Session]) -> None:
    """Do one step of a made-up day."""
    what, author, text = step
    session = who[author]
    session.catch_up()
    items = session.plan.measures.measures
    field = f"measures.measures[{items[-1].id}].description" if items and len(text) % 2 else VISION
    if what == "set":
        session.set(field, text)
    elif what == "type":
        for end in range(0, len(text) + 1, 3):
            session.draft(VISION, text[:end])
            session.settle(VISION)
    elif what == "add":
        session.add("measures.measures", {"name": text})
    elif what == "remove" and items:
        session.remove("measures.measures", items[-1].id)
    elif what in ("undo", "redo"):
        getattr(session, what)()
    elif what == "name" and known_as(session.history, f"v {text}") is None:
        name_version(session, f"v {text}")
    elif what == "pass":
        session.pass_by(TITLE, "skipped", text)
    elif what == "snapshot":
        session.history.put_snapshot(session.ledger.seq, plain(session.plan))


@settings(max_examples=int(os.environ.get("PLANBYGGER_SEEDS", "10")))
@given(STEPS)
def test_whatever_was_done_the_log_without_it_leads_to_the_plan_without_it(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, str]]
) -> None:
    file = tmp_path_factory.mktemp("forget") / "øby.plan.yaml"
    who = [Session.create(file, starter(words("da"), "Øby Kommune"), "Ane"), Session.open(file, "Bo")]
    for step in steps:
        done(step, who)
    for session in who:
        session.save()
    before = who[0].plan
    forget(who[0], name())
    forget(who[0], Unwanted(NUMBER, mark=MARK))
    clean = name().value(plain(before), "")
    assert plain(who[0].plan) == Unwanted(NUMBER, mark=MARK).value(clean, "")
    assert difference(plan_at(who[0].history, who[0].seq) or Plan(), who[0].plan) == ()
    rows = who[0].history.rows("select edits from changes union all select plan from snapshots")
    assert not any(one.pattern.search(text) for (text,) in rows for one in (name(), Unwanted(NUMBER)))
    who[1].catch_up()
    assert plain(who[1].plan) == plain(who[0].plan)
    for session in who:
        while isinstance(session.undo(), Change):
            pass
        session.close()
    assert not any(one.pattern.search(file.read_text("utf-8")) for one in (name(), Unwanted(NUMBER)))


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
