"""The parts of a DOCX: pandoc makes one case for many documents, and what is a document's own is put into it here."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from html import escape

from .engine.job import Made
from .relations import BODY

_NUMBERING = "word/numbering.xml"
_PROPERTIES = (BODY, "docProps/core.xml", "docProps/custom.xml")
_TEXT = b"<!-- body -->"
_PLACE = re.compile(r"\{\{([\w-]+)\}\}")
_NUMBER = re.compile(rb'<w:num w:numId="(\d+)".*?</w:num>', re.S)


def unpacked(made: Made, properties: Mapping[str, str]) -> dict[str, bytes]:
    """Give the parts of what pandoc has made, by their names in the archive, whole.

    properties: the document's own, which have places in a case by their names, see docx.lua.
    """
    if made.body is None:
        return _read(made.file)
    parts = dict(_case(made.file))
    for name in _PROPERTIES:
        if name in parts:
            parts[name] = filled(parts[name].decode(), properties).encode()
    parts[BODY] = parts[BODY].replace(_TEXT, made.body, 1)
    if made.lists:
        parts[_NUMBERING] = _numbered(parts[_NUMBERING], made.lists)
    return parts


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put values into the places that bear their names in double braces; a place nobody has a value for stays."""
    return _PLACE.sub(lambda place: escape(values.get(place[1], place[0])), text)


def _numbered(numbering: bytes, lists: tuple[int, ...]) -> bytes:
    """Give each list a number of its own, as the last ones there are, which stand for the kinds, say it."""
    kinds = list(_NUMBER.finditer(numbering))[-max(lists) :]
    first = int(kinds[0][1])
    own = (kinds[kind - 1][0].replace(kinds[kind - 1][1], b"%d" % (first + at), 1) for at, kind in enumerate(lists))
    return numbering[: kinds[0].start()] + b"".join(own) + numbering[kinds[-1].end() :]


def _read(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_case = lru_cache(8)(_read)
