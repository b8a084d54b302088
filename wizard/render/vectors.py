"""The figures of a DOCX as vectors: Word and LibreOffice show the SVG, an older program the PNG beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BODY, _RELATIONS, _TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
_PICTURE = re.compile(r'(<pic:cNvPr descr="(figure:[a-z]+)".*?<a:blip r:embed="(rId\d+)") />', re.S)
_SVG = (
    '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip'
    ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="%s"/></a:ext></a:extLst>'
)
_RELATION = (
    '<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Id="%s"'
    ' Target="media/%s.svg"/>'
)
_TYPE = '<Default Extension="svg" ContentType="image/svg+xml"/>'


def with_vectors(parts: Mapping[str, bytes], vectors: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Give the parts of a DOCX with an SVG beside the PNG of each figure.

    vectors: SVG by the names that stand as the descriptions of the pictures, such as `figure:path`.
    """
    if not vectors:
        return parts
    used: dict[str, str] = {}

    def linked(found: re.Match[str]) -> str:
        if found[2] not in vectors:
            return found[0]
        used[f"{found[3]}v"] = found[2]
        return f"{found[1]}>{_SVG % f'{found[3]}v'}</a:blip>"

    body = _PICTURE.sub(linked, parts[_BODY].decode())
    relations = "".join(_RELATION % (key, key) for key in used)
    return {
        **parts,
        _BODY: body.encode(),
        _RELATIONS: parts[_RELATIONS].replace(b"</Relationships>", f"{relations}</Relationships>".encode()),
        _TYPES: parts[_TYPES].replace(b"</Types>", f"{_TYPE}</Types>".encode()),
        **{f"word/media/{key}.svg": vectors[name] for key, name in used.items()},
    }
