"""A municipality's Word file lends its styles, margins, header and footer; nothing else of it comes along."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from looks import look, refused, with_part, word_file
from rendered_plans import small

from wizard.render.documents import CITIZENS, PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX
from wizard.render.look import Look
from wizard.render.rendering import render

REFERENCE = "name: Skovby Kommune\nreference: skabelon.docx\ncolours:\n  accent: '#7a1f5c'"


@pytest.fixture
def own(tmp_path: Path) -> Look:
    return look(tmp_path, REFERENCE, skabelon_docx=word_file())


@pytest.fixture
def made(own: Look) -> bytes:
    return render(small(), PLAN, DOCX, Edition.PUBLIC, look=own)


def test_styles_margins_header_and_footer_are_theirs(made: bytes) -> None:
    document = Document(io.BytesIO(made))
    section = document.sections[0]
    assert round(section.left_margin.mm) == 35
    assert str(document.styles["Heading 1"].font.color.rgb) == "7A1F5C"
    assert section.header.paragraphs[0].text == "Skovby Kommune"
    assert section.different_first_page_header_footer
    assert "<w:drawing>" in section.first_page_header._element.xml
    assert 'descr="Skovby Kommune"' in section.first_page_header._element.xml


def test_the_styles_of_ours_that_it_lacks_are_added_in_the_brands_colours(made: bytes) -> None:
    styles = Document(io.BytesIO(made)).styles
    for name in ("Cell", "Narrow", "Urgent", "Lead", "Municipality", "Internal", "Small", "Table"):
        assert name in [style.name for style in styles]
    assert str(styles["Lead"].font.color.rgb) == "7A1F5C"
    assert styles["Urgent"].base_style.name == "Body Text"


def test_nothing_else_of_it_comes_along(made: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    everything = b"".join(data for name, data in parts.items() if name.endswith((".xml", ".rels")))
    for word in (b"Hemmeligt", b"skovby.example<", b"INCLUDETEXT"):
        assert (word in everything) is (word == b"skovby.example<")
    outside = [name for name, data in parts.items() if name.endswith(".rels") and b'"https://skovby' in data]
    assert not outside


def test_a_field_that_fetches_becomes_the_text_it_showed(made: bytes) -> None:
    footer = Document(io.BytesIO(made)).sections[0].footer
    assert "hentet" in footer.paragraphs[0].text
    assert 'w:instr=" PAGE "' in footer._element.xml


def test_a_file_without_a_footer_gets_ours(tmp_path: Path) -> None:
    target = io.BytesIO()
    Document().save(target)
    read = look(tmp_path, REFERENCE, skabelon_docx=target.getvalue())
    document = Document(io.BytesIO(render(small(), CITIZENS, DOCX, Edition.PUBLIC, look=read)))
    assert document.sections[0].footer.paragraphs[0].text == "Ny Ø Kommune\tSide 1 af 1"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 broken", "kan ikke læses som et Word-dokument"),
        (b"", "kan ikke læses som et Word-dokument"),
        (word_file()[:4000], "kan ikke læses som et Word-dokument"),
        (with_part(word_file(), "word/vbaProject.bin", b"x"), "rummer makroer"),
        (with_part(word_file(), "word/media/big.bin", bytes(60_000_000)), "rummer alt for meget"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_of(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in refused(tmp_path, REFERENCE, skabelon_docx=data)


def test_a_style_sheet_with_entities_is_refused(tmp_path: Path) -> None:
    source = zipfile.ZipFile(io.BytesIO(word_file()))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/styles.xml":
                data = data.replace(b"<w:styles", b"<!DOCTYPE a [<!ENTITY b 'c'>]><w:styles", 1)
            archive.writestr(name, data)
    assert "kan ikke læses" in refused(tmp_path, REFERENCE, skabelon_docx=target.getvalue())
