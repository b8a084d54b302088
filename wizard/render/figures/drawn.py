"""Sketches drawn as pictures: SVG that stays sharp at any size, and PNG for what cannot show it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Literal

from wizard.render.escape import Markdown
from wizard.render.folder import templates
from wizard.render.typeset import Typesetter

from .sketch import WIDTH, Sketch
from .texts import held

ACCENT = "#14375e"
"""The colour of lines and headings; whatever it is, no figure needs it to be understood."""

HIGHEST = 225.0
"""Millimetres that a figure is high at most: what a page leaves it below a heading."""

SHARP = 110
"""Dots per inch of a PNG: it stands in for the SVG where a program cannot show that."""

KEPT = 64
"""Drawings kept in the process, since a document is printed in several formats; each takes some 100 KB."""

HELD = 16
"""Figures whose pages stay set, so that the second format of one costs half."""

LONG_WORD = re.compile(r"[^\s\u200b]{24,}")
PIECE = 8
"""Where words of 24 letters and more may break, whatever they are made of."""

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
    """Draw a figure; the same sketch gives the same bytes. Raises `RenderTrouble` where typst fails."""
    vector = svg(sketch, accent)
    return Figure(sketch.name, sketch.alt, sketch.words, vector, png(sketch, accent), WIDTH, height(vector))


def svg(sketch: Sketch, accent: str = ACCENT) -> bytes:
    """Draw a figure as SVG, the letters as outlines; one that is higher than a page is made smaller, all of it."""
    vector = _picture(sketch.name, sketch.language, _data(sketch), accent, 1, "svg")
    if height(vector) <= HIGHEST:
        return vector
    return _picture(sketch.name, sketch.language, _data(sketch), accent, HIGHEST / height(vector), "svg")


def png(sketch: Sketch, accent: str = ACCENT) -> bytes:
    """Draw a figure as PNG, as large as the SVG."""
    high = height(_picture(sketch.name, sketch.language, _data(sketch), accent, 1, "svg"))
    return _picture(sketch.name, sketch.language, _data(sketch), accent, min(1, HIGHEST / high), "png")


def height(vector: bytes) -> float:
    """Read from an SVG of ours how many millimetres it is high."""
    found = _HEIGHT.search(vector, 0, 400)
    return round(float(found[1]) * _POINT, 1) if found else WIDTH


@lru_cache(maxsize=KEPT)
def _picture(name: str, language: str, data: str, accent: str, part: float, format: Literal["svg", "png"]) -> bytes:
    return _set(name, language, data, accent, part).page(format, SHARP)


@lru_cache(maxsize=HELD)
def _set(name: str, language: str, data: str, accent: str, part: float) -> Typesetter:
    inputs = {
        "figure": name,
        "language": language,
        "width": str(WIDTH),
        "accent": accent,
        "part": f"{part:.4f}",
        "data": data,
    }
    return Typesetter(templates() / "figures" / "main.typ", inputs)


def _data(sketch: Sketch) -> str:
    """Write what the template reads; the same value gives the same text."""
    return json.dumps(_breakable(asdict(sketch.value)), ensure_ascii=False)


def _breakable(value: Any) -> Any:
    """Let every long word of a value break."""
    if isinstance(value, dict):
        return {key: _breakable(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_breakable(one) for one in value]
    return LONG_WORD.sub(_pieces, held(value)) if isinstance(value, str) else value


def _pieces(word: re.Match[str]) -> str:
    return "\u200b".join(word[0][at : at + PIECE] for at in range(0, len(word[0]), PIECE))
