"""What a document can be printed as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from .data.calendar import Calendar
    from .data.table import Table
    from .rendering import Text


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    writer: pandoc's name of it; empty where `make` makes the file.
    template: pandoc's template for the whole file, in the templates' folder; empty for none.
    reference: the file whose styles are taken over; empty for none.
    make: makes the bytes of the file from the written document; None where pandoc alone does.
    usual: whether it is made where no format is named.
    """

    name: str
    suffix: str
    writer: str = ""
    template: str = ""
    reference: str = ""
    make: Callable[[Text], bytes] | None = None
    usual: bool = True


# What makes data is imported with the first file of its kind: a text needs none of it.


def _csv(text: Text) -> bytes:
    from .data.csv_file import csv_file

    return csv_file(cast("Table", text.data))


def _xlsx(text: Text) -> bytes:
    from .data.workbook import workbook

    return workbook(cast("Table", text.data))


def _ics(text: Text) -> bytes:
    from .data.ics_file import ics_file

    return ics_file(cast("Calendar", text.data))


MARKDOWN = Format("md", ".md", "gfm-raw_html")
HTML = Format("html", ".html", "html5", template="plan.html")
DOCX = Format("docx", ".docx", "docx", template="plan.openxml", reference="reference.docx")
PDF = Format("pdf", ".pdf", "typst", template="plan.typ", usual=False)
CSV = Format("csv", ".csv", make=_csv)
XLSX = Format("xlsx", ".xlsx", make=_xlsx)
ICS = Format("ics", ".ics", make=_ics)

PROSE = (MARKDOWN, HTML, DOCX, PDF)
"""What a text can be printed as."""

TABLES = (CSV, XLSX)
"""What a table of data can be written as."""

FORMATS = {format.name: format for format in (*PROSE, *TABLES, ICS)}
"""The formats one can ask for; which of them a document has, it says itself."""
