"""What a picture consists of: rectangles, lines, shapes and texts, in millimetres from its upper left corner."""

from __future__ import annotations

from typing import NamedTuple

POINT = 25.4 / 72
"""Millimetres of a typographic point."""

Dash = tuple[float, float]
"""The lengths of a dash and of the gap behind it; both 0 for a line without gaps."""

WHOLE: Dash = (0, 0)


class Type(NamedTuple):
    """How letters look. size: in points. colour: `#rrggbb`."""

    size: float
    colour: str
    bold: bool = False
    italic: bool = False


class Rect(NamedTuple):
    """A rectangle; fill and stroke are colours, empty for none; weight: how thick its edge is."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    weight: float = 0
    radius: float = 0
    dash: Dash = WHOLE


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    weight: float
    dash: Dash = WHOLE


class Hatch(NamedTuple):
    """Slanted lines in a rectangle, `gap` apart along its edges."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    weight: float
    gap: float


class Circle(NamedTuple):
    """A circle; `half` for one of which the left half alone is filled."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str
    weight: float
    half: bool = False


class Polygon(NamedTuple):
    """A filled shape with straight edges."""

    points: tuple[tuple[float, float], ...]
    fill: str


class Stroke(NamedTuple):
    """A line through several points, round at its ends and corners."""

    points: tuple[tuple[float, float], ...]
    colour: str
    weight: float


class Text(NamedTuple):
    """One line of text that begins at a point of its baseline; `upright` for one that runs from below to above."""

    x: float
    y: float
    said: str
    width: float
    type: Type
    upright: bool = False


Mark = Rect | Line | Hatch | Circle | Polygon | Stroke | Text


class Picture(NamedTuple):
    """Marks in the order they are drawn, and how large the whole is; all of it is drawn `part` times that size.

    What is made smaller stands in the middle of `room`, the width that the picture takes on paper.
    """

    marks: tuple[Mark, ...]
    room: float
    height: float
    part: float = 1
