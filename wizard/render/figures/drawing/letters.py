"""How wide letters are in the font that comes with the program, as wide as Arial; each letter is read once."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from wizard.render.folder import templates

from .marks import POINT, Type

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

CAP = 1409 / 2048
"""How high a capital is, as a part of the type's size."""

BOLD = 700
_UNITS = 2048
_FOREIGN = "\u0590"
"""From here on a letter may be one that the font lacks."""
_NO_LETTER = "\uffff"


@cache
def face(bold: bool, italic: bool, size: int) -> FreeTypeFont:
    """Open a font; size: pixels of an em."""
    from PIL import ImageFont

    path = templates() / "fonts" / ("Arimo-Italic.ttf" if italic else "Arimo.ttf")
    font = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
    if bold:
        font.set_variation_by_axes([BOLD])
    return font


class Advances(dict[str, float]):
    """How far each letter of a face leads on, as a part of the type's size."""

    def __init__(self, bold: bool, italic: bool) -> None:
        super().__init__()
        self._face = face(bold, italic, _UNITS)

    def __missing__(self, letter: str) -> float:
        found = self[letter] = self._advance(letter)
        return found

    def _advance(self, letter: str) -> float:
        if letter >= _FOREIGN and unicodedata.category(letter) in ("Mn", "Me", "Cf"):
            return 0
        given = self._face.getlength(letter) / _UNITS
        if letter < _FOREIGN or given != self._face.getlength(_NO_LETTER) / _UNITS:
            return given
        return 1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.65


@cache
def advances(bold: bool, italic: bool) -> Advances:
    """Give the widths of a face, which are read as they are asked for."""
    return Advances(bold, italic)


def width(said: str, type: Type) -> float:
    """Measure a text, in millimetres."""
    return sum(map(advances(type.bold, type.italic).__getitem__, said)) * type.size * POINT


def cap(type: Type) -> float:
    """Give the height of a capital, in millimetres."""
    return CAP * type.size * POINT
