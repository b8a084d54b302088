"""A plan that was opened, changed and saved by LibreOffice says the same as one that was changed in Word."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hearing_edits import Word
from hearing_plans import back, out

from wizard.files.docx.reading import read_docx
from wizard.render.edition import Edition

Saved = Callable[[dict[str, bytes]], dict[str, bytes]]


@pytest.fixture
def saved(tool: Callable[..., str], tmp_path: Path) -> Saved:
    """Give documents as LibreOffice saves them."""
    soffice = tool("soffice", "libreoffice-writer-nogui")

    def save(documents: dict[str, bytes]) -> dict[str, bytes]:
        target = tmp_path / "saved"
        for name, data in documents.items():
            (tmp_path / f"{name}.docx").write_bytes(data)
        files = [tmp_path / f"{name}.docx" for name in documents]
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        subprocess.run(
            [soffice, profile, "--headless", "--convert-to", "docx", "--outdir", target, *files],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return {name: (target / f"{name}.docx").read_bytes() for name in documents}

    return save


@pytest.mark.full
def test_a_document_that_was_only_saved_says_nothing(saved: Saved) -> None:
    wanted = [(name, edition) for name in ("storby", "english", "small") for edition in Edition]
    files = saved({f"{name}-{edition}": out(name, edition) for name, edition in wanted})
    for name, edition in wanted:
        data = files[f"{name}-{edition}"]
        assert back(data, name, edition) == (), (name, edition)
        assert read_docx(data).properties["planbygger-edition"] == edition.value


@pytest.mark.full
@pytest.mark.parametrize("edition", Edition)
def test_what_was_changed_is_found_after_libreoffice_as_before(edition: Edition, saved: Saved) -> None:
    word = Word(out("storby", edition))
    word.replace("Ensomhed og mobning", "Ensomhed, mobning og udelukkelse")
    word.after(word.find("Psykisk sårbarhed og tab"), "Misbrug i hjemmet")
    word.delete(word.find("Et sted at høre til i fritiden"))
    word.track("vold er nødvendig", "vold er rigtig")
    word.after(word.find("Taler om andre mennesker"), "Truer lærere – Ring til skolen")
    word.track_delete(word.find("Bryder pludseligt med venner"))
    word.track_after(word.find("Vi ved ikke nok om unge over 18"), "Vi vil også se på spil.")
    word.track_move(word.find("Vi taler med den unge"), word.find("Vi handler tidligt"))
    word.find("Man må mene, tro og protestere").add_run(" Altid").bold = True
    word.comment("Fjordborg er en stor by", "Skriv også om øerne.")
    word.comment("55 timer om ugen", "Er det nok?")
    word.write(word.row("Dokumenttype").cells[1].paragraphs[0], "Handlingsplan")
    row = word.row("Tovholder og fagkonsulent i infohuset")
    word.track_row(word.add_row(row, "Studerende", "10 timer", "150.000 kr.", "Pulje"), "w:ins")
    word.track_row(word.row("23.08.2022"), "w:del")
    word.replace("Former for ekstremisme", "Ekstremismens former")
    before = word.save()
    after = saved({"rettet": before})["rettet"]
    said, kept = (
        [
            (one.kind, one.path, one.after, one.text, [hand.author for hand in one.hands], one.comment is None)
            for one in back(data, "storby", edition)
        ]
        for data in (before, after)
    )
    assert len(said) == 14
    assert said == kept
