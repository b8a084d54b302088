"""Sketches drawn as pictures: SVG that stays sharp at any size, and PNG for what cannot show it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from wizard.render.escape import Markdown

from .sketch import WIDTH, Sketch

if TYPE_CHECKING:
    from .drawing.marks import Picture

ACCENT = "#14375e"
"""The colour of lines and headings; whatever it is, no figure needs it to be understood."""

HIGHEST = 225.0
"""Millimetres that a figure is high at most: what a page leaves it below a heading."""

SHARP = 110
"""Dots per inch of a PNG: it stands in for the SVG where a program cannot show that."""

_HEIGHT = re.compile(rb'height="([0-9.]+)pt"')
_POINT = 25.4 / 72


@dataclass(frozen=True)
class Figure:
    """A figure as documents embed it: laid out once, and drawn as each picture when that is first asked for."""

    sketch: Sketch
    accent: str

    @property
    def name(self) -> str:
        """Give what documents call it by."""
        return self.sketch.name

    @property
    def alt(self) -> str:
        """Give the text that is read aloud."""
        return self.sketch.alt

    @property
    def words(self) -> Markdown:
        """Say what it shows."""
        return self.sketch.words

    @cached_property
    def _picture(self) -> Picture:
        from .drawing.all import picture

        return picture(self.sketch, self.accent, HIGHEST)

    @cached_property
    def svg(self) -> bytes:
        """Draw it as SVG, its texts as texts; one that is higher than a page is made smaller, all of it."""
        from .drawing.svg import svg

        return svg(self._picture)

    @cached_property
    def png(self) -> bytes:
        """Draw it as PNG, as large as the SVG."""
        from .drawing.png import png

        return png(self._picture, self.accent, SHARP)

    @property
    def width_mm(self) -> float:
        """Give how broad it is."""
        return WIDTH

    @property
    def height_mm(self) -> float:
        """Give how high it is."""
        return height(self.svg)


def drawn(sketch: Sketch, accent: str = ACCENT) -> Figure:
    """Draw a figure; the same sketch gives the same bytes."""
    return Figure(sketch, accent)


def svg(sketch: Sketch, accent: str = ACCENT) -> bytes:
    """Draw a figure as SVG."""
    return drawn(sketch, accent).svg


def png(sketch: Sketch, accent: str = ACCENT) -> bytes:
    """Draw a figure as PNG."""
    return drawn(sketch, accent).png


def height(vector: bytes) -> float:
    """Read from an SVG of ours how many millimetres it is high."""
    found = _HEIGHT.search(vector, 0, 400)
    return round(float(found[1]) * _POINT, 1) if found else WIDTH
