"""The matrix and the benefits as lines of text, below the findings of one plan or of each of many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from schemas.checks.benefits import Benefit
from schemas.checks.demands import Met
from schemas.checks.matrix import Cell
from schemas.choices import Task
from schemas.language import Words


def table(cells: tuple[Cell, ...], benefits: tuple[Benefit, ...], said: Words) -> Iterator[str]:
    """Write the matrix as a table and name the benefits by their standing, the weakest first."""
    yield f"  {said('commands.check.trace')}"
    rows = list(_rows(cells, said))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield ("    " + "  ".join(f"{text:<{width}}" for text, width in zip(row, widths, strict=True))).rstrip()
    yield f"  {said('trace.benefits')}"
    for met in (Met.MISSING, Met.PARTLY, Met.MET, Met.NONE):
        if names := [said(f"trace.benefit.{one.id}") for one in benefits if one.standing is met]:
            yield f"    {said(f'trace.standing.{met.value}')}: {'; '.join(names)}"


def lines(cells: tuple[Cell, ...], benefits: tuple[Benefit, ...], said: Words) -> Iterator[str]:
    """Count the standings of the matrix and of the benefits, one line each."""
    yield f"  {said('trace.matrix')}: {counted((cell.standing for cell in cells), said)}"
    yield f"  {said('trace.benefits')}: {counted((one.standing for one in benefits), said)}"


def counted(standings: Iterable[Met], said: Words) -> str:
    """Count standings in words: "15 opfyldt, 4 delvist, 2 mangler"; what is not relevant is not counted."""
    found = Counter(standings)
    return said("trace.count", met=found[Met.MET], partly=found[Met.PARTLY], missing=found[Met.MISSING])


def _rows(cells: tuple[Cell, ...], said: Words) -> Iterator[list[str]]:
    yield ["", *(said(f"trace.task.{task.value}") for task in Task)]
    for start in range(0, len(cells), len(Task)):
        row = cells[start : start + len(Task)]
        standings = (said(f"trace.standing.{cell.standing.value}") for cell in row)
        yield [said(f"parts.{row[0].component}.short"), *standings]
