"""What pandoc's DOCX still lacks: the document's own footer, rows that stay whole, and the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime

from .addresses import with_addresses
from .engine.job import Made
from .figures.drawn import Figure
from .package import filled, unpacked
from .pictures import with_pictures

SHORT, LETTERS = 8, 450
"""How many rows of a table, with how many letters, are held together: no more than a page's end can do without."""

TITLE = 24
"""The size of a card's title on a sheet of its own, in points."""

FRAME, FRAME_COLOR = 48, "8A1C1C"
"""The rule around an acute card's sheet, in eighths of a point, and its colour."""

COMPRESSION = 3
"""How hard the archive is packed: harder takes three times as long and saves a twentieth."""

INDENT, HANGING = 420, 340
"""How far a list is set in for each of its depths, and how far its marks hang out of that, in twentieths of a point."""

PACKED = (".png", ".jpeg", ".jpg")
"""What is packed already, and would only cost time."""

_PROPERTIES = 120
"""Within how many characters of a paragraph's beginning pandoc says that it is a point of a list."""

_ROW = re.compile(r"<w:tr>(?:\s*<w:trPr>(.*?)</w:trPr>)?", re.S)
_TAG = re.compile(r"<[^>]*>")
_STYLE = re.compile(r'(<w:pStyle w:val="[^"]*" ?/>)')
_MARK = '<w:p><w:pPr><w:pStyle w:val="{}" /></w:pPr></w:p>'
_CARD = re.compile(_MARK.format("(Card|Sheet|AcuteSheet)Begins") + r"(.*?)" + _MARK.format(r"\1Ends"), re.S)
_NEW_PAGE = re.compile(_MARK.format("NewPage") + r"(.*?<w:pPr>(?:\s*<w:pStyle [^>]*>)?(?:<w:keepNext ?/>)?)", re.S)
_SHEET_ENDS = re.compile(_MARK.format("(Sheet|AcuteSheet)Ends"))
_HEADING = re.compile(r'<w:p>\s*<w:pPr>\s*<w:pStyle w:val="Heading1" ?/>.*?</w:p>', re.S)
_SECTION, _SECTION_ENDS = "<w:sectPr>", "</w:sectPr>"
_PARAGRAPH = re.compile(r"<w:pPr>(<w:pStyle [^>]*>)?(?:<w:keepNext/>)?")
_GAP = re.compile(r"(</w:tbl>\s*)<w:p ?/>\s*(?=<w:p>)")
_INDENT = re.compile(rb'<w:ind w:left="(\d+)" w:hanging="360" ?/>')
_TIME = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def finish(
    made: Made,
    properties: Mapping[str, str],
    footer: Mapping[str, str],
    time: datetime,
    figures: Mapping[str, Figure],
) -> bytes:
    """Finish a DOCX.

    properties: the document's own, by name.
    footer: the texts that stand for the names in double braces.
    time: what the document and every member of the archive bear.
    figures: by the names that stand in the Markdown.
    """
    target = io.BytesIO()
    moment = time.timetuple()[:6]
    parts = {name: _finished(name, part, footer, time) for name, part in unpacked(made, properties).items()}
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in with_pictures(with_addresses(parts), figures).items():
            member = zipfile.ZipInfo(name, max(moment, (1980, 1, 1, 0, 0, 0)))
            member.external_attr = 0o644 << 16
            packing = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
            archive.writestr(member, content, packing, compresslevel=COMPRESSION)
    return target.getvalue()


def _finished(name: str, content: bytes, footer: Mapping[str, str], time: datetime) -> bytes:
    if name == "word/document.xml":
        # pandoc parts two tables by an empty paragraph; the second one's caption parts them already.
        tables = _GAP.sub(r"\1", _tables_held(_ROW.sub(_whole_row, content.decode())))
        return _new_pages(_sheets(_CARD.sub(_whole_card, _points_held(tables)))).encode()
    if name == "word/numbering.xml":
        return _INDENT.sub(_indented, content)
    if re.fullmatch(r"word/footer\d+\.xml", name):
        return filled(content.decode(), footer).encode()
    if name == "docProps/core.xml":
        # In its sandbox pandoc knows no time.
        return _TIME.sub(rf"\g<1>{time:%Y-%m-%dT%H:%M:%SZ}", content.decode()).encode()
    return content


def _indented(found: re.Match[bytes]) -> bytes:
    """Set a list in by half of what pandoc does, as it is in a browser and in our PDF."""
    return b'<w:ind w:left="%d" w:hanging="%d"/>' % (int(found[1]) * INDENT // 720, HANGING)


def _whole_row(found: re.Match[str]) -> str:
    """Keep a row on one page; in the schema's order it stands before the mark of a head row."""
    return f"<w:tr><w:trPr><w:cantSplit/>{found[1] or ''}</w:trPr>"


def _tables_held(body: str) -> str:
    """Hold the rows of each table together; none of ours stands in another."""
    before, *tables = body.split("<w:tbl>")
    parts = [before]
    for one in tables:
        table, end, rest = one.partition("</w:tbl>")
        parts.append(f"<w:tbl>{_held_together(table)}{end}{rest}")
    return "".join(parts)


def _held_together(table: str) -> str:
    """Keep a short table on one page, and of a long one the head with its first row and its last two rows."""
    *rows, last, end = table.split("</w:tr>")
    short = len(rows) < SHORT and len(_TAG.sub("", table)) <= LETTERS
    held = range(len(rows)) if short else (0, len(rows) - 1)
    kept = (_STYLE.sub(r"\1<w:keepNext/>", row) if index in held else row for index, row in enumerate(rows))
    return "</w:tr>".join((*kept, last, end))


def _points_held(body: str) -> str:
    """Keep a list's first two points on one page, and its last two; and an unfinished sentence with its first point.

    A list's only point is not held: what follows it is another matter.
    """
    first, *paragraphs = body.split("<w:p>")
    points = [one.startswith("<w:pPr>") and "<w:numPr>" in one[:_PROPERTIES] for one in paragraphs] + [False, False]
    held, before = [first], False
    for paragraph, point, next, last in zip(paragraphs, points, points[1:], [*points[2:], False], strict=False):
        # In a table a point may be held already.
        if next and "<w:keepNext/>" not in paragraph[:_PROPERTIES]:
            if point and not (before and last):
                paragraph = paragraph.replace("<w:numPr>", "<w:keepNext/><w:numPr>", 1)
            elif not point and _leads(paragraph):
                paragraph = _STYLE.sub(r"\1<w:keepNext/>", paragraph, count=1)
        held.append(paragraph)
        before = point
    return "<w:p>".join(held)


def _leads(paragraph: str) -> bool:
    """Tell whether a sentence goes on in the list below it; a cell ends with its last paragraph."""
    return "</w:tc>" not in paragraph and not _TAG.sub("", paragraph).rstrip().endswith((".", "!", "?", ")", "«"))


def _whole_card(found: re.Match[str]) -> str:
    """Keep a card, which fits a page, on one from its heading to its last row; a sheet keeps its end mark."""
    kind, card = found.groups()
    last = max(card.rfind("<w:tr>"), 0) or card.rfind("<w:p>")
    held = _PARAGRAPH.sub(r"<w:pPr>\1<w:keepNext/><w:keepLines/>", card[:last]) + card[last:]
    return held if kind == "Card" else _HEADING.sub(_large, held, count=1) + _MARK.format(f"{kind}Ends")


def _large(found: re.Match[str]) -> str:
    """Set a card's title so that it is read across a room."""
    size = f'<w:sz w:val="{2 * TITLE}"/><w:szCs w:val="{2 * TITLE}"/>'
    plain = found[0].replace("<w:r><w:t", "<w:r><w:rPr></w:rPr><w:t")
    return plain.replace("</w:rPr>", f"{size}</w:rPr>")


def _sheets(body: str) -> str:
    """Make every card of its own sheet a section, which begins a page; a heavy frame goes around an acute one."""
    sheets, whole = list(_SHEET_ENDS.finditer(body)), body.rfind(_SECTION)
    if not sheets or whole < 0:
        return body
    end = body.index(_SECTION_ENDS, whole) + len(_SECTION_ENDS)
    section, parts, at = body[whole:end], [], 0
    for sheet in sheets[:-1]:
        parts.append(_in_section(body[at : sheet.start()], _section(section, sheet[1])))
        at = sheet.end()
    last = body[sheets[-1].end() : whole].rstrip()
    parts.append(body[at : sheets[-1].start()] + last + _section(section, sheets[-1][1]) + body[end:])
    return "".join(parts)


def _in_section(part: str, section: str) -> str:
    """End a section with the last paragraph of a part, which has properties."""
    at = part.rindex("</w:pPr>")
    return f"{part[:at]}{section}{part[at:]}"


def _section(section: str, kind: str) -> str:
    frame = "".join(
        f'<w:{side} w:val="single" w:sz="{FRAME}" w:space="12" w:color="{FRAME_COLOR}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    borders = f'<w:pgBorders w:offsetFrom="text">{frame}</w:pgBorders>' * (kind == "AcuteSheet")
    return re.sub(r"(<w:pgMar [^>]*>)", rf"\1{borders}", section)


def _new_pages(body: str) -> str:
    """Begin a page where it was marked, by a property of the paragraph behind the mark."""
    return _NEW_PAGE.sub(r"\1<w:pageBreakBefore/>", body)
