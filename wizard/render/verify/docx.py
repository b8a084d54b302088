"""Whether a Word file reads well, also aloud: title, language, headings, tables, pictures, links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from .archive import common, parts
from .fault import Fault, heading_order, leading, twice

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_HEADING = re.compile(r"Heading(\d)")


def faults(data: bytes) -> Iterator[Fault]:
    """Tell what is wrong with a Word file."""
    found = parts(data)
    body = found["word/document.xml"]
    yield from common(found)
    yield from _properties(found)
    yield from _paragraphs(body)
    for number, table in enumerate(body.iter(f"{_W}tbl"), 1):
        yield from _table(table, number)
    yield from _pictures(found)
    yield from _links(body)
    if any(_asks(part) for part in found.values()):
        yield Fault("update")


def _properties(found: Mapping[str, Element]) -> Iterator[Fault]:
    core = found.get("docProps/core.xml")
    if core is None or not (core.findtext(_TITLE) or "").strip():
        yield Fault("title")
    defaults = found["word/styles.xml"].find(f"{_W}docDefaults")
    spoken = defaults.find(f".//{_W}lang") if defaults is not None else None
    if spoken is None or not spoken.get(f"{_W}val"):
        yield Fault("language")


def _paragraphs(body: Element) -> Iterator[Fault]:
    levels = []
    empty = 0
    for paragraph in body.iter(f"{_W}p"):
        text = _text(paragraph)
        # A hard space holds a place open that is written in by hand.
        empty += not text.strip(" \t\n") and paragraph.find(f".//{_W}drawing") is None
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = style.get(f"{_W}val", "") if style is not None else ""
        if named := _HEADING.fullmatch(name):
            levels.append((int(named[1]), text))
    yield from heading_order(levels)
    if empty:
        yield Fault("empty", {"count": empty})


def _text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{_W}t"))


def _table(table: Element, number: int) -> Iterator[Fault]:
    if table.find(f"{_W}tr/{_W}trPr/{_W}tblHeader") is None:
        yield Fault("table_head", {"number": number})
    named = table.find(f"{_W}tblPr/{_W}tblCaption")
    if named is None or not named.get(f"{_W}val", "").strip():
        yield Fault("table_caption", {"number": number})


def _pictures(found: Mapping[str, Element]) -> Iterator[Fault]:
    for part in found.values():
        if any(not picture.get("descr", "").strip() for picture in part.iter(_PICTURE)):
            yield Fault("alternative")


def _links(body: Element) -> Iterator[Fault]:
    marks = [mark.get(f"{_W}name", "") for mark in body.iter(f"{_W}bookmarkStart")]
    yield from twice(marks)
    links = list(body.iter(f"{_W}hyperlink"))
    targets = (anchor for link in links if (anchor := link.get(f"{_W}anchor")))
    yield from leading((f"#{target}" for target in targets), marks)
    if any(not _text(link).strip() for link in links):
        yield Fault("empty_link")


def _asks(part: Element) -> bool:
    """Tell whether Word would ask to update something."""
    dirty = any(one.get(f"{_W}dirty") for one in part.iter(f"{_W}fldChar"))
    return dirty or next(part.iter(f"{_W}updateFields"), None) is not None
