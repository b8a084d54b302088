"""What a DOCX's text refers to by a number: the file keeps a list of it beside the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

BODY = "word/document.xml"
"""The part that is the text."""

_RELATIONS = "word/_rels/document.xml.rels"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relation(kind: str, number: str, target: str, outside: bool = False) -> str:
    """Give a line of the list.

    kind: what is referred to, such as `image`. target: where it is, escaped for XML. outside: whether that is an
    address and not another part of the file.
    """
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Type="{_TYPE}/{kind}" Id="{number}" Target="{target}"{mode}/>'


def related(parts: Mapping[str, bytes], body: str, relations: Iterable[str]) -> dict[str, bytes]:
    """Give the parts of a DOCX with this text, and with more lines on its list."""
    lines = "".join(relations)
    listed = parts[_RELATIONS].replace(b"</Relationships>", f"{lines}</Relationships>".encode())
    return {**parts, BODY: body.encode(), _RELATIONS: listed}
