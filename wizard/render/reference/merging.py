"""A municipality's Word file made into a reference: its styles and edges, with those styles of ours that it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree  # type: ignore[import-untyped] # it brings no types

from wizard.render.brand.brand import Brand

from .adopting import PICTURES, Adopted, Edge, W, adopted, parsed
from .building import DRAWING, MAIN, OFFICE, PACKAGE, footer, relations, settings, zipped
from .own import parts_of
from .styles import styles

SIZE = {"w": "11906", "h": "16838"}
MARGINS = {
    "top": "1304",
    "right": "1247",
    "bottom": "1304",
    "left": "1247",
    "header": "567",
    "footer": "567",
    "gutter": "0",
}
THEME = f"{OFFICE}/theme"


@lru_cache(4)
def merged(data: bytes, page: bool, brand: Brand) -> bytes:
    """Build the reference from a municipality's Word file that has been checked."""
    taken = adopted(parts_of(data), "")
    return zipped(_parts(taken, page, brand))


def _parts(taken: Adopted, page: bool, brand: Brand) -> Iterator[tuple[str, str | bytes]]:
    edges = taken.edges
    if not any(edge.kind == "footer" for edge in edges):
        edges = [*edges, *_own_footer(taken)]
    names = [f"{edge.kind}{number}" for number, edge in enumerate(edges, 1)]
    yield "[Content_Types].xml", _types(edges, names, bool(taken.theme))
    yield "_rels/.rels", relations([("officeDocument", "word/document.xml")])
    yield "word/document.xml", _document(taken, edges)
    yield "word/_rels/document.xml.rels", _relations(names, edges, bool(taken.theme))
    yield "word/styles.xml", _styles(taken.styles, page, brand)
    yield "word/settings.xml", settings(any(edge.pages == "even" for edge in edges))
    if taken.theme:
        yield "word/theme/theme1.xml", taken.theme
    for name, edge in zip(names, edges, strict=True):
        _name_pictures(edge.xml, brand.name)
        yield from _edge(name, edge)


def _name_pictures(xml: Any, name: str) -> None:
    """Let a picture that says nothing of itself say whose it is: what stands in a header is a logo."""
    for picture in xml.iter(f"{{{DRAWING}/wordprocessingDrawing}}docPr") if name else ():
        if not picture.get("descr"):
            picture.set("descr", name)


def _own_footer(taken: Adopted) -> Iterator[Edge]:
    width = int(taken.size.get("w", SIZE["w"])) - sum(
        int(taken.margins.get(side, MARGINS[side])) for side in ("left", "right")
    )
    for pages in ("default", *(["first"] if taken.first_differs else [])):
        yield Edge("footer", pages, parsed(footer(width).encode()))


def _edge(name: str, edge: Edge) -> Iterator[tuple[str, bytes | str]]:
    yield f"word/{name}.xml", _written(edge.xml)
    if edge.pictures:
        found = [(id, f"media/{name}-{at}{suffix}") for at, (id, (suffix, _)) in enumerate(edge.pictures.items(), 1)]
        yield (
            f"word/_rels/{name}.xml.rels",
            relations([("image", target) for _, target in found], [id for id, _ in found]),
        )
        for (_, target), (_, data) in zip(found, edge.pictures.values(), strict=True):
            yield f"word/{target}", data


def _written(xml: Any) -> bytes:
    return bytes(etree.tostring(xml, xml_declaration=True, encoding="UTF-8", standalone=True))


def _types(edges: list[Edge], names: list[str], theme: bool) -> str:
    kinds = [("document", "document.main"), ("styles", "styles"), ("settings", "settings")]
    kinds += [(name, edge.kind) for name, edge in zip(names, edges, strict=True)]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{kind}+xml"/>' for name, kind in kinds
    )
    if theme:
        kind = "application/vnd.openxmlformats-officedocument.theme+xml"
        overrides += f'<Override PartName="/word/theme/theme1.xml" ContentType="{kind}"/>'
    pictures = "".join(f'<Default Extension="{end[1:]}" ContentType="{kind}"/>' for end, kind in PICTURES.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures}{overrides}</Types>'
    )


def _relations(names: list[str], edges: list[Edge], theme: bool) -> str:
    pairs = [(edge.kind, f"{name}.xml") for name, edge in zip(names, edges, strict=True)]
    pairs += [("styles", "styles.xml"), ("settings", "settings.xml")]
    return relations([*pairs, ("theme", "theme/theme1.xml")] if theme else pairs)


def _document(taken: Adopted, edges: list[Edge]) -> str:
    references = "".join(
        f'<w:{edge.kind}Reference w:type="{edge.pages}" r:id="rId{number}"/>' for number, edge in enumerate(edges, 1)
    )
    size, margins = (_attributes(ours | theirs) for ours, theirs in ((SIZE, taken.size), (MARGINS, taken.margins)))
    first = "<w:titlePg/>" * taken.first_differs
    section = f"<w:sectPr>{references}<w:pgSz{size}/><w:pgMar{margins}/>{first}</w:sectPr>"
    return f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body><w:p/>{section}</w:body></w:document>'


def _attributes(values: dict[str, str]) -> str:
    return "".join(f' w:{name}="{value}"' for name, value in values.items())


def _styles(theirs: Any, page: bool, brand: Brand) -> bytes:
    """Add the styles of ours that are lacking, by their names; what they build upon is found by name too."""
    ours = parsed(styles(page, brand).encode())
    there = {_name(style): style.get(f"{{{W}}}styleId") for style in theirs.iter(f"{{{W}}}style")}
    ids = {style.get(f"{{{W}}}styleId"): _name(style) for style in ours.iter(f"{{{W}}}style")}
    for style in ours.iter(f"{{{W}}}style"):
        if _name(style) in there:
            continue
        for name in ("basedOn", "next"):
            if (found := style.find(f"{{{W}}}{name}")) is not None:
                value = found.get(f"{{{W}}}val")
                found.set(f"{{{W}}}val", there.get(ids.get(value, ""), value))
        style.attrib.pop(f"{{{W}}}default", None)
        theirs.append(style)
    return _written(theirs)


def _name(style: Any) -> str:
    found = style.find(f"{{{W}}}name")
    return str(found.get(f"{{{W}}}val", "")).lower() if found is not None else ""
