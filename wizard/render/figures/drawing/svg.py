"""A picture as SVG: its texts are texts, each as wide as it was measured, whatever font the reader has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from schemas.signs import bare

from .marks import POINT, Circle, Dash, Hatch, Line, Mark, Picture, Polygon, Rect, Stroke, Text

FONTS = "Arimo, Arial, 'Liberation Sans', Helvetica, sans-serif"
"""Fonts of the same width; ours is at hand in a PDF."""

UNITS = 100
"""Units of a millimetre: whole numbers, since LibreOffice sets letters badly where a type is a few units high."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def svg(picture: Picture) -> bytes:
    """Write a picture; the same gives the same bytes."""
    wide, high, part = picture.room, picture.height * picture.part, picture.part
    left = (wide / part - wide) / -2
    box = f"{_n(left)} 0 {_n(wide / part)} {_n(picture.height)}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide / POINT:.2f}pt" height="{high / POINT:.2f}pt"'
        f' viewBox="{box}" font-family="{FONTS}">'
    )
    return f"{head}{''.join(map(_written, picture.marks))}</svg>\n".encode()


def _written(mark: Mark) -> str:
    return _WRITERS[type(mark)](mark)


def _text(mark: Text) -> str:
    kind = mark.type
    look = ' font-weight="bold"' * kind.bold + ' font-style="italic"' * kind.italic
    if mark.upright:
        look += f' transform="rotate(-90 {_n(mark.x)} {_n(mark.y)})"'
    return (
        f'<text x="{_n(mark.x)}" y="{_n(mark.y)}" font-size="{_n(kind.size * POINT)}" fill="{kind.colour}"{look}'
        f' textLength="{_n(mark.width)}" lengthAdjust="spacingAndGlyphs">{bare(mark.said).translate(_ESCAPES)}</text>'
    )


def _rect(mark: Rect) -> str:
    corner = f' rx="{_n(mark.radius)}"' if mark.radius else ""
    size = f'width="{_n(mark.width)}" height="{_n(mark.height)}"'
    return f'<rect x="{_n(mark.x)}" y="{_n(mark.y)}" {size}{corner} fill="{mark.fill or "none"}"{_edge(mark)}/>'


def _edge(mark: Rect | Circle) -> str:
    if not mark.stroke:
        return ""
    dash = _dash(mark.dash) if isinstance(mark, Rect) else ""
    return f' stroke="{mark.stroke}" stroke-width="{_n(mark.weight)}"{dash}'


def _dash(dash: Dash) -> str:
    return f' stroke-dasharray="{_n(dash[0])} {_n(dash[1])}"' if dash[0] else ""


def _line(mark: Line) -> str:
    ends = f"M{_n(mark.x1)} {_n(mark.y1)}L{_n(mark.x2)} {_n(mark.y2)}"
    return f'<path d="{ends}" stroke="{mark.colour}" stroke-width="{_n(mark.weight)}"{_dash(mark.dash)}/>'


def _hatch(mark: Hatch) -> str:
    lines = "".join(f"M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}" for x1, y1, x2, y2 in slants(mark))
    return f'<path d="{lines}" stroke="{mark.colour}" stroke-width="{_n(mark.weight)}"/>'


def slants(mark: Hatch) -> Iterator[tuple[float, float, float, float]]:
    """Give the lines of a hatching, each from its lower left to its upper right end."""
    at = mark.gap / 2
    while at < mark.width + mark.height:
        low, high = max(0.0, at - mark.height), min(at, mark.width)
        yield mark.x + low, mark.y + at - low, mark.x + high, mark.y + at - high
        at += mark.gap


def _circle(mark: Circle) -> str:
    x, y, radius = _n(mark.x), _n(mark.y), _n(mark.radius)
    if not mark.half:
        return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{mark.fill or "none"}"{_edge(mark)}/>'
    arc = f"M{x} {_n(mark.y - mark.radius)}A{radius} {radius} 0 0 0 {x} {_n(mark.y + mark.radius)}Z"
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="#ffffff"{_edge(mark)}/><path d="{arc}" fill="{mark.fill}"/>'


def _polygon(mark: Polygon) -> str:
    return f'<path d="M{_points(mark.points)}Z" fill="{mark.fill}"/>'


def _stroke(mark: Stroke) -> str:
    look = f'stroke="{mark.colour}" stroke-width="{_n(mark.weight)}" stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="M{_points(mark.points)}" fill="none" {look}/>'


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return "L".join(f"{_n(x)} {_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """Write a length in the picture's units."""
    return str(round(value * UNITS))


_WRITERS: Mapping[type, Callable[[Any], str]] = {
    Text: _text, Rect: _rect, Line: _line, Hatch: _hatch, Circle: _circle, Polygon: _polygon, Stroke: _stroke
}  # fmt: skip
