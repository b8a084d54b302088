"""The past of a plan: read page by page, called by names and times, and brought back."""

from __future__ import annotations

import sqlite3
import time
from datetime import datetime
from pathlib import Path

import pytest

from schemas.compared import text_of
from schemas.language import words
from schemas.paths import NoSuchPath
from wizard.document.change import Change
from wizard.document.history import NewerHistory, history_path
from wizard.document.past import Past, between, plan_at
from wizard.document.people import Held
from wizard.document.points import NoSuchPoint, seq_at, seq_of
from wizard.document.reading import ReadHistory
from wizard.document.restoring import restore
from wizard.document.session import Session
from wizard.document.versions import BadName, name_version, unname, versions

VISION = "strategy.vision"
TITLE = "front.title"
MEASURES = "measures.measures"


def seqs(past: Past, count: int = 40) -> list[tuple[int, int]]:
    """Read a whole past as (seq before, seq after) of its moments."""
    found: list[tuple[int, int]] = []
    while page := past.page(count):
        found += [(moment.first, moment.seq) for moment in page]
    return found


def test_the_latest_comes_first_and_steps_in_one_field_are_one_moment(ane: Session) -> None:
    for text in ("A", "Al", "Alle"):
        ane.set(VISION, text)
    ane.set(TITLE, "Plan")
    ane.set(VISION, "Alle unge")
    moments = Past(ane.history).page()
    assert [(one.first, one.seq, len(one.changes)) for one in moments] == [(4, 5, 1), (3, 4, 1), (0, 3, 3)]
    assert (moments[2].before.strategy.vision, moments[2].after.strategy.vision) == ("", "Alle")
    assert moments[1].after.strategy.vision == "Alle"
    assert moments[0].after == ane.plan


def test_pages_end_at_the_beginning_and_leave_nothing_out(ane: Session) -> None:
    for number in range(25):
        ane.set(VISION if number % 2 else TITLE, f"Nummer {number}")
    past = Past(ane.history)
    found = [past.page(10) for _ in range(4)]
    assert [len(page) for page in found] == [10, 10, 5, 0]
    assert past.ended
    assert [moment.seq for page in found for moment in page] == list(range(25, 0, -1))
    assert found[2][-1].before == plan_at(ane.history, 0)


def test_a_field_has_a_past_of_its_own_with_what_it_stood_in(ane: Session) -> None:
    key = ane.add(MEASURES, {"name": "Samtaler"})
    ane.set(VISION, "Trygge unge")
    ane.set(f"{MEASURES}[{key}].name", "Samtaler hver uge")
    ane.pass_by(TITLE, "skipped", "kommer senere")
    ane.remove(MEASURES, key)
    assert seqs(Past(ane.history, f"{MEASURES}[{key}].name")) == [(4, 5), (2, 3), (0, 1)]
    assert seqs(Past(ane.history, VISION)) == [(1, 2)]
    assert seqs(Past(ane.history, TITLE)) == [(3, 4)]
    assert seqs(Past(ane.history, "measures")) == [(4, 5), (2, 3), (0, 1)]


def test_a_point_has_a_name_once_and_it_is_found_by_it(ane: Session) -> None:
    ane.set(VISION, "Før")
    ane.draft(VISION, "Efter workshop")
    named = name_version(ane, "  Efter   workshop 1 ")
    assert (named.seq, named.name, named.author) == (2, "Efter workshop 1", "Ane")
    ane.set(VISION, "Senere")
    assert seq_of(ane.history, "efter WORKSHOP 1") == 2
    assert plan_at(ane.history, 2).strategy.vision == "Efter workshop"
    for name, key in (("efter workshop 1", "name_taken"), ("2026-11-24", "name_letter"), ("x" * 61, "name_long")):
        with pytest.raises(BadName) as refused:
            name_version(ane, name)
        assert refused.value.key == f"history.{key}"
    name_version(ane, "Udkast", 1, instead="Efter workshop 1")
    assert [(one.seq, one.name) for one in versions(ane.history)] == [(1, "Udkast")]
    assert [one.names for one in Past(ane.history).page()] == [(), ("Udkast",)]
    unname(ane, "Udkast")
    assert versions(ane.history) == ()


def test_times_are_read_as_people_write_them(ane: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Copenhagen")
    time.tzset()
    try:
        for _ in range(3):
            ane.set(VISION, f"{_}")
        with ane.history.writing() as db:
            days = ("2026-06-01T12:29:59", "2026-06-01T12:30:20", "2026-06-02T08:00:00")
            for seq, day in enumerate(days, 1):
                db.execute("update changes set at = ? where seq = ?", (f"{day}+00:00", seq))
            db.execute("update files set at = '2026-06-01T12:00:00+00:00' where seq = 0")
        found = {
            word: seq_of(ane.history, word)
            for word in (
                "2026-06-01 14:29",
                "2026-06-01T14:30",
                "1.6.2026 14.30",
                "2026-06-01 14:30:00",
                "2026-06-01 14:05",
                "01.06.2026",
                "2026-06-02",
                "2026-06-01T12:30:20+00:00",
                "2026-06-01T12:30:20Z",
                "2",
                "0",
            )
        }
        assert list(found.values()) == [1, 2, 2, 1, 0, 2, 3, 2, 2, 2, 0]
        assert seq_at(ane.history, datetime.fromisoformat("2026-06-01T14:30:20+02:00")) == 2
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("i går", "no_point"),
        ("2026-02-30", "no_point"),
        ("25:00", "no_point"),
        ("7", "no_seq"),
        ("2125-01-01", "not_yet"),
        ("1.1.2020 12:00", "before_it_began"),
    ],
)
def test_what_is_no_point_of_the_past_is_told_in_a_sentence(ane: Session, word: str, key: str) -> None:
    ane.set(VISION, "Trygge unge")
    with pytest.raises(NoSuchPoint) as refused:
        seq_of(ane.history, word)
    assert refused.value.key == f"history.{key}"
    assert words("da")(refused.value.key, **refused.value.values)


def test_one_field_comes_back_alone_and_can_be_undone(ane: Session) -> None:
    ane.set(VISION, "Den gode")
    ane.set(TITLE, "Titlen")
    ane.set(VISION, "Den dårlige")
    ane.set(TITLE, "Ny titel")
    change = restore(ane, 2, VISION)
    assert change is not None
    assert (change.cause, ane.plan.strategy.vision, ane.plan.front.title) == ("restore", "Den gode", "Ny titel")
    assert restore(ane, 2, VISION) is None
    assert isinstance(ane.undo(), Change)
    assert ane.plan.strategy.vision == "Den dårlige"


def test_a_removed_record_comes_back_to_its_place_with_what_pointed_to_it(ane: Session) -> None:
    keys = [ane.add(MEASURES, {"name": name}) for name in ("Første", "Midterst", "Sidst")]
    goal = ane.add("strategy.goals", {"text": "Færre"})
    ane.set(f"{MEASURES}[{keys[0]}].goal", goal)
    before, seq = ane.plan, ane.seq
    ane.remove("strategy.goals", goal)
    ane.remove(MEASURES, keys[1])
    restore(ane, seq, f"strategy.goals[{goal}].text")
    restore(ane, seq, f"{MEASURES}[{keys[1]}]")
    assert ane.plan == before


def test_a_record_that_came_later_goes_when_its_list_is_brought_back(ane: Session) -> None:
    seq = ane.seq
    goal = ane.add("strategy.goals", {"text": "Færre"})
    measure = ane.add(MEASURES, {"name": "Samtaler", "goal": goal})
    restore(ane, seq, "strategy.goals")
    assert goal not in {one.id for one in ane.plan.strategy.goals}
    last = ane.plan.measures.measures[-1]
    assert (last.id, last.goal) == (measure, None)
    with pytest.raises(NoSuchPath):
        restore(ane, seq, f"{MEASURES}[{measure}]")


def test_everything_comes_back_also_reasons_and_order(ane: Session) -> None:
    first = ane.add(MEASURES, {"name": "Første"})
    ane.add(MEASURES, {"name": "Sidste"})
    ane.pass_by(TITLE, "skipped", "kommer senere")
    before = ane.plan
    ane.move(MEASURES, first, ane.plan.measures.measures[-1].id)
    ane.set(TITLE, "Titlen")
    ane.remove(MEASURES, first)
    change = restore(ane, 3)
    assert ane.plan == before
    assert change is not None
    assert isinstance(ane.undo(), Change)
    assert ane.plan.front.title == "Titlen"


def test_nothing_is_brought_back_over_what_another_types_in(path: Path, ane: Session) -> None:
    seq = ane.seq
    key = ane.add(MEASURES, {"name": "Samtaler"})
    bo = Session.open(path, "Bo")
    bo.draft(f"{MEASURES}[{key}].name", "Samtaler hver")
    with pytest.raises(Held) as refused:
        restore(ane, seq)
    assert refused.value.author == "Bo"
    bo.close()


def test_two_points_are_compared_in_words(ane: Session) -> None:
    ane.set(VISION, "Trygge unge")
    then = ane.plan
    ane.add(MEASURES, {"name": "Samtaler"})
    said = between(then, ane.plan, words("da"))
    assert [(part.title, [text_of(one) for one in part.sentences]) for part in said] == [
        ("Indsatser", ["Indsatser: tilføjet »Samtaler«"])
    ]


def test_the_past_is_read_beside_an_open_wizard_and_at_rest_without_making_a_file(path: Path, ane: Session) -> None:
    ane.set(VISION, "Trygge unge")
    open_files = sorted(path.parent.iterdir())
    beside = ReadHistory(history_path(path))
    assert seqs(Past(beside)) == [(0, 1)]
    with pytest.raises(sqlite3.OperationalError):
        beside.set_meta("plan", "another")
    ane.set(TITLE, "Beredskab")
    assert beside.head() == 2
    beside.close()
    assert sorted(path.parent.iterdir()) == open_files
    ane.close()
    files = sorted(path.parent.iterdir())
    path.parent.chmod(0o555)
    try:
        alone = ReadHistory(history_path(path))
        assert seqs(Past(alone)) == [(0, 1), (1, 2)][::-1]
        alone.close()
    finally:
        path.parent.chmod(0o755)
    assert sorted(path.parent.iterdir()) == files


def test_an_older_history_is_read_as_it_is_and_a_newer_one_refused(path: Path, ane: Session) -> None:
    ane.set(VISION, "Trygge unge")
    ane.close()
    file = history_path(path)
    with sqlite3.connect(file) as db:
        db.executescript("drop table versions; drop table conflicts; pragma user_version = 1")
    db.close()
    old = ReadHistory(file)
    assert versions(old) == ()
    assert seqs(Past(old)) == [(0, 1)]
    old.close()
    with sqlite3.connect(file) as db:
        db.execute("pragma user_version = 99")
    db.close()
    with pytest.raises(NewerHistory):
        ReadHistory(file)
