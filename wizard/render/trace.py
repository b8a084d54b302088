"""Sporbarhed: what the plan gives the three tasks and the nine benefits, as rows of tables. Internal only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from schemas.checks.benefits import benefits
from schemas.checks.demands import Met
from schemas.checks.matrix import Cell, matrix
from schemas.choices import Task
from schemas.describing import label_of
from schemas.language import Words
from schemas.plan import Plan

from .escape import Markdown, escape
from .field import BREAK

Row = tuple[Markdown, ...]

NONE = escape("–")


@dataclass(frozen=True, slots=True)
class Trace:
    """Rows of the tables: the matrix with its tasks as heads, what each cell rests on, and the benefits."""

    tasks: tuple[str, ...]
    matrix: tuple[Row, ...]
    cells: tuple[Row, ...]
    benefits: tuple[Row, ...]


def trace(plan: Plan, today: date, words: Words) -> Trace:
    """Hold a plan against the program's own rules; today: the day that deadlines are measured against."""
    cells = matrix(plan, today)
    return Trace(
        tuple(words(f"trace.task.{task.value}") for task in Task),
        tuple(_lines(cells, words)),
        tuple(_cell(cell, words) for cell in cells if cell.standing is not Met.NONE),
        tuple(_row(f"benefit.{one.id}", words(f"trace.rule.{one.id}"), one, words) for one in benefits(plan, today)),
    )


def _lines(cells: Iterable[Cell], words: Words) -> Iterator[Row]:
    for component, group in groupby(cells, lambda cell: cell.component):
        standing = {cell.task: words(f"trace.standing.{cell.standing.value}") for cell in group}
        named = words(f"parts.{component}.title")
        yield (escape(named), *(escape(standing.get(task, "–")) for task in Task))


def _cell(cell: Cell, words: Words) -> Row:
    part = words(f"parts.{cell.component}.short")
    rule = words(f"trace.cell.{cell.component}.{cell.task.value}")
    first, *others = _row(f"task.{cell.task.value}", rule, cell, words)
    return (Markdown(f"{escape(part)}{BREAK}{first}"), *others)


def _row(name: str, rule: str, one: Any, words: Words) -> Row:
    """Write what was held against a rule: its name and standing, the rule, what was found and what is missing."""
    standing = words(f"trace.standing.{one.standing.value}")
    return (
        Markdown(f"{escape(words(f'trace.{name}'))}: **{escape(standing)}**"),
        escape(rule),
        _named(one.found, words),
        _named(one.missing, words),
    )


def _named(paths: Iterable[str], words: Words) -> Markdown:
    """Name the fields at some paths, those of records behind their list, each with how many records it is about."""
    found: dict[str, Counter[str]] = {}
    for path in paths:
        above, label = _labels(path, words)
        found.setdefault(above, Counter())[label] += 1
    return escape("; ".join(_said(above, counts) for above, counts in found.items())) or NONE


def _said(above: str, counts: Counter[str]) -> str:
    labels = ", ".join(label + f" ({count})" * (count > 1) for label, count in counts.items())
    return f"{above}: {labels}" if above else labels


def _labels(path: str, words: Words) -> tuple[str, str]:
    """Give the label of a field and, where it stands in a record, that of the list before it."""
    label, listed = label_of(path, words), path.find("[")
    if listed < 0 or path.endswith("]"):
        return "", label
    return label_of(path[:listed], words), label[:1].lower() + label[1:]
