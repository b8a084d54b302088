"""The figures in the files of a plan: in their places, with a text to be read aloud, and only where they may stand."""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64decode
from functools import cache

import pytest
from docx import Document

from schemas.choices import Arrangement
from schemas.plan import Plan
from wizard.files.installed import installed
from wizard.files.plan_file import read_plan
from wizard.render.asked import Asked
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX, HTML, MARKDOWN, PDF, Format
from wizard.render.rendering import render

PUBLIC = ("Organiseringen", "Vejen for en bekymring", "Indsatserne på en tidslinje")
INTERNAL = (
    "Udgangspunktet før og nu", "Interessenterne efter interesse og indflydelse", "Planens dele og de tre opgaver",
)  # fmt: skip


@cache
def city() -> Plan:
    return read_plan(installed("examples") / "storby.plan.yaml")


@cache
def made(format: Format, edition: Edition = Edition.PUBLIC) -> bytes:
    return render(city(), PLAN, format, edition, Asked(acknowledged=True))


def figures(page: str) -> list[tuple[str, bytes, str]]:
    """Give each figure's text that is read aloud, its picture and its caption."""
    image = r'<img src="data:image/svg\+xml;base64,([^"]+)"[^>]* alt="([^"]+)"[^>]*>'
    pattern = rf"<figure>\s*<div [^>]*>\s*{image}\s*</div>\s*<figcaption[^>]*>(.*?)</figcaption>"
    return [(alt, b64decode(data), caption) for data, alt, caption in re.findall(pattern, page, re.S)]


def test_the_html_holds_the_pictures_themselves_with_captions_and_texts() -> None:
    found = figures(made(HTML).decode())
    assert [caption for _, _, caption in found] == list(PUBLIC)
    for alt, svg, _ in found:
        assert alt.startswith("Tegning: ")
        assert svg.startswith(b"<svg")
        assert len(svg) < 30_000
    path = next(svg for _, svg, caption in found if caption == PUBLIC[1]).decode()
    assert ">Vi tager imod bekymringen</text>" in path
    assert b"figure:" not in made(HTML)


def test_the_internal_edition_has_all_six_and_the_public_one_nothing_of_the_work() -> None:
    found = figures(made(HTML, Edition.INTERNAL).decode())
    assert {caption for _, _, caption in found} == {*PUBLIC, *INTERNAL}
    for format in (HTML, MARKDOWN):
        assert not any(caption in made(format).decode() for caption in INTERNAL)


def test_word_has_the_pictures_with_texts_below_their_captions() -> None:
    archive = zipfile.ZipFile(io.BytesIO(made(DOCX)))
    media = [name for name in archive.namelist() if name.startswith("word/media/")]
    pictures = [name for name in media if name.endswith(".png")]
    assert len(pictures) == len(PUBLIC) == len(media) - len(pictures)
    assert all(archive.read(name).startswith(b"\x89PNG") for name in pictures)
    document = Document(io.BytesIO(made(DOCX)))
    assert document.styles["Figure"].paragraph_format.keep_with_next
    shapes = list(document.inline_shapes)
    assert [round(shape.width.mm) for shape in shapes] == [160] * 3
    assert all(shape.height.mm <= 226 for shape in shapes)
    said = [shape._inline.docPr.get("descr") for shape in shapes]
    assert all(text.startswith("Tegning: ") for text in said)
    texts = [paragraph.text for paragraph in document.paragraphs]
    for caption in PUBLIC:
        at = texts.index(caption)
        assert texts[at + 1] == ""  # the picture's own paragraph
        assert document.paragraphs[at + 1]._p.xpath(".//w:drawing")
        assert texts[at + 2].startswith("Oversigten viser")


def test_the_pdf_holds_the_pictures_and_stays_one_that_is_read_aloud() -> None:
    data = made(PDF)
    assert data.startswith(b"%PDF")
    assert len(data) > len(render(Plan(), PLAN, PDF, Edition.PUBLIC))


FOREIGN = ("مرحبا بالعالم", "🙂 👨\u200d👩\u200d👧 Vi hjælper", "我们接到关切并进行评估", "שלום עולם", "ꙮ வணக்கம் 𓀀")


def test_a_step_in_any_script_stops_neither_its_picture_nor_the_pdf() -> None:
    steps = [step.model_copy(update={"name": name}) for step, name in zip(city().concerns.steps, FOREIGN, strict=False)]
    concerns = city().concerns.model_copy(update={"steps": tuple(steps)})
    plan = city().model_copy(update={"concerns": concerns})
    assert render(plan, PLAN, PDF, Edition.PUBLIC, Asked(acknowledged=True)).startswith(b"%PDF")
    path = figures(render(plan, PLAN, HTML, Edition.PUBLIC, Asked(acknowledged=True)).decode())[1][1].decode()
    for name in FOREIGN:
        assert name.split(" ")[0] in path


def test_the_markdown_has_their_captions_and_words() -> None:
    text = made(MARKDOWN).decode()
    for caption in PUBLIC:
        assert f"**{caption}**\n\nOversigten viser" in text
    assert "![" not in text


@pytest.mark.parametrize("arrangement", Arrangement)
def test_every_arrangement_has_each_figure_once(arrangement: Arrangement) -> None:
    plan = city().model_copy(update={"front": city().front.model_copy(update={"arrangement": arrangement})})
    text = render(plan, PLAN, MARKDOWN, Edition.PUBLIC, Asked(acknowledged=True)).decode()
    assert [text.count(f"**{caption}**") for caption in PUBLIC] == [1, 1, 1]


def test_a_plan_with_nothing_to_draw_has_no_figure() -> None:
    assert b"<figure" not in render(Plan(), PLAN, HTML, Edition.PUBLIC)


def test_no_answer_can_call_for_a_picture() -> None:
    vision = "![x](figure:coverage) ![y](figure:path){width=160mm}\n\n:::: figur\n![z](figure:path)\n::::"
    plan = Plan.model_validate({"strategy": {"vision": vision}})
    page = render(plan, PLAN, HTML, Edition.PUBLIC).decode()
    assert "<img" not in page
    assert "<figure" not in page


@pytest.mark.parametrize("format", [HTML, DOCX, PDF], ids=lambda format: format.name)
def test_the_same_plan_gives_the_same_file(format: Format) -> None:
    assert render(city(), PLAN, format, Edition.PUBLIC, Asked(acknowledged=True)) == made(format)
