"""What pandoc's DOCX still lacks: the document's own footer, rows that stay whole, and the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from xml.sax.saxutils import escape

SHORT, LETTERS = 8, 900
"""How many rows of a table, with how many letters, are held together."""

_ROW = re.compile(r"<w:tr>(?:\s*<w:trPr>(.*?)</w:trPr>)?", re.S)
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.S)
_TAG = re.compile(r"<[^>]*>")
_STYLE = re.compile(r'(<w:pStyle w:val="[^"]*" ?/>)')
_GAP = re.compile(r"(</w:tbl>\s*)<w:p ?/>\s*(?=<w:p>)")
_TIME = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_LEFT = re.compile(r"\{\{\w+\}\}")


def finish(data: bytes, footer: Mapping[str, str], made: datetime) -> bytes:
    """Finish a DOCX.

    footer: the texts that stand for the names in double braces.
    made: the time that the document and every member of the archive bear.
    """
    target = io.BytesIO()
    moment = made.timetuple()[:6]
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, max(moment, (1980, 1, 1, 0, 0, 0)))
            member.external_attr = 0o644 << 16
            content = _finished(name, source.read(name), footer, made)
            archive.writestr(member, content, zipfile.ZIP_DEFLATED, compresslevel=6)
    return target.getvalue()


def _finished(name: str, content: bytes, footer: Mapping[str, str], made: datetime) -> bytes:
    if name == "word/document.xml":
        # pandoc parts two tables by an empty paragraph; the second one's caption parts them already.
        rows = _ROW.sub(_whole_row, content.decode())
        return _GAP.sub(r"\1", _TABLE.sub(_held_together, rows)).encode()
    if re.fullmatch(r"word/footer\d+\.xml", name):
        return _filled(content.decode(), footer).encode()
    if name == "docProps/core.xml":
        # In its sandbox pandoc knows no time.
        return _TIME.sub(rf"\g<1>{made:%Y-%m-%dT%H:%M:%SZ}", content.decode()).encode()
    return content


def _whole_row(found: re.Match[str]) -> str:
    """Keep a row on one page; in the schema's order it stands before the mark of a head row."""
    return f"<w:tr><w:trPr><w:cantSplit/>{found[1] or ''}</w:trPr>"


def _held_together(found: re.Match[str]) -> str:
    """Keep a short table on one page, and of a long one the head with its first row."""
    rows = found[0].split("</w:tr>")
    short = len(rows) - 1 <= SHORT and len(_TAG.sub("", found[0])) <= LETTERS
    held = len(rows) - 2 if short else 1
    kept = [_STYLE.sub(r"\1<w:keepNext/>", row) if index < held else row for index, row in enumerate(rows)]
    return "</w:tr>".join(kept)


def _filled(text: str, footer: Mapping[str, str]) -> str:
    for key, value in footer.items():
        text = text.replace("{{" + key + "}}", escape(value.replace("{{", "{ {")))
    return _LEFT.sub("", text)
