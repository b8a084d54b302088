"""The past on the command line: listed, printed as it was, made so again, and forgotten, also beside an open wizard."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from calling import Done, Nursery, call

from schemas.language import words
from schemas.starter import starter
from wizard.document.change import Change
from wizard.document.session import Session
from wizard.document.versions import name_version
from wizard.files.plan_file import parse_plan, read_plan

VISION = "strategy.vision"
FILE = "øby.plan.yaml"

Run = Callable[..., Done]


@pytest.fixture
def run(nursery: Nursery, tmp_path: Path) -> Run:
    def run(*given: str, stdin: str = "") -> Done:
        env = {"PYTHONUTF8": "1", "PLANBYGGER_LANG": "da", "PLANBYGGER_AUTHOR": "cai"}
        return nursery.call(list(given), tmp_path, stdin.encode(), env)

    return run


@pytest.fixture
def ane(tmp_path: Path) -> Iterator[Session]:
    """A wizard that has the plan open, after a day's work."""
    session = Session.create(tmp_path / FILE, starter(words("da"), "Øby Kommune"), "Ane")
    session.set(VISION, "Alle")
    session.set(VISION, "Alle unge")
    measure = session.add("measures.measures", {"name": "Gadeteam"})
    name_version(session, "Efter workshop 1")
    session.remove("measures.measures", measure)
    session.set(VISION, "Ingen står alene")
    yield session
    session.close()


def test_the_past_is_listed_beside_an_open_wizard_and_no_file_is_made(run: Run, ane: Session, tmp_path: Path) -> None:
    files = sorted(tmp_path.iterdir())
    done = run("history", FILE)
    assert (done.code, done.stderr) == (0, "")
    lines = [line[18:] if line[:1].isdigit() else line for line in done.stdout.splitlines()]
    assert lines == [
        "5  Ane",
        "    Strategi og vision › Vision: Ingen står alene",
        "4  Ane",
        "    Indsatser › Indsatser: fjernet »Gadeteam«",
        "3  Ane  ★ Efter workshop 1",
        "    Indsatser › Indsatser: tilføjet »Gadeteam«",
        "1–2  Ane",
        "    Strategi og vision › Vision: Alle unge",
    ]
    assert sorted(tmp_path.iterdir()) == files
    ane.close()
    files = sorted(tmp_path.iterdir())
    assert run("history", FILE).stdout == done.stdout
    assert sorted(tmp_path.iterdir()) == files


def test_programs_get_every_change_with_its_names(run: Run, ane: Session) -> None:
    rows = json.loads(run("history", FILE, "--json").stdout)
    assert [(row["seq"], row["names"]) for row in rows] == [
        (5, []),
        (4, []),
        (3, ["Efter workshop 1"]),
        (2, []),
        (1, []),
    ]
    assert rows[3]["sentences"] == ["Strategi og vision › Vision: Alle unge"]
    assert rows[0]["edits"] == [["set", VISION, "Ingen står alene", "Alle unge"]]
    assert json.loads(run("history", FILE, "--json", "--lang", "en").stdout)[1]["cause"] == "user"


@pytest.mark.parametrize(("point", "vision", "measures"), [("efter workshop 1", "Alle unge", 1), ("1", "Alle", 0)])
def test_the_plan_as_it_was_is_a_plan_file(run: Run, ane: Session, point: str, vision: str, measures: int) -> None:
    before = len(starter(words("da"), "").measures.measures)
    done = run("history", FILE, "--at", point)
    then = parse_plan(done.stdout.encode(), FILE)
    assert (done.code, then.strategy.vision) == (0, vision)
    assert len(then.measures.measures) == before + measures
    assert (then.saved.plan, then.saved.seq) == (ane.plan.saved.plan, 3 if measures else 1)
    assert ane.plan.strategy.vision == "Ingen står alene"


def test_a_time_is_a_point_too_and_what_is_none_is_told(run: Run, ane: Session) -> None:
    assert "Ingen står alene" in run("history", FILE, "--at", f"{ane.history.changes()[-1].at}").stdout
    refused = run("history", FILE, "--at", "i går")
    assert (refused.code, refused.stdout) == (2, "")
    assert "»i går« er hverken et navn, et nummer eller et tidspunkt." in refused.stderr


def test_times_are_those_of_whoever_reads(nursery: Nursery, ane: Session, tmp_path: Path) -> None:
    with ane.history.writing() as db:
        db.execute("update changes set at = '2026-06-01T12:30:20+00:00' where seq <= 2")
    ane.close()
    env = {"PYTHONUTF8": "1", "PLANBYGGER_LANG": "da", "TZ": "Europe/Copenhagen"}
    listed = nursery.call(["history", FILE], tmp_path, b"", env).stdout
    assert "01.06.2026 14:30  1–2  Ane" in listed
    then = nursery.call(["history", FILE, "--at", "01.06.2026 14:30"], tmp_path, b"", env).stdout
    assert "vision: Alle unge" in then
    assert "at: 2026-06-01T12:30:20+00:00" in then
    done = nursery.call(["history", FILE, "--restore", "2"], tmp_path, b"", env)
    assert "som den var da: 01.06.2026 14:30." in done.stderr


def test_a_plan_that_was_broken_by_hand_still_has_its_past(run: Run, ane: Session, tmp_path: Path) -> None:
    ane.close()
    (tmp_path / FILE).write_text("strategy: [unfinished", "utf-8")
    assert "Gadeteam" in run("history", FILE, "--at", "3").stdout


def test_restoring_is_a_change_that_the_open_wizard_sees_and_can_work_on(
    run: Run, ane: Session, tmp_path: Path
) -> None:
    done = run("history", FILE, "--restore", "EFTER workshop 1")
    assert done.code == 0
    assert "Det er ændring nummer 6, og den kan fortrydes i guiden." in done.stderr
    assert read_plan(tmp_path / FILE).strategy.vision == "Alle unge"
    ane.catch_up()
    assert ane.plan.strategy.vision == "Alle unge"
    assert [one.name for one in ane.plan.measures.measures][-1] == "Gadeteam"
    assert ane.history.changes()[-1].cause == "restore"
    assert "Planen er allerede, som den var da." in run("history", FILE, "--restore", "3").stderr
    ane.close()
    caj = Session.open(tmp_path / FILE, "cai")
    assert isinstance(caj.undo(), Change)
    assert caj.plan.strategy.vision == "Ingen står alene"
    caj.close()


def test_what_is_forgotten_leaves_the_open_wizard_too(run: Run, ane: Session, tmp_path: Path) -> None:
    done = run("forget", FILE, "--yes", stdin="Gadeteam\nunge\n")
    assert done.code == 0
    assert "I planen: 0. I historikken: 2." in done.stderr
    assert done.stderr.startswith("Fundet i planen: 0. Fundet i dens historik: 4.\n")
    assert "sikkerhedskopier" in done.stderr
    assert b"Gadeteam" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    ane.catch_up()
    listed = run("history", FILE).stdout
    assert "cai (slettet uigenkaldeligt)" in listed
    assert "Vision: Alle [slettet]" in listed
    ane.set(VISION, "Alle er med")
    ane.close()
    assert read_plan(tmp_path / FILE).strategy.vision == "Alle er med"


def test_all_that_ever_stood_in_a_field_is_forgotten(run: Run, ane: Session, tmp_path: Path) -> None:
    assert run("forget", FILE, "--yes", "--field", VISION).code == 0
    ane.close()
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert not any(text.encode() in held for text in ("Alle unge", "Ingen står alene"))


def test_a_plan_that_may_not_be_written_is_left_alone(ane: Session, tmp_path: Path) -> None:
    ane.close()
    done = call(["forget", "findes.ikke.plan.yaml", "--yes"], tmp_path, b"Jens", {"PLANBYGGER_LANG": "da"})
    assert done.code in (1, 3)
    assert "findes.ikke.plan.yaml" in done.stderr
