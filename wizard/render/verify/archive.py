"""Whether a file of Office's can be opened: a sound archive of well-formed parts, all of them its own."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from .fault import WEB, Fault, letters

CONTENT = "[Content_Types].xml"
_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)")


def parts(data: bytes) -> dict[str, Element]:
    """Read every XML part by its name. Raises `ValueError` where the archive or a part of it is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if broken := archive.testzip():
                raise ValueError(broken)
            names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
            return {name: _parsed(name, archive.read(name)) for name in names}
    except zipfile.BadZipFile as trouble:
        raise ValueError(str(trouble)) from trouble


def _parsed(name: str, content: bytes) -> Element:
    if _DOCTYPE.search(content):
        raise ValueError(name)
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError as trouble:
        raise ValueError(f"{name}: {trouble}") from trouble


def common(found: Mapping[str, Element]) -> Iterator[Fault]:
    """Tell what may be wrong with any file of Office's."""
    if CONTENT not in found:
        yield Fault("unreadable", {"detail": CONTENT})
    for name, part in found.items():
        yield from letters("".join(part.itertext()))
        if name.endswith(".rels"):
            yield from _relations(part)


def _relations(part: Element) -> Iterator[Fault]:
    for one in part:
        target = one.get("Target", "")
        link = one.get("Type", "").endswith("/hyperlink") and target.lower().startswith(WEB)
        if one.get("TargetMode") == "External" and not link:
            yield Fault("outside", {"target": target[:80]})


def faults(data: bytes) -> Iterator[Fault]:
    """Tell what is wrong with a workbook."""
    return common(parts(data))
