"""The matrix and the benefits as they stand on the screen: rows of standings, and each of them in words."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.checks.benefits import Benefit
from schemas.checks.demands import Met
from schemas.checks.matrix import Cell
from schemas.choices import Task
from schemas.describing import label_of, where
from schemas.language import Words
from schemas.outline import COMPONENTS
from schemas.paths import get, is_empty, mark_at, place
from schemas.plan import Plan

from .steps import step_of

NAMED = 6
"""How many fields a line names before it only counts the rest."""


@dataclass(frozen=True, slots=True)
class Traced:
    """One standing: what it is called, what its rule asks for, and the fields it found and misses.

    key: names it in a path of the review, such as `organisation acute` or `roles`.
    part: the part of the plan whose fields are named without it; empty where they stand all over the plan.
    """

    key: str
    title: str
    standing: Met
    rule: str
    found: tuple[str, ...]
    missing: tuple[str, ...]
    part: str = ""


def traced_cell(cell: Cell, words: Words) -> Traced:
    """Describe a cell of the matrix."""
    part = words(f"parts.{cell.component}.short")
    title = f"{part} · {words(f'trace.task.{cell.task.value}')}"
    rule = words(f"trace.cell.{cell.component}.{cell.task.value}")
    key = f"{cell.component} {cell.task.value}"
    return Traced(key, title, cell.standing, rule, cell.found, cell.missing, cell.component)


def traced_benefit(benefit: Benefit, words: Words) -> Traced:
    """Describe a benefit."""
    title, rule = words(f"trace.benefit.{benefit.id}"), words(f"trace.rule.{benefit.id}")
    return Traced(benefit.id, title, benefit.standing, rule, benefit.found, benefit.missing)


def sign(standing: Met, words: Words) -> str:
    """Write a standing as its sign and its word: "◐ delvist"."""
    return f"{words(f'trace.sign.{standing.value}')} {words(f'trace.standing.{standing.value}')}"


def heads(words: Words, wide: bool) -> tuple[str, ...]:
    """Name the three tasks: in a word each, in full where there is room."""
    return tuple(words.choice("Task", task.value) if wide else words(f"trace.task.{task.value}") for task in Task)


def labels(words: Words) -> tuple[str, ...]:
    """Name the seven components with their numbers."""
    return tuple(f"{number} {words(f'parts.{name}.short')}" for number, name in enumerate(COMPONENTS, 1))


def counted(traced: tuple[Traced, ...], words: Words) -> str:
    """Say how many standings are met, partly met and missing."""
    counts = {met.value: sum(one.standing is met for one in traced) for met in (Met.MET, Met.PARTLY, Met.MISSING)}
    return words("trace.count", **counts)


def told(one: Traced, plan: Plan, words: Words) -> tuple[tuple[str, str], ...]:
    """Say what a standing lacks, has and rests on, as headings and what stands beside them."""
    said = []
    if one.missing:
        said.append((words("trace.missing"), _named(one, one.missing, plan, words)))
    if one.found:
        said.append((words("trace.found"), _named(one, one.found, plan, words)))
    return (*said, ("", one.rule))


def _named(one: Traced, paths: tuple[str, ...], plan: Plan, words: Words) -> str:
    """Name fields; the same field of several records once, with how many they are."""
    places: dict[str, list[str]] = {}
    for path in paths:
        places.setdefault(place(path), []).append(path)
    names = _joined([_several(found, plan, words, one.part) for found in places.values()])
    rest = len(names) - NAMED
    if rest > 1:
        names[NAMED:] = [words("review.rest", count=rest)]
    return " · ".join(names)


def _joined(names: list[str]) -> list[str]:
    """Name a place once for all its fields that follow one another: "Mål »Skolerne« › Ansvarlig, Frist"."""
    joined: list[str] = []
    before = ""
    for name in names:
        above, _, label = name.rpartition(" › ")
        if above and above == before:
            joined[-1] += f", {label}"
        else:
            joined.append(name)
        before = above
    return joined


def _several(paths: list[str], plan: Plan, words: Words, part: str) -> str:
    above = _list_of(paths[0])
    if len(paths) == 1 or not above:
        return field_name(paths[0], plan, words, part)
    name = " › ".join(dict.fromkeys([_list_name(above, words, part), label_of(paths[0], words)]))
    return words("review.several", name=name, count=len(paths))


def _list_name(path: str, words: Words, part: str) -> str:
    """Name a list, behind its part unless that is said already."""
    step = step_of(path)
    names = [] if path.startswith(f"{part}.") else [words(f"parts.{step}.short")]
    return " › ".join(dict.fromkeys([*names, label_of(path, words)]))


def _list_of(path: str) -> str:
    """Give the list that the record of a path stands in; nothing where it stands in none."""
    return path.rpartition("[")[0]


def field_name(path: str, plan: Plan, words: Words, part: str = "") -> str:
    """Name a field by its place in words; a list that lacks a record is said to want one more."""
    name = where(path, plan, words)
    rest = name.partition(" › ")[2]
    if part and path.startswith(f"{part}."):
        name = rest
    elif rest:
        short = words(f"parts.{step_of(path)}.short")
        name = rest if rest.startswith(short) else f"{short} › {rest}"
    if path.endswith("]") or mark_at(path).kind != "records":
        return name
    return words("review.first" if is_empty(get(plan, path)) else "review.more", name=name)


def picked(path: str, plan: Plan, words: Words) -> tuple[str, str, str]:
    """Write a field as a line to pick: what is asked, and behind it where that stands."""
    above, _, name = field_name(path, plan, words).rpartition(" › ")
    return path, name, above
