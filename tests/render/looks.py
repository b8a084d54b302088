"""Looks for the tests: brand files, pictures and Word files, each made on the spot."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.shared import Mm, RGBColor

from schemas.language import words
from wizard.files.trouble import FileTrouble
from wizard.render.brand.reading import read_look
from wizard.render.look import Look

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">{}<path d="M0 0h90v30H0z" fill="#0b5d4b"/></svg>'


def png(width: int, height: int) -> bytes:
    """Draw a picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x0b\x5d\x4b" * width) * min(height, 500)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def brand(folder: Path, text: str, **files: bytes | str) -> Path:
    """Write a brand file and what lies beside it: `logo_svg="…"` becomes logo.svg."""
    for name, data in files.items():
        raw = data.encode() if isinstance(data, str) else data
        (folder / name.replace("_", ".")).write_bytes(raw)
    path = folder / "brand.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def look(folder: Path, text: str, **files: bytes | str) -> Look:
    """Read a look that is written on the spot."""
    return read_look(brand(folder, text, **files))


def refused(folder: Path, text: str, **files: bytes | str) -> str:
    """Say what is said of a look that is refused."""
    try:
        look(folder, text, **files)
    except FileTrouble as trouble:
        return trouble.sentence(words("da"))
    return ""


def word_file() -> bytes:
    """Make a municipality's Word file: styles, margins, a picture in the head, a link and fields in the footer."""
    document = Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x7A, 0x1F, 0x5C)
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(210), Mm(297), Mm(35)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(png(60, 20)), width=Mm(30))
    section.header.paragraphs[0].text = "Skovby Kommune"
    line = section.footer.paragraphs[0]._p
    link = section.footer.part.relate_to("https://skovby.example", LINK, is_external=True)
    for xml in (
        f'<w:hyperlink {W} {R} r:id="{link}"><w:r><w:t>skovby.example</w:t></w:r></w:hyperlink>',
        f'<w:fldSimple {W} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
        f'<w:fldSimple {W} w:instr=" INCLUDETEXT &quot;C:/x&quot; "><w:r><w:t>hentet</w:t></w:r></w:fldSimple>',
    ):
        line.append(parse_xml(xml))
    document.add_paragraph("Hemmeligt indhold")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Put a part into a Word file."""
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
