"""`compare`: what came back from a hearing is taken in as changes that can be undone, all at once or one by one."""

from __future__ import annotations

import json
import os
import pty
import sys
from pathlib import Path

import pytest
from back_from_hearing import DOCX, FILE, Word, back, compare, plan, retitled, visioned, work

import wizard
from wizard.document.session import Session


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


@pytest.mark.parametrize("words", [("--take", "9"), ("--take", "x"), ("--take", "2-1"), ("--take", "1", "--report")])
def test_wishes_that_make_no_sense_are_refused(words: tuple[str, ...], sent: Path) -> None:
    back(sent, retitled)
    assert compare(*words) == 2
    assert plan().front.title == "Planen på øen"


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
