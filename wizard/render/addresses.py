"""The addresses of a DOCX's links: the file keeps them apart from the text, which has their numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .relations import BODY, related, relation

_LINK = re.compile(r'(<w:hyperlink r:id=")link:([^"]*)"')


def with_addresses(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Give the parts of a DOCX with a number at each link, which openxml.lua left the address at, escaped for XML."""
    numbers: dict[str, str] = {}

    def numbered(found: re.Match[str]) -> str:
        return f'{found[1]}{numbers.setdefault(found[2], f"rId{len(numbers) + 1}link")}"'

    body = _LINK.sub(numbered, parts[BODY].decode())
    if not numbers:
        return parts
    return related(parts, body, (relation("hyperlink", number, address, True) for address, number in numbers.items()))
