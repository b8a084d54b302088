"""Writes the files whose styles every DOCX is printed in: `python templates/style/build_reference.py [FOLDER]`.

The same script gives the same bytes; a test compares them with the committed files.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

sys.dont_write_bytecode = True  # the folder is packed into the wheel as it is
sys.path.insert(0, str(Path(__file__).parent))

from word_styles import styles  # noqa: E402 (it stands beside this script)

TARGETS = {False: "reference.docx", True: "page-reference.docx"}
"""File names by whether the styles are the close ones of a document that keeps to one sheet."""

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _section(page: bool) -> str:
    """Write the sheet, A4, in twentieths of a point."""
    above, below = (907, 1020) if page else (1304, 1304)
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{above}" w:right="1247" w:bottom="{below}" w:left="1247" w:header="567" w:footer="567"'
        ' w:gutter="0"/></w:sectPr>'
    )


PARTS = {"document": "document.main", "styles": "styles", "settings": "settings", "footer1": "footer"}


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


def footer() -> str:
    """Write the footer; the words between double braces are filled in for each document."""
    page = "".join((_run("{{before}}"), _field("PAGE"), _run("{{between}}"), _field("NUMPAGES"), _run("{{after}}")))
    line = f'<w:pPr><w:pStyle w:val="Footer"/></w:pPr>{_run("{{footer}}")}<w:r><w:tab/></w:r>{page}'
    return f'<w:ftr xmlns:w="{W}"><w:p>{line}</w:p></w:ftr>'


def settings() -> str:
    """Write the settings of today's Word, without asking it to update anything."""
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="da-DK"/></w:settings>'
    )


def _relations(pairs: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs.items(), 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def parts(page: bool) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of every file in the archive."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{kind}+xml"/>' for name, kind in PARTS.items()
    )
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
    )
    yield "_rels/.rels", _relations({"officeDocument": "word/document.xml"})
    yield (
        "word/document.xml",
        f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body><w:p/>{_section(page)}</w:body></w:document>',
    )
    yield (
        "word/_rels/document.xml.rels",
        _relations({"styles": "styles.xml", "settings": "settings.xml", "footer": "footer1.xml"}),
    )
    yield "word/styles.xml", styles(page)
    yield "word/settings.xml", settings()
    yield "word/footer1.xml", footer()


def build(folder: Path) -> None:
    """Write the archives with a fixed order and fixed times."""
    for page, name in TARGETS.items():
        _write(folder / name, page)


def _write(target: Path, page: bool) -> None:
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts(page):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            # Stored, since compressors differ from one machine to the next.
            archive.writestr(member, XML + content, zipfile.ZIP_STORED)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1])
