"""What pandoc's DOCX still lacks: the document's own footer, rows that stay whole, and the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from xml.sax.saxutils import escape

SHORT, LETTERS = 8, 450
"""How many rows of a table, with how many letters, are held together: no more than a page's end can do without."""

PAGE = 3000
"""How many letters of a card fit on one page, with its rows and rules."""

COMPRESSION = 3
"""How hard the archive is packed: harder takes three times as long and saves a twentieth."""

_PROPERTIES = 120
"""Within how many characters of a paragraph's beginning pandoc says that it is a point of a list."""

_ROW = re.compile(r"<w:tr>(?:\s*<w:trPr>(.*?)</w:trPr>)?", re.S)
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.S)
_TAG = re.compile(r"<[^>]*>")
_STYLE = re.compile(r'(<w:pStyle w:val="[^"]*" ?/>)')
_MARK = '<w:p><w:pPr><w:pStyle w:val="Card{}" /></w:pPr></w:p>'
_CARD = re.compile(_MARK.format("Begins") + "(.*?)" + _MARK.format("Ends"), re.S)
_PARAGRAPH = re.compile(r"<w:pPr>(<w:pStyle [^>]*>)?(?:<w:keepNext/>)?")
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
            archive.writestr(member, content, zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION)
    return target.getvalue()


def _finished(name: str, content: bytes, footer: Mapping[str, str], made: datetime) -> bytes:
    if name == "word/document.xml":
        # pandoc parts two tables by an empty paragraph; the second one's caption parts them already.
        rows = _ROW.sub(_whole_row, content.decode())
        tables = _GAP.sub(r"\1", _TABLE.sub(_held_together, rows))
        return _CARD.sub(_whole_card, _first_points_held(tables)).encode()
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
    """Keep a short table on one page, and of a long one the head with its first row and its last two rows."""
    *rows, last, end = found[0].split("</w:tr>")
    short = len(rows) < SHORT and len(_TAG.sub("", found[0])) <= LETTERS
    held = range(len(rows)) if short else (0, len(rows) - 1)
    kept = (_STYLE.sub(r"\1<w:keepNext/>", row) if index in held else row for index, row in enumerate(rows))
    return "</w:tr>".join((*kept, last, end))


def _first_points_held(body: str) -> str:
    """Keep a list's first point on the page of its second, so that none stands alone below its heading.

    A list's only point is not held: what follows it is another matter.
    """
    first, *paragraphs = body.split("<w:p>")
    points = [one.startswith("<w:pPr>") and "<w:numPr>" in one[:_PROPERTIES] for one in paragraphs]
    held = [first]
    for paragraph, around in zip(
        paragraphs, zip([False, *points], points, [*points[1:], False], strict=False), strict=True
    ):
        begins = around == (False, True, True)
        held.append(paragraph.replace("<w:numPr>", "<w:keepNext/><w:numPr>", 1) if begins else paragraph)
    return "<w:p>".join(held)


def _whole_card(found: re.Match[str]) -> str:
    """Keep a card on one page, from its heading to its last row, where a page can hold it; take its marks away."""
    card = found[1]
    if len(_TAG.sub("", card)) > PAGE:
        return card
    last = max(card.rfind("<w:tr>"), 0) or card.rfind("<w:p>")
    return _PARAGRAPH.sub(r"<w:pPr>\1<w:keepNext/><w:keepLines/>", card[:last]) + card[last:]


def _filled(text: str, footer: Mapping[str, str]) -> str:
    for key, value in footer.items():
        text = text.replace("{{" + key + "}}", escape(value.replace("{{", "{ {")))
    return _LEFT.sub("", text)
