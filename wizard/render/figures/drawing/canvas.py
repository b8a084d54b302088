"""A sheet that a figure is laid out on: what is put on it first lies below."""

from __future__ import annotations

from collections.abc import Sequence

from .letters import width
from .marks import POINT, WHOLE, Circle, Dash, Hatch, Line, Mark, Polygon, Rect, Stroke, Text, Type

LEFT, MIDDLE, RIGHT = 0.0, 0.5, 1.0
"""Which part of a text stands before the point that it is put at."""


class Canvas:
    """Gathers the marks of a picture. Places are millimetres; the weights of lines are points."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.marks: list[Mark] = []

    def rect(
        self,
        x: float,
        y: float,
        wide: float,
        high: float,
        *,
        fill: str = "",
        stroke: str = "",
        weight: float = 0,
        radius: float = 0,
        dash: Dash = WHOLE,
    ) -> None:
        """Put a rectangle, by its upper left corner."""
        self.marks.append(Rect(x, y, wide, high, fill, stroke, weight * POINT, radius, dash))

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, weight: float, dash: Dash = WHOLE) -> None:
        """Put a straight line."""
        self.marks.append(Line(x1, y1, x2, y2, colour, weight * POINT, dash))

    def hatch(self, x: float, y: float, wide: float, high: float, colour: str, weight: float, gap: float) -> None:
        """Put slanted lines into a rectangle."""
        self.marks.append(Hatch(x, y, wide, high, colour, weight * POINT, gap))

    def circle(
        self, x: float, y: float, radius: float, fill: str, stroke: str, weight: float, half: bool = False
    ) -> None:
        """Put a circle, by its middle."""
        self.marks.append(Circle(x, y, radius, fill, stroke, weight * POINT, half))

    def polygon(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        """Put a filled shape."""
        self.marks.append(Polygon(tuple(points), fill))

    def stroke(self, points: Sequence[tuple[float, float]], colour: str, weight: float) -> None:
        """Put a line through several points."""
        self.marks.append(Stroke(tuple(points), colour, weight * POINT))

    def text(self, x: float, y: float, said: str, type: Type, before: float = LEFT, wide: float | None = None) -> float:
        """Put a line of text at a point of its baseline, and give how wide it is.

        before: the part of it that stands before the point. wide: its width, where that is known.
        """
        wide = width(said, type) if wide is None else wide
        if said:
            self.marks.append(Text(x - before * wide, y, said, wide, type))
        return wide

    def upright(self, x: float, y: float, said: str, type: Type) -> float:
        """Put a text that runs from below to above, with its baseline at the right; give how long it is."""
        wide = width(said, type)
        self.marks.append(Text(x, y, said, wide, type, upright=True))
        return wide
