"""`compare`: what came back from a hearing is listed, whichever version went out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from back_from_hearing import DOCX, EXAMPLE, FILE, Word, back, compare, retitled, visioned, work

from wizard.cli.main import main
from wizard.document.session import Session
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX as DOCX_FORMAT
from wizard.render.rendering import render


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
