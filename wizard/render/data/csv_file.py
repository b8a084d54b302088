"""A table as CSV that Excel opens by itself where a comma parts decimals, as in Danish."""

from __future__ import annotations

import csv
import io
from datetime import date

from .table import Cell, Table

FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet would work out instead of showing it."""


def csv_file(table: Table) -> bytes:
    """Write a table: UTF-8 with the mark Excel knows it by, semicolons, dates as 2026-06-01."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_written, table.heads))
    writer.writerows(map(_written, row) for row in table.rows)
    return target.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    """Write a cell; an apostrophe before what looks like a formula makes it a text."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    text = str(cell)
    return f"'{text}" if isinstance(cell, str) and text.lstrip().startswith(FORMULAS) else text
