"""The figures of a DOCX: Word and LibreOffice show the SVG, an older program the PNG beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .figures.drawn import Figure
from .relations import BODY, related, relation

_TYPES = "[Content_Types].xml"
_PLACE = re.compile(r'<w:drawing descr="([^"]*)" name="(figure:[a-z]+)" />')
_UNITS = 36000
"""Word's units of a millimetre."""

_DRAWING = (
    '<w:drawing><wp:inline><wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent b="0" l="0" r="0" t="0"/>'
    '<wp:docPr descr="{alt}" title="" id="{id}" name="Picture"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr descr="{name}" id="{id}" name="Picture"/><pic:cNvPicPr>'
    '<a:picLocks noChangeArrowheads="1" noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="rId{id}png"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip'
    ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rId{id}svg"/></a:ext></a:extLst>'
    '</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr bwMode="auto"><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
_TYPE = {
    "png": '<Default Extension="png" ContentType="image/png"/>',
    "svg": '<Default Extension="svg" ContentType="image/svg+xml"/>',
}


def with_pictures(parts: Mapping[str, bytes], figures: Mapping[str, Figure]) -> Mapping[str, bytes]:
    """Give the parts of a DOCX with its figures where openxml.lua has left a place for each.

    figures: by the names that stand at the places, such as `figure:path`.
    """
    used: list[Figure] = []

    def placed(found: re.Match[str]) -> str:
        figure = figures[found[2]]
        used.append(figure)
        wide, high = round(figure.width_mm * _UNITS), round(figure.height_mm * _UNITS)
        return _DRAWING.format(alt=found[1], name=found[2], id=len(used), wide=wide, high=high)

    body = _PLACE.sub(placed, parts[BODY].decode())
    if not used:
        return parts
    types = parts[_TYPES].decode()
    lacking = "".join(line for kind, line in _TYPE.items() if f'Extension="{kind}"' not in types)
    relations = (
        relation("image", f"rId{id}{kind}", f"media/figure{id}.{kind}")
        for id in range(1, len(used) + 1)
        for kind in _TYPE
    )
    return {
        **related(parts, body, relations),
        _TYPES: types.replace("</Types>", f"{lacking}</Types>").encode(),
        **{f"word/media/figure{id}.png": figure.png for id, figure in enumerate(used, 1)},
        **{f"word/media/figure{id}.svg": figure.svg for id, figure in enumerate(used, 1)},
    }
