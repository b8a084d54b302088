"""An SVG drawing with nothing in it but what draws: no scripts, links, events, styles from elsewhere, no entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.parsers import expat

from .logo import BadLogo

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"

_ELEMENTS = """
svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan style
linearGradient radialGradient stop clipPath mask
"""
ELEMENTS = frozenset(_ELEMENTS.split())
"""What may stand in a logo; anything else is taken out with all that it holds."""

_DRAWN = """
path rect circle ellipse line polyline polygon text
"""
DRAWN = frozenset(_DRAWN.split())
_ATTRIBUTES = """
id class style transform viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points
width height offset version fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap
stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display visibility
clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits gradientUnits gradientTransform
spreadMethod stop-color stop-opacity font-family font-size font-weight font-style text-anchor letter-
spacing
"""
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
MOST = 20_000
"""How many elements a drawing may have, those that are used again counted each time."""

_POINTED = re.compile(r"url\(\s*(['\"]?)#[\w.-]+\1\s*\)")
_FORBIDDEN = re.compile(r"url\s*\(|@|\\|<|expression|javascript|/\*", re.IGNORECASE)


def cleaned(data: bytes) -> str:
    """Read a drawing and write it again with only what draws. Raises `BadLogo`."""
    _refuse_entities(data)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError):
        raise BadLogo("logo_broken") from None
    if root.tag != f"{{{SVG}}}svg":
        raise BadLogo("logo_kind")
    drawing = _kept(root)
    if not any(_name(element) in DRAWN for element in drawing.iter()):
        raise BadLogo("logo_broken")
    _refuse_too_much(drawing)
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    return ElementTree.tostring(drawing, encoding="unicode")


def _refuse_entities(data: bytes) -> None:
    """Refuse a document type with declarations of its own: what they stand for is not seen until it is drawn."""
    parser = expat.ParserCreate()

    def begins(name: str, system: str | None, public: str | None, declares: bool) -> None:
        if declares:
            raise BadLogo("logo_entities")

    parser.StartDoctypeDeclHandler = begins
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise BadLogo("logo_kind" if b"<svg" not in data else "logo_broken") from None


def _kept(element: ElementTree.Element, depth: int = 0) -> ElementTree.Element:
    """Copy an element with what may stand in it."""
    if depth > 60:
        raise BadLogo("logo_broken")
    kept = ElementTree.Element(element.tag, dict(_attributes(element)))
    kept.text, kept.tail = element.text, element.tail
    if element.tag == f"{{{SVG}}}style" and not _harmless(element.text or ""):
        kept.text = ""
    kept.extend(_kept(child, depth + 1) for child in element if _name(child) in ELEMENTS)
    return kept


def _name(element: ElementTree.Element) -> str:
    tag = str(element.tag)
    return tag.removeprefix(f"{{{SVG}}}") if tag.startswith(f"{{{SVG}}}") else ""


def _attributes(element: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        if name in ("href", f"{{{XLINK}}}href"):
            # Only what stands in the drawing itself can be used again.
            if re.fullmatch(r"#[\w.-]+", value):
                yield name, value
        elif name in ATTRIBUTES and _harmless(value):
            yield name, value


def _harmless(text: str) -> bool:
    return not _FORBIDDEN.search(_POINTED.sub("", text))


def _refuse_too_much(drawing: ElementTree.Element) -> None:
    """Refuse a drawing that grows beyond measure where its parts use each other again and again."""
    named = {name: element for element in drawing.iter() if (name := element.get("id"))}
    sizes: dict[int, int] = {}

    def size(element: ElementTree.Element, inside: frozenset[int]) -> int:
        if id(element) in inside:
            raise BadLogo("logo_circle")
        if id(element) not in sizes:
            below = inside | {id(element)}
            total = 1 + sum(size(child, below) for child in element)
            target = element.get("href") or element.get(f"{{{XLINK}}}href") or ""
            if _name(element) == "use" and (used := named.get(target.removeprefix("#"))) is not None:
                total += size(used, below)
            sizes[id(element)] = total
        return sizes[id(element)]

    try:
        total = size(drawing, frozenset())
    except RecursionError:
        raise BadLogo("logo_circle") from None
    if total > MOST:
        raise BadLogo("logo_too_much")
