"""`compare`: what came back from a hearing is listed, and taken in as changes that can be undone."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import wizard
from schemas.plan import Plan
from wizard.cli.main import main
from wizard.document.session import Session
from wizard.files.plan_file import read_plan
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX as DOCX_FORMAT
from wizard.render.rendering import render

sys.path.append(str(Path(__file__).parents[1] / "render"))
from hearing_edits import Word

EXAMPLE = Path(__file__).parents[2] / "examples" / "lilleoe.plan.yaml"
FILE, DOCX = "vores.plan.yaml", "hoering.docx"

Edit = Callable[[Word], object]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a plan, its history, and the document that was made of it."""
    folder = tmp_path_factory.mktemp("office")
    with contextlib.chdir(folder):
        Path(FILE).write_bytes(EXAMPLE.read_bytes())
        work(lambda session: session.set("front.title", "Planen på øen"))
        assert main(["render", FILE, "-f", "docx", "-o", "ud"]) == 0
    return folder


@pytest.fixture
def sent(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan with a history, and the document that was made of it; gives the document."""
    folder = shutil.copytree(office, tmp_path / "kontor")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PLANBYGGER_AUTHOR", "mette")
    (path,) = Path("ud").glob("*.docx")
    return path


def work(*steps: Callable[[Session], object], author: str = "jens") -> None:
    """Open the plan as the wizard does, do something to it and close it."""
    session = Session.open(Path(FILE), author)
    for step in steps:
        step(session)
    session.close()


def back(document: Path, *edits: Edit) -> None:
    """Have the document come back with some edits."""
    word = Word(document.read_bytes())
    for edit in edits:
        edit(word)
    Path(DOCX).write_bytes(word.save())


def compare(*words: str) -> int:
    return main(["compare", FILE, DOCX, *words])


def plan() -> Plan:
    return read_plan(Path(FILE))


def retitled(word: Word) -> None:
    word.track("Planen på øen", "Vores plan")


def visioned(word: Word) -> None:
    word.after(word.find(plan().strategy.vision.split("\n")[0][:40]), "Og alle kender den.")


def test_what_was_changed_is_listed_with_who_did_it(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    back(sent, retitled, lambda word: word.comment("Vision", "Er den for lang?", author="Ældrerådet"))
    capsys.readouterr()
    before = Path(FILE).read_bytes()
    assert compare() == 0
    said = capsys.readouterr()
    assert "Titel: ændret fra »Planen på øen« til »Vores plan«" in said.out
    assert "Ungdomsrådet, 1. december 2026" in said.out
    assert "Vision: kommentar: »Er den for lang?«" in said.out
    assert "Ældrerådet" in said.out
    assert "ændring 1" in said.err or "i dag" in said.err
    assert "Intet er taget ind." in said.err
    assert Path(FILE).read_bytes() == before


def test_nothing_is_said_of_a_document_that_nobody_changed(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    back(sent)
    capsys.readouterr()
    assert compare() == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "siger det samme" in said.err


def test_points_are_taken_in_one_change_each_and_can_be_undone(sent: Path) -> None:
    back(sent, retitled, visioned)
    vision = plan().strategy.vision
    assert compare("--take", "all") == 0
    assert (plan().front.title, plan().strategy.vision) == ("Vores plan", vision + "\n\nOg alle kender den.")
    session = Session.open(Path(FILE), "mette")
    assert [change.author for change in session.changes(1)] == ["mette", "mette"]
    session.undo()
    session.close()
    assert (plan().front.title, plan().strategy.vision) == ("Vores plan", vision)


def test_the_numbers_are_the_same_after_some_points_were_taken_in(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back(sent, retitled, visioned)
    assert compare("--take", "1") == 0
    capsys.readouterr()
    assert compare("--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["format"] == 1
    assert said["sent"]["sure"]
    assert said["sent"]["edition"] == "public"
    assert [(one["number"], one["path"], one["standing"]) for one in said["points"]] == [
        (1, "front.title", "there"),
        (2, "strategy.vision", "open"),
    ]
    assert said["points"][0]["by"] == [{"author": "Ungdomsrådet", "at": "2026-12-01T10:15:00Z"}]
    assert (said["points"][0]["before"], said["points"][0]["after"]) == ("Planen på øen", "Vores plan")


def test_what_the_plan_was_given_meanwhile_is_neither_taken_out_nor_written_over(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back(sent, retitled, visioned)
    work(lambda session: session.set("front.title", "En helt tredje"), lambda session: session.set("front.scope", "Ny"))
    capsys.readouterr()
    assert compare("--take", "all") == 7
    said = capsys.readouterr()
    assert "Planen siger noget andet i dag: »En helt tredje«" in said.out
    assert "--take 1" in said.err
    assert (plan().front.title, plan().front.scope) == ("En helt tredje", "Ny")
    assert plan().strategy.vision.endswith("Og alle kender den.")
    assert compare("--take", "1") == 0
    assert plan().front.title == "Vores plan"


def test_a_comment_becomes_a_parked_point_without_anybodys_name(sent: Path) -> None:
    back(sent, lambda word: word.comment("Vision", "Er den for lang?", author="Birthe Borger"))
    assert compare("--take", "1") == 0
    caught = plan().workshop.caught[-1]
    assert (caught.kind, caught.about) == ("parked", "strategy.vision")
    assert "Er den for lang?" in caught.text
    assert "Birthe" not in Path(FILE).read_text("utf-8")
    assert compare("--take", "1") == 0
    assert [one.text for one in plan().workshop.caught].count(caught.text) == 1


def test_rows_come_and_go(sent: Path) -> None:
    parties = plan().stakeholders.parties
    back(
        sent,
        lambda word: word.add_row(word.row(parties[1].name), *_row(word, parties[1].name, "Roklubben")),
        lambda word: word.delete_row(word.row(parties[0].name)),
    )
    assert compare("--take", "all") == 0
    assert [one.name for one in plan().stakeholders.parties] == [parties[1].name, "Roklubben", *_names(parties[2:])]


def _row(word: Word, name: str, new: str) -> list[str]:
    return [new if cell.text.startswith(name) else "–" for cell in word.row(name).cells]


def _names(parties: object) -> list[str]:
    return [one.name for one in parties]  # type: ignore[attr-defined]


def test_a_report_is_written_as_markdown(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    back(sent, retitled, visioned)
    capsys.readouterr()
    assert compare("--markdown") == 0
    said = capsys.readouterr().out
    assert said.startswith("# Efter høringen: Planen på øen\n")
    assert "- **1.** Titel: ændret fra »Planen på øen« til »Vores plan«\n  - Ungdomsrådet" in said
    assert "**Og alle kender den\\.**" in said or "**Og alle kender den.**" in said


def test_which_version_was_sent_can_be_named(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document that has lost its properties, as Google's programs leave it."""
    back(sent, visioned, lambda word: _without_properties(word))
    work(lambda session: session.set("front.title", "En anden"))
    old = Path("gammel.plan.yaml")
    old.write_bytes(Path(FILE).read_bytes().replace(b"En anden", "Planen på øen".encode()))
    capsys.readouterr()
    assert compare("--take", "all") == 2
    assert "--sent" in capsys.readouterr().err
    for version in ("1", str(old), str(sent)):
        assert compare("--json", "--sent", version) == 0
        said = json.loads(capsys.readouterr().out)
        assert [one["path"] for one in said["points"]] == ["strategy.vision"], version


def _without_properties(word: Word) -> None:
    package = word.doc.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/custom-properties"):
            del package.rels[key]
    word.doc.core_properties.created = word.doc.core_properties.created.replace(year=2040)


def test_bad_files_are_answered_with_a_sentence(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(DOCX).write_bytes(b"hej")
    assert compare() == 3
    assert main(["compare", FILE, "ingen.docx"]) == 1
    other = Path("anden.plan.yaml")
    other.write_bytes(EXAMPLE.read_bytes())
    session = Session.open(other, "jens")
    session.set("front.title", "x")
    session.close()
    back(sent, retitled)
    capsys.readouterr()
    assert main(["compare", str(other), DOCX]) == 1
    assert "en anden plan" in capsys.readouterr().err
    assert main(["render", FILE, "-f", "docx", "-d", "concern-citizens", "-o", "side"]) == 0
    (page,) = Path("side").glob("*.docx")
    capsys.readouterr()
    assert main(["compare", FILE, str(page)]) == 1
    assert "et andet dokument" in capsys.readouterr().err
    foreign = Word((Path(__file__).parents[2] / "templates" / "reference.docx").read_bytes())
    foreign.doc.add_paragraph("Referat af noget helt andet, som ingen plan er.")
    Path(DOCX).write_bytes(foreign.save())
    assert compare() == 1
    assert "ligner ikke" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("--take", "9"), ("--take", "x"), ("--take", "2-1"), ("--take", "1", "--report")])
def test_wishes_that_make_no_sense_are_refused(words: tuple[str, ...], sent: Path) -> None:
    back(sent, retitled)
    assert compare(*words) == 2
    assert plan().front.title == "Planen på øen"


def test_nothing_of_a_document_draws_on_the_terminal(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    back(
        sent,
        lambda word: word.comment("Vision", "Se \u202ehér\u202c\u0085nu", author="Bo\u202e"),
        lambda word: word.track("Planen på øen", "Vores \u202eplan\u200b", author="Eva\u2066"),
    )
    capsys.readouterr()
    for way in ((), ("--markdown",)):
        assert compare(*way) == 0
        said = capsys.readouterr().out
        assert all(char.isprintable() or char in "\n\u00ad" for char in said), way


def test_a_person_at_a_terminal_is_asked_about_each_point(sent: Path) -> None:
    back(sent, retitled, visioned, lambda word: word.comment("Vision", "Er den for lang?"))
    screen = asked(b"s\nhvad\nt\nq\n")
    assert "3 punkter" in screen
    assert "Parkér som åbent punkt" in screen
    assert plan().front.title == "Planen på øen"
    assert plan().workshop.caught[-1].about == "strategy.vision"
    assert not plan().strategy.vision.endswith("Og alle kender den.")
    screen = asked(b"t\nt\n")
    assert "2 punkter er taget ind" in screen
    assert "Står allerede som et parkeret punkt." in screen
    assert (plan().front.title, plan().strategy.vision[-19:]) == ("Vores plan", "Og alle kender den.")


def asked(keys: bytes) -> str:
    """Run the command on a terminal of its own, type, and give what stood there."""
    child, terminal = pty.fork()
    if child == 0:
        env = {**os.environ, "PYTHONPATH": str(Path(wizard.__file__ or "").parents[1]), "TERM": "xterm"}
        os.execve(sys.executable, [sys.executable, "-m", "wizard", "compare", FILE, DOCX], env)
    os.write(terminal, keys)
    shown = b""
    try:
        while chunk := os.read(terminal, 4096):
            shown += chunk
    except OSError:  # how Linux says that the other side has hung up
        pass
    os.waitpid(child, 0)
    os.close(terminal)
    return shown.decode()


def test_a_plan_that_another_changes_while_one_is_asked_is_not_written_over(
    sent: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    back(sent, retitled)
    monkeypatch.setattr("wizard.cli.hearing.on_terminal", lambda: True)

    class Slow:
        """A person who answers when another has changed the same."""

        def readline(self) -> str:
            work(lambda session: session.set("front.title", "En tredje"))
            return "t\n"

    monkeypatch.setattr("sys.stdin", Slow())
    assert compare() == 0
    assert "Punkt 1 er ikke taget ind" in capsys.readouterr().err
    assert plan().front.title == "En tredje"


def test_what_the_wizard_published_in_the_middle_of_the_work_is_known_by_its_change(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The plan in an open wizard bears the stamp of its opening; what is published says which change it stands at."""
    session = Session.open(Path(FILE), "jens")
    session.set("front.title", "Planen til høring")
    stamped = session.plan.model_copy(update={"saved": session.stamp()})
    data = render(stamped, PLAN, DOCX_FORMAT, Edition.PUBLIC)
    session.set("front.title", "Planen efter høring")
    session.close()
    word = Word(data)
    word.track("Planen til høring", "Hørt plan")
    Path(DOCX).write_bytes(word.save())
    capsys.readouterr()
    assert compare("--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["sent"]["seq"], said["sent"]["sure"]) == (2, True)
    (point,) = said["points"]
    assert (point["before"], point["after"], point["standing"]) == ("Planen til høring", "Hørt plan", "moved_on")
