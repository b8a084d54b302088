"""Builds the files whose styles every DOCX is printed in: `python -m wizard.render.reference.building FOLDER`.

The same brand gives the same bytes; a test compares ours with the committed files.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from wizard.render.brand.brand import OURS, Brand, Logo

from .styles import styles

TARGETS = {False: "reference.docx", True: "page-reference.docx"}
"""File names by whether the styles are the close ones of a document that keeps to one sheet."""

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

PARTS = {"document": "document.main", "styles": "styles", "settings": "settings", "footer1": "footer"}
RELATIONS = [("styles", "styles.xml"), ("settings", "settings.xml"), ("footer", "footer1.xml")]
LOGO = "media/logo.png"
EMU = 36_000
"""Word's smallest lengths in a millimetre."""


def reference(page: bool, brand: Brand = OURS) -> bytes:
    """Build a reference document; the same on every machine."""
    return zipped(parts(page, brand))


def zipped(parts: Iterator[tuple[str, str | bytes]]) -> bytes:
    """Pack parts in their order, with fixed times; text gets XML's first line."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts:
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            # Stored, since compressors differ from one machine to the next.
            data = content if isinstance(content, bytes) else (XML + content).encode()
            archive.writestr(member, data, zipfile.ZIP_STORED)
    return target.getvalue()


def parts(page: bool, brand: Brand) -> Iterator[tuple[str, str | bytes]]:
    """Yield the name and the content of every file in the archive."""
    logo = brand.logo
    yield "[Content_Types].xml", _types(PARTS | {"header1": "header"} if logo else PARTS)
    yield "_rels/.rels", relations([("officeDocument", "word/document.xml")])
    body = f"<w:body><w:p/>{_section(page, logo is not None)}</w:body>"
    yield "word/document.xml", f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}">{body}</w:document>'
    yield "word/_rels/document.xml.rels", relations([*RELATIONS, ("header", "header1.xml")] if logo else RELATIONS)
    yield "word/styles.xml", styles(page, brand)
    yield "word/settings.xml", settings()
    yield "word/footer1.xml", footer()
    if logo:
        yield "word/header1.xml", header(logo)
        yield "word/_rels/header1.xml.rels", relations([("image", LOGO)])
        yield f"word/{LOGO}", logo.png


def _types(parts: dict[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{kind}+xml"/>' for name, kind in parts.items()
    )
    png = '<Default Extension="png" ContentType="image/png"/>' * ("header1" in parts)
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{png}{overrides}</Types>'
    )


def _section(page: bool, logo: bool) -> str:
    """Write the sheet, A4, in twentieths of a point; a logo stands in the head of the first page alone."""
    above, below = (907, 1020) if page else (1304, 1304)
    first = '<w:headerReference w:type="first" r:id="rId4"/><w:footerReference w:type="first" r:id="rId3"/>' * logo
    return (
        f'<w:sectPr>{first}<w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{above}" w:right="1247" w:bottom="{below}" w:left="1247" w:header="567" w:footer="567"'
        f' w:gutter="0"/>{"<w:titlePg/>" * logo}</w:sectPr>'
    )


def _field(name: str) -> str:
    """Write a field that Word fills each time it lays out the page."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def footer(width: int = 0) -> str:
    """Write the footer; the words between double braces are filled in for each document.

    width: how broad the text is, in twentieths of a point, where the style is not ours.
    """
    page = "".join((_run("{{before}}"), _field("PAGE"), _run("{{between}}"), _field("NUMPAGES"), _run("{{after}}")))
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>' if width else '<w:pStyle w:val="Footer"/>'
    line = f"<w:pPr>{tab}</w:pPr>{_run('{{footer}}')}<w:r><w:tab/></w:r>{page}"
    return f'<w:ftr xmlns:w="{W}"><w:p>{line}</w:p></w:ftr>'


def header(logo: Logo) -> str:
    """Write the head of the first page: the logo, with what it says as its text alternative."""
    named = f'id="1" name="Logo" descr="{escape(logo.alt)}"'
    size = f'cx="{round(logo.width * EMU)}" cy="{round(logo.height * EMU)}"'
    picture = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    inline = (
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {named}/>'
        f'<a:graphic><a:graphicData uri="{DRAWING}/picture">{picture}</a:graphicData></a:graphic></wp:inline>'
    )
    names = "".join(
        f' xmlns:{short}="{name}"'
        for short, name in (
            ("w", W),
            ("r", OFFICE),
            ("wp", f"{DRAWING}/wordprocessingDrawing"),
            ("a", f"{DRAWING}/main"),
            ("pic", f"{DRAWING}/picture"),
        )
    )
    line = f'<w:pPr><w:spacing w:before="0" w:after="200"/></w:pPr><w:r><w:drawing>{inline}</w:drawing></w:r>'
    return f"<w:hdr{names}><w:p>{line}</w:p></w:hdr>"


def settings(even: bool = False) -> str:
    """Write the settings of today's Word, without asking it to update anything; even: whether even pages differ."""
    differ = "<w:evenAndOddHeaders/>" * even
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="425"/>'
        f"<w:doNotHyphenateCaps/>{differ}"
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="da-DK"/></w:settings>'
    )


def relations(pairs: Sequence[tuple[str, str]], ids: Sequence[str] = ()) -> str:
    """Write what a part leads to: kinds and targets, numbered unless they have ids."""
    named = ids or [f"rId{number}" for number in range(1, len(pairs) + 1)]
    inside = "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for id, (kind, target) in zip(named, pairs, strict=True)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def build(folder: Path) -> None:
    """Write our own two archives."""
    for page, name in TARGETS.items():
        (folder / name).write_bytes(reference(page))


if __name__ == "__main__":
    build(Path(sys.argv[1]))
