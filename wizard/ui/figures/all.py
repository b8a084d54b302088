"""Which function draws which figure in characters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wizard.render.figures.sketch import Sketch

from . import coverage, organisation, path, readiness, stakeholders, timeline
from .strokes import Lines

DRAWS: Mapping[str, Callable[[Any, int], Lines]] = {
    "path": path.draw,
    "timeline": timeline.draw,
    "organisation": organisation.draw,
    "readiness": readiness.draw,
    "coverage": coverage.draw,
    "stakeholders": stakeholders.draw,
}

NARROWEST, WIDEST = 56, 116
"""Columns that a drawing needs, and those that it takes at most."""

FIRST = {
    "concerns": "path",
    "measures": "timeline",
    "organisation": "organisation",
    "contacts": "organisation",
    "stakeholders": "stakeholders",
    "readiness": "readiness",
    "after": "readiness",
    "review": "coverage",
}
"""The figure that is about a step of the wizard."""


def draw(sketch: Sketch, width: int) -> Lines:
    """Draw a figure in lines of a width at most; nothing where it is too narrow for that."""
    return DRAWS[sketch.name](sketch.value, min(width, WIDEST)) if width >= NARROWEST else []
