"""What lays out each figure, by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wizard.render.figures.sketch import Sketch

from .canvas import Canvas
from .coverage import coverage
from .marks import Picture
from .organisation import organisation
from .path import path
from .readiness import readiness
from .stakeholders import stakeholders
from .style import WIDE
from .timeline import timeline

LAYOUTS: Mapping[str, Callable[[Any, Canvas, str], float]] = {
    "path": path,
    "timeline": timeline,
    "organisation": organisation,
    "readiness": readiness,
    "coverage": coverage,
    "stakeholders": stakeholders,
}


def picture(sketch: Sketch, accent: str, highest: float) -> Picture:
    """Lay out a figure; one that is higher than `highest` millimetres is made smaller, all of it."""
    canvas = Canvas(sketch.language)
    high = LAYOUTS[sketch.name](sketch.value, canvas, accent)
    return Picture(tuple(canvas.marks), WIDE, high, min(1.0, highest / high))
