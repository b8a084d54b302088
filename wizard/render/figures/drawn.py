"""Sketches drawn as pictures: SVG that stays sharp at any size, and PNG for what cannot show it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wizard.render.escape import Markdown

from .sketch import WIDTH, Sketch

ACCENT = "#14375e"
"""The colour of lines and headings; whatever it is, no figure needs it to be understood."""

HIGHEST = 225.0
"""Millimetres that a figure is high at most: what a page leaves it below a heading."""

SHARP = 110
"""Dots per inch of a PNG: it stands in for the SVG where a program cannot show that."""

_HEIGHT = re.compile(rb'height="([0-9.]+)pt"')
_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as documents embed it: its name, the text read aloud, what it shows in words, and both pictures."""

    name: str
    alt: str
    words: Markdown
    svg: bytes
    png: bytes
    width_mm: float
    height_mm: float


def drawn(sketch: Sketch, accent: str = ACCENT) -> Figure:
    """Draw a figure; the same sketch gives the same bytes."""
    vector = svg(sketch, accent)
    return Figure(sketch.name, sketch.alt, sketch.words, vector, png(sketch, accent), WIDTH, height(vector))


def svg(sketch: Sketch, accent: str = ACCENT) -> bytes:
    """Draw a figure as SVG, its texts as texts; one that is higher than a page is made smaller, all of it."""
    from .drawing.all import picture
    from .drawing.svg import svg as written

    return written(picture(sketch, accent, HIGHEST))


def png(sketch: Sketch, accent: str = ACCENT) -> bytes:
    """Draw a figure as PNG, as large as the SVG."""
    from .drawing.all import picture
    from .drawing.png import png as dotted

    return dotted(picture(sketch, accent, HIGHEST), accent, SHARP)


def height(vector: bytes) -> float:
    """Read from an SVG of ours how many millimetres it is high."""
    found = _HEIGHT.search(vector, 0, 400)
    return round(float(found[1]) * _POINT, 1) if found else WIDTH
