"""A municipality's own Word file as the reference: its styles, margins, header and footer, and nothing else of it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

from wizard.files.mapping import read_bytes
from wizard.files.trouble import BrokenFile
from wizard.render.brand.trouble import BrokenBrand

UNPACKED = 50_000_000
"""The most bytes that the file's parts may have together, unpacked."""

MEMBERS = 2_000
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
MACROS = re.compile(r"vbaProject|vbaData|activeX|macrosheets", re.IGNORECASE)
TEMPLATE = b"application/vnd.ms-word.document.macroEnabled"


def read_reference(path: Path) -> bytes:
    """Read a Word file that is to be the reference; raises `CannotRead` and `BrokenFile`."""
    try:
        data = read_bytes(path)
    except BrokenFile:
        raise BrokenBrand("too_large", name=path.name, limit=5) from None
    check(data, path.name)
    return data


def check(data: bytes, name: str) -> None:
    """Refuse what is no Word file, or one with macros; raises `BrokenBrand`."""
    parts = parts_of(data, name)
    if any(MACROS.search(part) for part in parts) or TEMPLATE in parts["[Content_Types].xml"]:
        raise BrokenBrand("macros", name=name)
    from .adopting import adopted

    adopted(parts, name)


def parts_of(data: bytes, name: str = "") -> dict[str, bytes]:
    """Unpack a Word file; raises `BrokenBrand`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MEMBERS or sum(member.file_size for member in members) > UNPACKED:
                raise BrokenBrand("reference_too_large", name=name)
            found = {member.filename: archive.read(member) for member in members}
    except (zipfile.BadZipFile, ValueError, RuntimeError, NotImplementedError, EOFError, OSError, zlib.error):
        raise BrokenBrand("no_word_file", name=name) from None
    if not {"[Content_Types].xml", DOCUMENT, STYLES} <= found.keys():
        raise BrokenBrand("no_word_file", name=name)
    return found
