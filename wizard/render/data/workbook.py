"""A table as a workbook for Excel and LibreOffice: one sheet, a row of heads that stays in sight, real dates."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter import Workbook

from schemas.language import words

from .core import with_language
from .csv_file import FORMULAS
from .table import Cell, Table

LONGEST = 32_767
"""How many characters a cell of Excel holds."""

NARROWEST, WIDEST = 12, 48
"""How wide a column is, in characters."""

FIRST = date(1900, 3, 1)
"""The first day that Excel counts as the calendar does."""

LINE, HIGHEST = 15, 409
"""How high a line is and a row can be, in points."""

SHEET = 200
"""How many characters abreast can still be read on a printed page."""

INK, GROUND, RULE = "#1a1a1a", "#e6ebf2", "#44546a"
A4 = 9

OPTIONS = {
    # A text stays a text, whatever it looks like, and nothing is written to a temporary file.
    "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Looks:
    """How cells look: a head, a text, a text that looks like a formula, a date."""

    head: Any
    text: Any
    guarded: Any
    day: Any


def workbook(table: Table) -> bytes:
    """Write a table as XLSX; the same table gives the same bytes."""
    target = io.BytesIO()
    book = Workbook(target, OPTIONS)
    # Excel keeps no zone: the time is that of the plan's stamp, in UTC.
    made = table.made.replace(tzinfo=None)
    book.set_properties({"title": table.title, "author": table.author, "created": made})
    sheet = book.add_worksheet(table.sheet)
    looks = _looks(book)
    cut = words(table.language[:2])("data.cut")
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, looks, cut)
    _lay_out(sheet, table, looks)
    book.close()
    return with_language(target.getvalue(), table.language)


def _looks(book: Workbook) -> _Looks:
    common = {"text_wrap": True, "valign": "top", "font_color": INK, "border": 1, "border_color": "#c9d1dc"}
    return _Looks(
        head=book.add_format({**common, "bold": True, "bg_color": GROUND, "bottom": 2, "bottom_color": RULE}),
        text=book.add_format(common),
        guarded=book.add_format({**common, "quote_prefix": True}),
        day=book.add_format({**common, "num_format": "dd.mm.yyyy", "align": "left"}),
    )


def _write(sheet: Any, row: int, column: int, cell: Cell, looks: _Looks, cut: str) -> None:
    if cell is None:
        sheet.write_blank(row, column, None, looks.text)
    elif isinstance(cell, date) and cell >= FIRST:
        sheet.write_datetime(row, column, cell, looks.day)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell, looks.text)
    else:
        text = str(cell)
        text = text if len(text) <= LONGEST else text[: LONGEST - len(cut)] + cut
        sheet.write_string(row, column, text, looks.guarded if text.lstrip().startswith(FORMULAS) else looks.text)


def _lay_out(sheet: Any, table: Table, looks: _Looks) -> None:
    """Make the cells a table with heads, which a screen reader reads with each cell, and fit it to a screen."""
    last = max(len(table.rows), 1)
    sheet.add_table(
        0, 0, last, len(table.heads) - 1,
        {
            "name": "planbygger",
            "style": None,
            "columns": [{"header": head, "header_format": looks.head} for head in table.heads],
        },
    )  # fmt: skip
    widths = tuple(_widths(table))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    # Excel finds a row's height by itself, LibreOffice does not.
    for number, row in enumerate(table.rows, 1):
        sheet.set_row(number, min(LINE * max(map(_lines, row, widths)), HIGHEST))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(math.ceil(sum(widths) / SHEET), 0)
    sheet.set_footer("&L&A&R&P / &N")


def _lines(cell: Cell, width: int) -> int:
    """Estimate how many lines a cell takes, with some room for words that do not break."""
    return sum(math.ceil((len(line) + 1) / (width * 0.94)) for line in str(cell or "").split("\n"))


def _widths(table: Table) -> Iterator[int]:
    """Give each column the room that its usual line needs, and its head one line of its own."""
    for column, head in enumerate(table.heads):
        lengths = sorted(len(_shown(row[column])) for row in table.rows if row[column] is not None)
        usual = lengths[len(lengths) * 3 // 4] if lengths else 0
        yield min(max(usual + 2, len(head) + 4, NARROWEST), WIDEST)


def _shown(cell: Cell) -> str:
    return max(str(cell).split("\n"), key=len)
