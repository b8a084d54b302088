"""Coverage: what each of the seven components gives each of the three tasks, by the program's own rules. Internal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from schemas.checks.demands import Met
from schemas.checks.matrix import Cell, matrix
from schemas.choices import Task
from schemas.language import Words
from schemas.outline import COMPONENTS
from schemas.plan import Plan

from .sketch import Sketch
from .texts import listed

NAMED = 7
"""The most cells that a sentence lists."""


@dataclass(frozen=True, slots=True)
class Row:
    """A component and its standings, task by task."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The grid; `says` names the standings."""

    tasks: tuple[str, ...]
    rows: tuple[Row, ...]
    says: dict[str, str]


def coverage(plan: Plan, words: Words, today: date) -> Sketch:
    """Sketch the matrix of components and tasks; today: the day that dates are measured against."""
    cells = matrix(plan, today)
    drawn = Coverage(
        tuple(words(f"trace.task.{task.value}") for task in Task),
        tuple(_rows(cells, words)),
        {met.value: words(f"trace.standing.{met.value}") for met in Met},
    )
    count = Counter(cell.standing for cell in cells)
    numbers = {met.value: count[met] for met in (Met.MET, Met.PARTLY, Met.MISSING)}
    total = len(cells) - count[Met.NONE]
    alt = words("figures.coverage.alt", met=count[Met.MET], total=total)
    sentences = (words("figures.coverage.shows", total=total, **numbers), *_sentences(cells, words))
    return Sketch("coverage", words.language, words("figures.coverage.title"), alt, sentences, drawn)


def _rows(cells: Sequence[Cell], words: Words) -> Iterator[Row]:
    for component, group in groupby(cells, lambda cell: cell.component):
        standing = {cell.task: cell.standing.value for cell in group}
        name = f"{COMPONENTS.index(component) + 1} {words(f'parts.{component}.title')}"
        yield Row(name, tuple(standing.get(task, Met.NONE.value) for task in Task))


def _sentences(cells: Sequence[Cell], words: Words) -> Iterator[str]:
    for met in (Met.PARTLY, Met.MISSING):
        named = [
            words(
                "figures.coverage.cell",
                part=words(f"parts.{cell.component}.short"),
                task=words(f"trace.task.{cell.task.value}").lower(),
            )
            for cell in cells
            if cell.standing is met
        ]
        if named:
            yield words(f"figures.coverage.{met.value}", cells=listed(named, words, NAMED))
