"""What should never have been written is gone for good: from the plan, its past, and the bytes of every file."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest
from forgotten import MARK, NAME, NUMBER, TITLE, VISION, held, name
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.language import words
from schemas.plan import Plan
from schemas.starter import starter
from wizard.document.change import Change
from wizard.document.difference import difference
from wizard.document.edits import plain
from wizard.document.erasing import TooShort, Unwanted
from wizard.document.forgetting import Traces, forget, traces
from wizard.document.history import Draft
from wizard.document.replaying import plan_at
from wizard.document.session import Session
from wizard.document.versions import known_as, name_version, versions
from wizard.files.plan_file import read_plan

FOLDER = "folder"
"""The folder of the plan, whose files are all looked through."""


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
