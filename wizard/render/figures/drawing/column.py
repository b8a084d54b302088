"""Paragraphs below one another, which know how high they are before they are put anywhere."""

from __future__ import annotations

from .breaking import Row, Run, broken
from .canvas import LEFT, Canvas
from .letters import cap

LEADING = 1.5
"""Millimetres between a baseline and the capitals of the next line."""


class Column:
    """Gathers paragraphs of a width; `height` reaches from the first capital to the last baseline."""

    def __init__(self, language: str, wide: float) -> None:
        self.wide = wide
        self.height = 0.0
        self._language = language
        self._rows: list[tuple[float, float, Row]] = []

    def add(
        self, *runs: Run, above: float = LEADING, before: float = LEFT, inset: float = 0, leading: float = LEADING
    ) -> Column:
        """Add a paragraph, unless it says nothing.

        above: what is free above it, where something stands there. before: how it is set, as for `Canvas.text`.
        inset: what is free at its left.
        """
        if not any(said for said, _ in runs):
            return self
        high = max(cap(type) for _, type in runs)
        room = self.wide - inset
        for number, row in enumerate(broken(runs, room, self._language)):
            if self._rows:
                self.height += leading if number else above
            self.height += high
            free = room - row[-1].x - row[-1].width
            self._rows.append((inset + before * free, self.height, row))
        return self

    def put(self, canvas: Canvas, x: float, y: float) -> None:
        """Put all of it on a canvas, by its upper left corner."""
        for inset, base, row in self._rows:
            for piece in row:
                canvas.text(x + inset + piece.x, y + base, piece.said, piece.type, wide=piece.width)
