"""Takes over from a municipality's Word file what a reference needs, part by part; the rest is left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Any

from lxml import etree  # type: ignore[import-untyped] # it brings no types

from wizard.render.brand.trouble import BrokenBrand

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
HYPERLINK = f"{{{W}}}hyperlink"
PICTURES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".emf": "image/x-emf",
}
FIELDS = {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "TITLE", "SUBJECT", "AUTHOR"}
"""What a field in a header may ask for; those that would fetch or run something become the text they show."""

TAKEN_OUT = ("dataBinding", "altChunk", "object", "control", "attachedTemplate", "commentRangeStart", "commentRangeEnd",
             "commentReference", "numPr", "embedRegular", "embedBold", "embedItalic", "embedBoldItalic")  # fmt: skip


@dataclass(slots=True)
class Edge:
    """A header or a footer: its kind, for which pages, its XML, and its pictures by relation."""

    kind: str
    pages: str
    xml: Any
    pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict)


@dataclass(slots=True)
class Adopted:
    """What is taken over: the styles, the theme, the sheet's size and margins, and the edges of the page."""

    styles: Any
    theme: bytes
    size: dict[str, str]
    margins: dict[str, str]
    edges: list[Edge]
    first_differs: bool


def adopted(parts: Mapping[str, bytes], name: str) -> Adopted:
    """Take over what a reference needs. Raises `BrokenBrand` where a part is no XML that can be used."""
    try:
        return _Taking(parts).all()
    except (etree.XMLSyntaxError, KeyError, ValueError):
        raise BrokenBrand("no_word_file", name=name) from None


def parsed(data: bytes) -> Any:
    """Read a part's XML: no entities, no document type, nothing fetched."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    if root.getroottree().docinfo.doctype:
        raise ValueError("a document type")
    return root


class _Taking:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts

    def all(self) -> Adopted:
        section = self._section()
        styles = parsed(self.parts["word/styles.xml"])
        _strip(styles, {})
        size, margins = (self._measures(section, name) for name in ("pgSz", "pgMar"))
        first = section.find(f"{{{W}}}titlePg") is not None
        return Adopted(styles, self._theme(), size, margins, list(self._edges(section)), first)

    def _section(self) -> Any:
        found = parsed(self.parts["word/document.xml"]).findall(f".//{{{W}}}sectPr")
        if not found:
            return etree.Element(f"{{{W}}}sectPr")
        return found[-1]

    def _measures(self, section: Any, name: str) -> dict[str, str]:
        """Read lengths; what is no plain number of a sensible size is left out."""
        found = section.find(f"{{{W}}}{name}")
        if found is None:
            return {}
        pairs = ((key.removeprefix(f"{{{W}}}"), value) for key, value in found.attrib.items())
        return {key: value for key, value in pairs if re.fullmatch(r"\d{1,5}", value) and int(value) <= 32_000}

    def _theme(self) -> bytes:
        data = self.parts.get("word/theme/theme1.xml", b"")
        if not data:
            return b""
        theme = parsed(data)
        _strip(theme, {})
        return bytes(etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True))

    def _edges(self, section: Any) -> Iterator[Edge]:
        targets = dict(self._relations("word/document.xml"))
        for kind in ("header", "footer"):
            for reference in section.findall(f"{{{W}}}{kind}Reference"):
                part = targets.get(reference.get(f"{{{R}}}id"), "")
                if part in self.parts:
                    yield self._edge(kind, str(reference.get(f"{{{W}}}type", "default")), part)

    def _edge(self, kind: str, pages: str, part: str) -> Edge:
        xml = parsed(self.parts[part])
        pictures = {
            id: (PurePosixPath(target).suffix.lower(), self.parts[target])
            for id, target in self._relations(part)
            if PurePosixPath(target).suffix.lower() in PICTURES and target in self.parts
        }
        _strip(xml, pictures)
        return Edge(kind, pages if pages in ("default", "first") else "even", xml, pictures)

    def _relations(self, part: str) -> Iterator[tuple[str, str]]:
        """Yield the ids and the parts that a part leads to inside the file."""
        path = PurePosixPath(part)
        data = self.parts.get(f"{path.parent}/_rels/{path.name}.rels")
        for relation in parsed(data).findall(f"{{{RELATIONS}}}Relationship") if data else ():
            target = str(relation.get("Target", ""))
            if relation.get("TargetMode") != "External":
                inside = target.removeprefix("/") if target.startswith("/") else normpath(f"{path.parent}/{target}")
                yield str(relation.get("Id")), inside


def _strip(root: Any, kept: Mapping[str, object]) -> None:
    """Take out what leads elsewhere: links, foreign pictures, objects, fields that fetch, instructions."""
    for instruction in root.xpath("//processing-instruction() | //comment()"):
        if instruction.getparent() is not None:
            instruction.getparent().remove(instruction)
    for name in TAKEN_OUT:
        for element in list(root.iter(f"{{{W}}}{name}")):
            element.getparent().remove(element)
    for element in list(root.iter(etree.Element)):
        ids = [value for key, value in element.attrib.items() if key.startswith(f"{{{R}}}")]
        if any(id not in kept for id in ids):
            _take_away(element)
    _settle_fields(root)


def _take_away(element: Any) -> None:
    """Take away what leads to something that does not come along; a link's text stays."""
    if element.tag == HYPERLINK:
        _unwrap(element)
        return
    drawing = next(
        (one for one in element.iterancestors() if etree.QName(one).localname in ("drawing", "pict")), element
    )
    if drawing.getparent() is not None:
        drawing.getparent().remove(drawing)


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _settle_fields(root: Any) -> None:
    """Make the fields that fetch or run something the text that they showed last."""
    for simple in list(root.iter(f"{{{W}}}fldSimple")):
        if _asked(str(simple.get(f"{{{W}}}instr", ""))) not in FIELDS:
            _unwrap(simple)
    for paragraph in root.iter(f"{{{W}}}p"):
        said = "".join(one.text or "" for one in paragraph.iter(f"{{{W}}}instrText"))
        if all(word in FIELDS for word in _first_words(paragraph)) or not said:
            continue
        for name in ("fldChar", "instrText"):
            for element in list(paragraph.iter(f"{{{W}}}{name}")):
                element.getparent().remove(element)


def _first_words(paragraph: Any) -> Iterator[str]:
    """Yield what each field of a paragraph asks for; its instruction may be parted over several runs."""
    said: str | None = None
    for element in paragraph.iter(f"{{{W}}}fldChar", f"{{{W}}}instrText"):
        if element.tag == f"{{{W}}}instrText":
            said = (said or "") + (element.text or "")
        elif element.get(f"{{{W}}}fldCharType") == "begin":
            if said is not None:
                yield _asked(said)
            said = ""
        elif said is not None:
            yield _asked(said)
            said = None


def _asked(instruction: str) -> str:
    return (instruction.split() or [""])[0].upper()
