"""What the workbook's own properties lack: the language."""

from __future__ import annotations

import io
import zipfile

CORE = "docProps/core.xml"
_END = b"</cp:coreProperties>"


def with_language(data: bytes, language: str) -> bytes:
    """Say in a workbook's properties which language it is in."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == CORE:
                content = content.replace(_END, f"<dc:language>{language}</dc:language>".encode() + _END)
            archive.writestr(member, content)
    return target.getvalue()
