"""Walks a PDF as a screen reader does: its tags in order, with their text and what they say of themselves."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf


@dataclass
class Tag:
    """One tag: its name without the stroke, what it says of itself, and what it holds."""

    name: str
    attributes: dict[str, Any] = field(default_factory=dict)
    lang: str = ""
    page: int = -1
    inside: list[Tag] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Tag]:
        """Give this and every tag below it that has one of these names, in reading order."""
        if self.name in names:
            yield self
        for one in self.inside:
            yield from one.all(*names)


class Pdf:
    """An opened PDF."""

    def __init__(self, data: bytes) -> None:
        self.file = pikepdf.open(io.BytesIO(data))
        self.root = self.file.Root
        self.pages = {page.obj.objgen: number for number, page in enumerate(self.file.pages)}
        self.tags = Tag("", inside=list(self._tags(self.root.StructTreeRoot.K)))

    def all(self, *names: str) -> list[Tag]:
        """Give every tag with one of these names, in reading order."""
        return list(self.tags.all(*names))

    def bookmarks(self) -> list[str]:
        """Give the titles of the bookmarks of the first level."""
        with self.file.open_outline() as outline:
            return [item.title for item in outline.root]

    def pages_said(self) -> list[str]:
        """Give the text of each page, with a new line wherever a run of its own begins."""
        return [_said(page) for page in self.file.pages]

    def spoken(self) -> set[tuple[str, str]]:
        """Give the texts that say which language they are in, with it."""
        return {one for page in self.file.pages for one in _spoken(page)}

    @property
    def said(self) -> str:
        """Give all that can be read, the properties included."""
        properties = [str(value) for value in self.file.docinfo.values()]
        return "\n".join([*self.pages_said(), *properties, *self.bookmarks(), str(self.file.open_metadata())])

    def _tags(self, node: Any) -> Iterator[Tag]:
        for one in node if isinstance(node, pikepdf.Array) else [node]:
            if isinstance(one, pikepdf.Dictionary) and "/S" in one:
                inside = list(self._tags(one.K)) if "/K" in one else []
                yield Tag(str(one.S)[1:], _attributes(one), str(one.get("/Lang", "")), self._page(one, inside), inside)

    def _page(self, one: Any, inside: list[Tag]) -> int:
        """Give the page on which a tag begins."""
        parts = one.get("/K", [])
        pages = [part.Pg for part in parts if isinstance(part, pikepdf.Dictionary) and "/Pg" in part]
        if "/Pg" in one:
            pages.insert(0, one.Pg)
        return min([self.pages[page.objgen] for page in pages] + [tag.page for tag in inside if tag.page >= 0] or [-1])


def _said(page: Any) -> str:
    letters = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    text: list[str] = []
    known: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, str(instruction.operator)
        if operator == "Tf":
            known = letters[str(operands[0])]
        elif operator == "BT":
            text.append("\n")
        elif operator in ("TJ", "Tj"):
            parts = operands[0] if operator == "TJ" else operands
            text += [_read(bytes(part), known) for part in parts if isinstance(part, pikepdf.String)]
    return "".join(text)


def _spoken(page: Any) -> Iterator[tuple[str, str]]:
    letters = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    known: dict[int, str] = {}
    lang = ""
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, str(instruction.operator)
        if operator == "BDC":
            lang = str(operands[1].get("/Lang", "")) if isinstance(operands[1], pikepdf.Dictionary) else ""
        elif operator == "Tf":
            known = letters[str(operands[0])]
        elif operator == "TJ" and lang:
            parts = (bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
            yield lang, "".join(_read(part, known) for part in parts)


def _read(codes: bytes, letters: dict[int, str]) -> str:
    return "".join(letters.get(int.from_bytes(codes[at : at + 2]), "?") for at in range(0, len(codes), 2))


def _letters(font: Any) -> dict[int, str]:
    """Read which text a font's glyphs stand for."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>\s*(?=<|endbfchar)", table)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def _attributes(one: Any) -> dict[str, Any]:
    given = one.get("/A", [])
    parts = [given] if isinstance(given, pikepdf.Dictionary) else given
    return {key[1:]: value for part in parts for key, value in part.items()}
