"""The grid of components and tasks in characters: a sign and a word in each cell."""

from __future__ import annotations

from wizard.render.figures.coverage import Coverage

from .strokes import Lines, fit, folded

SIGNS = {"met": "●", "partly": "◐", "missing": "○", "none": "–"}


def draw(grid: Coverage, width: int) -> Lines:
    """Draw the grid."""
    label = max(18, min(46, width - 16 * len(grid.tasks)))
    each = (width - label) // len(grid.tasks)
    lines = [" " * label + "".join(fit(f" {task}", each) for task in grid.tasks), "─" * width]
    for row in grid.rows:
        cells = "".join(fit(f" {SIGNS[cell]} {grid.says[cell]}", each) for cell in row.cells)
        first, *rest = folded(row.name, label - 1, "  ")
        lines += [f"{fit(first, label)}{cells}".rstrip(), *(rest or [""])]
    return lines
