"""A Word file as paragraphs and tables, with tracked changes accepted and their authors remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from wizard.files.trouble import BrokenFile

from .comments import read_comments
from .inline import Inline
from .looks import Looks
from .model import Block, Cell, Document, Hand, Paragraph, Row, Table
from .package import Package, attribute, child, children, local

BLOCKS = 20_000
"""The most paragraphs of a document that is compared."""

DEEPEST = 40
"""How deep tables and other frames may stand in each other."""

_FRAMES = ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice")


def read_docx(data: bytes) -> Document:
    """Read a Word file. Raises `BrokenFile`."""
    package = Package(data)
    body = child(package.part(package.main), "body")
    if body is None:
        raise BrokenFile("no_docx")
    links = {
        attribute(one, "Id"): attribute(one, "Target")
        for one in package.relations()
        if attribute(one, "Type").endswith("/hyperlink")
    }
    reader = _Reader(Looks(package), links)
    blocks = tuple(reader.blocks(body))
    return Document(blocks, read_comments(package, reader.inline.quotes), _properties(package))


def _properties(package: Package) -> Mapping[str, str]:
    """Give the file's own properties by their names in small letters; they come from outside like all else."""
    found: dict[str, str] = {}
    for one in children(package.part("docProps/custom.xml"), "property"):
        found[attribute(one, "name").lower()] = "".join(one.itertext()).strip()
    core = package.part("docProps/core.xml")
    for one in core if core is not None else ():
        found.setdefault(local(one).lower(), (one.text or "").strip())
    return found


class _Reader:
    def __init__(self, looks: Looks, links: Mapping[str, str]) -> None:
        self.looks = looks
        self.inline = Inline(links)
        self.count = 0
        self.carried: Paragraph | None = None

    def blocks(self, parent: Element, depth: int = 0) -> Iterator[Block]:
        """Give the paragraphs and tables below an element; one whose mark was deleted goes on in the next."""
        yield from self._below(parent, depth)
        if self.carried is not None:
            yield self.carried
            self.carried = None

    def _below(self, parent: Element, depth: int) -> Iterator[Block]:
        if depth > DEEPEST:
            raise BrokenFile("docx_damaged")
        for one in parent:
            match local(one):
                case "p":
                    yield from self._paragraph(one)
                case "tbl":
                    yield self._table(one, depth)
                case "bookmarkStart" | "commentRangeStart" | "commentRangeEnd":
                    self.inline.beside(one)
                case name if name in _FRAMES:
                    yield from self._below(one, depth + 1)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        self.count += 1
        if self.count > BLOCKS:
            raise BrokenFile("docx_too_big")
        properties = child(element, "pPr")
        mark = child(properties, "rPr")
        runs, was, names, frames = self.inline.read(element)
        point = self.looks.point(properties)
        depth, ordered, continued = point or (None, False, False)
        found = Paragraph(
            runs, was, self.looks.style(properties), self.looks.heading(properties), depth, ordered, continued, names,
            hand_of(child(mark, "ins")) or hand_of(child(mark, "moveTo")),
        )  # fmt: skip
        found = self._with_carried(found)
        ends = child(mark, "del") is None and child(mark, "moveFrom") is None
        if ends or not found.text.strip():
            yield found
        else:
            self.carried = found
        for frame in frames:
            yield from self._below(frame, DEEPEST - 1)

    def _with_carried(self, found: Paragraph) -> Paragraph:
        """Put what was before a deleted end of a paragraph in front of what follows it; it lends its look, too."""
        if self.carried is None:
            return found
        first, self.carried = self.carried, None
        return replace(
            first, runs=(*first.runs, *found.runs), was=first.was + found.was, names=first.names + found.names
        )

    def _table(self, element: Element, depth: int) -> Table:
        rows = tuple(self._rows(element, depth + 1))
        return Table(tuple(row for row in rows if row.went is None), tuple(row for row in rows if row.went is not None))

    def _rows(self, parent: Element, depth: int) -> Iterator[Row]:
        if depth > DEEPEST:
            raise BrokenFile("docx_damaged")
        for one in parent:
            if local(one) == "tr":
                properties = child(one, "trPr")
                cells = tuple(self._cells(one, depth))
                yield Row(cells, hand_of(child(properties, "ins")), hand_of(child(properties, "del")))
            elif local(one) in _FRAMES:
                yield from self._rows(one, depth + 1)

    def _cells(self, parent: Element, depth: int) -> Iterator[Cell]:
        for one in parent:
            if local(one) == "tc":
                cell = Cell(tuple(self.blocks(one, depth + 1)))
                yield Cell(()) if child(one, "tcPr", "cellDel") is not None else cell
            elif local(one) in _FRAMES:
                yield from self._cells(one, depth + 1)


def hand_of(element: Element | None) -> Hand | None:
    """Give who made a tracked change, and when; None where there is none."""
    if element is None:
        return None
    return Hand(attribute(element, "author").strip(), attribute(element, "date").strip())
