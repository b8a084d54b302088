"""The addresses of a DOCX's links: the file keeps them apart from the text, which has their numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BODY, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_LINK = re.compile(r'(<w:hyperlink r:id=")link:([^"]*)"')
_RELATION = (
    '<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Id="%s"'
    ' Target="%s" TargetMode="External"/>'
)


def with_addresses(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Give the parts of a DOCX with a number at each link, which openxml.lua left the address at, escaped for XML."""
    numbers: dict[str, str] = {}

    def numbered(found: re.Match[str]) -> str:
        return f'{found[1]}{numbers.setdefault(found[2], f"rId{len(numbers) + 1}link")}"'

    body = _LINK.sub(numbered, parts[_BODY].decode())
    if not numbers:
        return parts
    relations = "".join(_RELATION % (number, address) for address, number in numbers.items())
    return {
        **parts,
        _BODY: body.encode(),
        _RELATIONS: parts[_RELATIONS].replace(b"</Relationships>", f"{relations}</Relationships>".encode()),
    }
