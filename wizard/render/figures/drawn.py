"""Sketches drawn as pictures: SVG that stays sharp at any size, and PNG for what cannot show it."""

from __future__ import annotations

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


@dataclass(frozen=True)
class Figure:
    """A figure as documents embed it: laid out once, and drawn as each picture when that is first asked for.

    accent: the colour of lines and headings, as `#rrggbb`. The same sketch and accent give the same bytes.
    """

    sketch: Sketch
    accent: str = ACCENT

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
        """Give how broad it is, in millimetres."""
        return WIDTH

    @property
    def height_mm(self) -> float:
        """Give how high it is, in millimetres."""
        return self._picture.height * self._picture.part
