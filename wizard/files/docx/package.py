"""The parts of a Word file, read within bounds: no archive that swells, no entity, nothing outside the file."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from wizard.files.mapping import read_bytes
from wizard.files.trouble import BrokenFile

FILE = 40_000_000
"""The most bytes of a file: a plan with pictures in it has room, a scanned archive has not."""

PART = 30_000_000
"""The most bytes of one part when it is unpacked."""

MEMBERS = 5_000
"""The most members of the archive."""

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MAIN = "wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml"


def local(element: Element) -> str:
    """Give an element's name without its namespace: the strict and the usual dialect differ in nothing else here."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Give an attribute by its name without namespace; empty where there is none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Give the children of a name."""
    return (one for one in (element if element is not None else ()) if local(one) == name)


def child(element: Element | None, *names: str) -> Element | None:
    """Follow first children by their names; None where one is missing."""
    for name in names:
        element = next(children(element, name), None)
    return element


class Package:
    """An open Word file. Raises `BrokenFile` where it is none, or holds what no such file holds."""

    def __init__(self, data: bytes) -> None:
        _look(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._names = set(self._archive.namelist())
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise BrokenFile("no_docx") from None
        if len(self._names) > MEMBERS:
            raise BrokenFile("docx_too_big")
        self.main = self._main()

    def _main(self) -> str:
        types = self.part("[Content_Types].xml")
        for one in children(types, "Override"):
            if attribute(one, "ContentType").endswith(_MAIN):
                return attribute(one, "PartName").lstrip("/")
        raise BrokenFile("no_docx")

    def part(self, name: str) -> Element | None:
        """Read a part; None where the file has none such."""
        return _parsed(self._unpacked(name)) if name in self._names else None

    def _unpacked(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as member:
                data = member.read(PART + 1)
        except RuntimeError:
            raise BrokenFile("docx_locked") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            raise BrokenFile("docx_damaged") from None
        if len(data) > PART:
            raise BrokenFile("docx_too_big")
        return data

    def beside(self, kind: str) -> Element | None:
        """Read the part that the document names for a kind, such as `comments`; None where it names none."""
        for one in self.relations():
            if attribute(one, "Type").rpartition("/")[2] == kind and attribute(one, "TargetMode") != "External":
                target = posixpath.join(posixpath.dirname("/" + self.main), attribute(one, "Target"))
                return self.part(posixpath.normpath(target).lstrip("/"))
        return None

    def relations(self) -> Iterator[Element]:
        """Give what the document points to."""
        folder, name = posixpath.split(self.main)
        return children(self.part(posixpath.join(folder, "_rels", f"{name}.rels")), "Relationship")


def read_file(path: Path) -> bytes:
    """Read a Word file from the disk. Raises `CannotRead` and `BrokenFile`."""
    try:
        return read_bytes(path, FILE)
    except BrokenFile:
        raise BrokenFile("docx_too_big") from None


def _look(data: bytes) -> None:
    """Tell what else than a Word file it is, by its first bytes."""
    if len(data) > FILE:
        raise BrokenFile("docx_too_big")
    if data.startswith(_OLD):
        raise BrokenFile("docx_locked" if _LOCKED in data else "docx_old")
    if data.startswith(b"PK") and b"mimetypeapplication/vnd.oasis.opendocument" in data[:200]:
        raise BrokenFile("docx_other")
    if data.startswith((b"%PDF", b"{\\rtf")):
        raise BrokenFile("docx_other")


def _parsed(data: bytes) -> Element:
    try:
        return fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        raise BrokenFile("docx_damaged") from None
