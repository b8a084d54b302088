"""Measures and tasks as tables: what a spreadsheet shows of a plan, and what it must not do with it."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from rendered_plans import plan_of, small, tokened

from schemas.language import words
from schemas.plan import Plan
from schemas.starter import starter
from wizard.files.plan_file import read_plan
from wizard.render.documents import MEASURES, PLAN, TASKS, Document
from wizard.render.edition import Edition
from wizard.render.formats import CSV, DOCX, XLSX
from wizard.render.rendering import render
from wizard.render.trouble import Blocked, InternalOnly, RenderTrouble


def rows_of(plan: Plan, document: Document = MEASURES, edition: Edition = Edition.INTERNAL) -> list[dict[str, str]]:
    """Give the rows of a table as CSV, by their heads."""
    text = render(plan, document, CSV, edition).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def sheet_of(plan: Plan, document: Document = MEASURES, edition: Edition = Edition.INTERNAL) -> Worksheet:
    """Open a table as a workbook of one sheet."""
    (sheet,) = load_workbook(io.BytesIO(render(plan, document, XLSX, edition))).worksheets
    return sheet


def measure(**fields: object) -> Plan:
    return plan_of(measures={"measures": [{"level": "constructive", "name": "Værksted", **fields}]})


def test_excel_in_danish_opens_the_csv_by_itself() -> None:
    data = render(small(), MEASURES, CSV, Edition.PUBLIC)
    assert data.startswith(b"\xef\xbb\xbfNiveau;Indsats;Beskrivelse;")
    assert data.endswith(b"\r\n")


def test_a_row_says_what_the_plan_says_of_a_measure() -> None:
    first, second = rows_of(small())
    assert first["Niveau"] == "Opbyggende"
    assert first["Mål"] == "Mål 1: Alle kender kortet"
    assert first["Frist"] == "2027-06-01"
    assert second["Ansvarlig"] == "Tovholder"


def test_a_text_stands_without_its_marks_and_keeps_its_lines() -> None:
    (row,) = rows_of(measure(description="Vi **øver** [her](https://x.example).\n\n- en\n- to"))
    assert row["Beskrivelse"] == "Vi øver her (https://x.example).\n\n• en\n• to"


@pytest.mark.parametrize("text", ["=1+1", "+45 12", "-2+3", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "＝1+1"])
def test_what_looks_like_a_formula_is_a_text(text: str) -> None:
    plan = measure(name=text)
    assert rows_of(plan)[0]["Indsats"] == f"'{text.strip()}"
    cell = sheet_of(plan)["B2"]
    assert (cell.value, cell.data_type) == (text.strip(), "s")
    assert cell.quotePrefix


def test_a_cell_may_hold_what_parts_cells_and_rows() -> None:
    (row,) = rows_of(measure(name='Et "godt"; bud', description="En\nto;tre"))
    assert (row["Indsats"], row["Beskrivelse"]) == ('Et "godt"; bud', "En\nto;tre")


def test_no_control_or_direction_character_reaches_a_file() -> None:
    plan = measure(name="A\x1b[31m\u202eB\x00\u2066", description="x\x07\u200fy")
    (row,) = rows_of(plan)
    assert (row["Indsats"], row["Beskrivelse"]) == ("A[31mB", "xy")
    assert sheet_of(plan)["B2"].value == "A[31mB"


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    value = sheet_of(measure(description="ord " * 20_000))["C2"].value
    assert len(value) <= 32_767
    assert value.endswith("(afkortet: hele teksten står i planen)")


def test_a_workbook_has_heads_that_stay_a_filter_and_real_dates() -> None:
    sheet = sheet_of(measure(due=date(2027, 6, 1), description="Et langt ord efter et andet. " * 20))
    heads = {cell.value: cell for cell in sheet[1]}
    assert sheet.freeze_panes == "A2"
    assert sheet.tables["planbygger"].autoFilter.ref == sheet.tables["planbygger"].ref
    assert heads["Indsats"].font.bold
    due = sheet.cell(2, heads["Frist"].column)
    assert (due.value, due.number_format) == (datetime(2027, 6, 1), "dd.mm.yyyy")
    assert sheet["C2"].alignment.wrap_text
    assert sheet.column_dimensions["C"].width > 40
    assert sheet.row_dimensions[2].height > 100
    assert sheet.title == "Indsatser"


def test_a_day_before_excels_calendar_is_a_text() -> None:
    sheet = sheet_of(measure(start=date(1850, 1, 2)))
    assert "1850-01-02" in [cell.value for cell in sheet[2]]


@pytest.mark.parametrize(("language", "title", "code"), [("da", "Indsatser", "da-DK"), ("en", "Measures", "en-GB")])
def test_a_workbook_says_its_title_and_language(language: str, title: str, code: str) -> None:
    data = render(plan_of(front={"language": language}), MEASURES, XLSX, Edition.PUBLIC)
    found = load_workbook(io.BytesIO(data))
    assert found.properties.title == f"{title} – Ny Ø Kommune"
    assert found.properties.language == code
    assert found.properties.created == datetime(2026, 11, 20, 10)
    assert found.sheetnames == [title]
    assert not [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if "vba" in name.lower()]


@pytest.mark.parametrize("format", [CSV, XLSX])
@pytest.mark.parametrize("document", [MEASURES, TASKS])
def test_the_same_plan_gives_the_same_bytes(document: Document, format) -> None:
    once, twice = (render(small(), document, format, Edition.INTERNAL) for _ in range(2))
    assert once == twice


def test_a_new_plan_gives_a_table_of_heads_alone() -> None:
    new = starter(words("da"))
    assert rows_of(new) == []
    sheet = sheet_of(new)
    assert (sheet.max_row, sheet.tables["planbygger"].ref) == (1, "A1:R2")


def test_every_plan_has_the_same_columns() -> None:
    plan, _ = tokened()
    assert list(rows_of(plan, edition=Edition.PUBLIC)[0]) == list(rows_of(small(), edition=Edition.PUBLIC)[0])


def test_tasks_and_homework_stand_by_the_role_that_answers_for_them() -> None:
    meeting = {"id": "m-00000001", "title": "Første møde", "held_on": date(2026, 9, 1)}
    open_task = {
        "kind": "task", "text": "Ring til **boligselskabet**", "who": "tovholder", "due": date(2026, 10, 1),
        "about": "stakeholders.parties", "session": "m-00000001",
    }  # fmt: skip
    done = {"kind": "task", "text": "Find nummeret", "who": "Chef", "state": "done", "outcome": "Fundet"}
    plan = plan_of(workshop={"sessions": [meeting], "caught": [open_task, done]})
    found = {row["Det skal gøres"]: row for row in rows_of(plan, TASKS)}
    assert list(found["Ring til boligselskabet"].values()) == [
        "Tovholder", "Ring til boligselskabet", "Interessenter", "2026-10-01", "Åben", "", "Første møde",
    ]  # fmt: skip
    assert found["Find nummeret"]["Hvad der kom ud af det"] == "Fundet"
    assert any("»Vikar«" in text and found[text]["Hvem"] == "Vikar" for text in found)


def test_tasks_exist_in_the_internal_edition_alone() -> None:
    with pytest.raises(InternalOnly):
        render(small(), TASKS, CSV, Edition.PUBLIC)


def test_what_looks_like_a_cpr_number_stops_a_public_table() -> None:
    with pytest.raises(Blocked):
        render(measure(description="0101**90**1234"), MEASURES, XLSX, Edition.PUBLIC)


def test_a_document_is_made_in_its_own_formats_alone() -> None:
    for document, format in ((MEASURES, DOCX), (PLAN, CSV)):
        with pytest.raises(RenderTrouble) as trouble:
            render(small(), document, format, Edition.PUBLIC)
        assert trouble.value.key.endswith("no_format")


@pytest.mark.parametrize("document", [MEASURES, TASKS])
def test_every_example_fills_its_tables(document: Document, checkout: Path) -> None:
    for path in (checkout / "examples").glob("*.plan.yaml"):
        plan = read_plan(path)
        sheet = sheet_of(plan, document)
        assert sheet.max_row - 1 == len(rows_of(plan, document))
        assert all(cell.data_type in ("s", "n", "d") for row in sheet.iter_rows(min_row=2) for cell in row)
