"""Who is at a plan: seen by the others, alone in the field they type in, and gone without anything being lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sudden import end_suddenly

from wizard.document.people import Held
from wizard.document.session import ReadOnlyPlan, Session
from wizard.files.plan_file import read_plan

VISION = "strategy.vision"
TITLE = "front.title"
PARTIES = "stakeholders.parties"


def test_who_is_here_and_where_is_seen(ane: Session, bo: Session) -> None:
    ane.catch_up()
    bo.stand("measures.interventions")
    ane.catch_up()
    assert [(one.author, one.place, one.typing) for one in ane.people] == [("Bo", "measures.interventions", "")]
    bo.draft(VISION, "T")
    ane.catch_up()
    assert ane.people[0].typing == VISION
    bo.close()
    ane.catch_up()
    assert ane.people == ()


def test_a_field_is_kept_for_whoever_types_in_it(ane: Session, bo: Session) -> None:
    ane.draft(VISION, "Trygge")
    with pytest.raises(Held) as held:
        bo.draft(VISION, "B")
    assert held.value.author == "Ane"
    assert bo.holder(VISION) == "Ane"
    ane.draft(VISION, "Trygge unge")
    ane.settle(VISION)
    bo.catch_up()
    bo.draft(VISION, "Trygge unge i Øby")
    bo.settle()
    ane.catch_up()
    assert ane.plan.strategy.vision == "Trygge unge i Øby"
    assert ane.conflicts == bo.conflicts == ()


def test_what_another_types_in_is_not_removed(ane: Session, bo: Session) -> None:
    party = ane.add(PARTIES, {"name": "Skolerne"})
    bo.catch_up()
    bo.draft(f"{PARTIES}[{party}].name", "Skolerne i Øby")
    with pytest.raises(Held):
        ane.remove(PARTIES, party)
    with pytest.raises(Held):
        ane.move(PARTIES, party, None)
    bo.settle()
    ane.catch_up()
    ane.remove(PARTIES, party)
    bo.catch_up()
    assert party not in [one.id for one in bo.plan.stakeholders.parties]


KILLED = """
import os, sys
from pathlib import Path
from wizard.document.session import Session
session = Session.open(Path(sys.argv[1]), "Bo")
session.draft("strategy.vision", "Trygge un")
print("typed", flush=True)
sys.stdin.readline()
os.kill(os.getpid(), 9)
"""


def test_what_somebody_typed_who_is_gone_is_settled_by_those_who_stay(path: Path, ane: Session) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as bo:
        assert bo.stdout is not None
        assert bo.stdout.readline() == "typed\n"
        ane.catch_up()
        assert [one.author for one in ane.people] == ["Bo"]
        with pytest.raises(Held):
            ane.draft(VISION, "A")
        bo.communicate("\n")
    ane.catch_up()
    assert ane.plan.strategy.vision == "Trygge un"
    assert ane.people == ()
    assert ane.changes()[-1].author == "Bo"
    ane.draft(VISION, "Trygge unge")


def test_whoever_opens_a_plan_right_after_a_sudden_end_types_on_in_the_same_field(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as bo:
        bo.communicate("\n")
    again = Session.open(path, "Bo")
    assert again.brought_back == (VISION,)
    again.draft(VISION, "Trygge unge")
    again.close()
    assert read_plan(path).strategy.vision == "Trygge unge"


def test_a_draft_left_behind_never_takes_the_place_of_what_was_written_since(path: Path, ane: Session) -> None:
    bo = Session.open(path, "Bo")
    bo.draft(VISION, "Bos vis")
    end_suddenly(bo)
    ane.set(VISION, "Anes vision")
    again = Session.open(path, "Bo")
    assert again.plan.strategy.vision == "Anes vision"
    assert [conflict.edits[0].value for conflict in again.conflicts] == ["Bos vis"]  # type: ignore[union-attr]
    again.close()


def test_whoever_follows_along_sees_everything_and_changes_nothing(path: Path, ane: Session) -> None:
    guest = Session.open(path, "Gæst", read_only=True)
    ane.set(VISION, "Trygge unge")
    guest.catch_up()
    assert guest.plan.strategy.vision == "Trygge unge"
    with pytest.raises(ReadOnlyPlan):
        guest.draft(VISION, "x")
    with pytest.raises(ReadOnlyPlan):
        guest.undo()
    ane.catch_up()
    assert [one.author for one in ane.people] == ["Gæst"]
    guest.close()


def test_whoever_has_some_parts_only_changes_no_others(path: Path, ane: Session) -> None:
    guest = Session.open(path, "Gæst", components=frozenset({"strategy"}))
    guest.set(VISION, "Trygge unge")
    for wish in (lambda: guest.set(TITLE, "x"), lambda: guest.draft(TITLE, "x"), lambda: guest.add(PARTIES)):
        with pytest.raises(ReadOnlyPlan):
            wish()
    ane.catch_up()
    assert ane.plan.strategy.vision == "Trygge unge"
    assert ane.plan.front.title == ""
    guest.close()
