"""What the figures share in looks: few colours, all dark on light or the other way round, and a few types."""

from __future__ import annotations

from .marks import POINT, Type

WIDE = 160.0
"""Millimetres that a figure is wide."""

EDGE = 0.4
"""What is free around it, so that no line is cut."""

ROOM = WIDE - 2 * EDGE

INK, GREY, LINE, LIGHT = "#1a1a1a", "#5a6572", "#8b98a7", "#c3ccd6"
SHADE, PALE, RED, WHITE = "#eef2f7", "#c9d2dc", "#8a1c1c", "#ffffff"
WARNING = "#f6eeee"

ROUND = 1.2
"""How round the corners of boxes are."""

DASHED, DENSE, DOTTED = (3 * POINT, 3 * POINT), (3 * POINT, 2 * POINT), (1.2 * POINT, 2 * POINT)

BODY = Type(8.5, INK)
STRONG = Type(8.5, INK, bold=True)
SMALL = Type(7.5, INK)
SMALL_GREY = Type(7.5, GREY)
ASIDE = Type(7.5, INK, italic=True)
"""What stands beside the picture itself: how many are not drawn."""


def heading(accent: str) -> Type:
    """Give the type of a heading within a figure."""
    return Type(8.5, accent, bold=True)
