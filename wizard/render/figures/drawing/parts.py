"""What several figures are made of: frames with a text, arrows and numbers in discs."""

from __future__ import annotations

from .canvas import MIDDLE, Canvas
from .column import Column
from .letters import cap
from .marks import WHOLE, Dash, Type
from .style import ROUND, WHITE

ACROSS, DOWN = 2.2, 1.8
"""What is free within a frame, at its sides and above and below its text."""


def framed(
    canvas: Canvas,
    x: float,
    y: float,
    wide: float,
    held: Column,
    *,
    stroke: str,
    fill: str = WHITE,
    weight: float = 0.8,
    dash: Dash = WHOLE,
    across: float = ACROSS,
    down: float = DOWN,
    high: float = 0,
) -> float:
    """Put a frame around a text, no lower than `high`; give where it ends below."""
    high = max(high, held.height + 2 * down)
    canvas.rect(x, y, wide, high, fill=fill, stroke=stroke, weight=weight, radius=ROUND, dash=dash)
    held.put(canvas, x + across, y + down)
    return y + high


def arrow_down(canvas: Canvas, x: float, y: float, colour: str, length: float = 4.5) -> float:
    """Put an arrow that begins at a point; give where it ends below."""
    end = y + length
    canvas.line(x, y, x, end - 1.5, colour, 0.9)
    canvas.polygon(((x - 1.3, end - 2.2), (x + 1.3, end - 2.2), (x, end)), colour)
    return end


def arrow_right(canvas: Canvas, x: float, y: float, colour: str, length: float) -> None:
    """Put an arrow that begins at a point and leads to the right."""
    end = x + length
    canvas.line(x, y, end - 1.5, y, colour, 0.9)
    canvas.polygon(((end - 2.2, y - 1.3), (end, y), (end - 2.2, y + 1.3)), colour)


def arrow_up(canvas: Canvas, x: float, y: float, colour: str, length: float) -> None:
    """Put an arrow that begins at a point and leads upwards."""
    end = y - length
    canvas.line(x, y, x, end + 1.5, colour, 0.9)
    canvas.polygon(((x - 1.3, end + 2.2), (x, end), (x + 1.3, end + 2.2)), colour)


def disc(canvas: Canvas, x: float, y: float, number: int, accent: str, size: float = 4.6, filled: bool = True) -> None:
    """Put a number in a disc, by its middle."""
    canvas.circle(x, y, size / 2, accent if filled else WHITE, accent, 0.8)
    type = Type(7.5 if size > 4 else 6.5, WHITE if filled else accent, bold=True)
    canvas.text(x, y + cap(type) / 2, str(number), type, MIDDLE)
