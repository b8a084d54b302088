"""Components by tasks: full, half and empty discs, each with its word."""

from __future__ import annotations

from wizard.render.figures.coverage import Coverage

from .canvas import Canvas
from .column import Column
from .letters import cap
from .style import BODY, EDGE, GREY, LINE, ROOM, STRONG, WARNING, WHITE, heading

LABEL = 58.0
"""How wide the names of the components are."""

ACROSS, DOWN = 2.5, 1.9
"""What is free within a cell."""

RADIUS = 2.5
"""The half of a disc's width."""

SAID = 6.5
"""Where the word stands beside it."""


def coverage(value: Coverage, canvas: Canvas, accent: str) -> float:
    """Lay out the grid; gives how high it is."""
    each = (ROOM - LABEL) / len(value.tasks)
    lefts = [EDGE + LABEL + number * each for number in range(len(value.tasks))]
    y = _head(value, canvas, accent, lefts, each)
    canvas.line(EDGE, y, EDGE + ROOM, y, accent, 1.2)
    for row in value.rows:
        name = Column(canvas.language, LABEL - 2 * ACROSS).add((row.name, BODY))
        high = max(2 * RADIUS, name.height) + 2 * DOWN
        for left, met in zip(lefts, row.cells, strict=True):
            if met == "missing":
                canvas.rect(left, y, each, high, fill=WARNING)
            _sign(met, canvas, accent, left + ACROSS + RADIUS, y + high / 2)
            type = STRONG if met == "missing" else BODY
            canvas.text(left + ACROSS + SAID, y + (high + cap(type)) / 2, value.says[met], type)
        name.put(canvas, EDGE + ACROSS, y + (high - name.height) / 2)
        y += high
        canvas.line(EDGE, y, EDGE + ROOM, y, LINE, 0.5)
    return y + EDGE


def _head(value: Coverage, canvas: Canvas, accent: str, lefts: list[float], each: float) -> float:
    heads = [Column(canvas.language, each - 2 * ACROSS).add((task, heading(accent))) for task in value.tasks]
    high = max(head.height for head in heads)
    for left, head in zip(lefts, heads, strict=True):
        head.put(canvas, left + ACROSS, EDGE + DOWN + high - head.height)
    return EDGE + high + 2 * DOWN


def _sign(met: str, canvas: Canvas, accent: str, x: float, y: float) -> None:
    if met == "none":
        canvas.line(x - 1.5, y, x + 1.5, y, GREY, 1.2)
        return
    canvas.circle(x, y, RADIUS, accent if met != "missing" else WHITE, accent, 1.3, half=met == "partly")
    if met == "met":
        canvas.stroke(((x - 1.15, y + 0.15), (x - 0.3, y + 1.0), (x + 1.25, y - 0.8)), WHITE, 1.4)
