"""The roles grid as data: which roles stand along the top, what a cell holds, and how a letter changes it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from schemas.language import Words
from schemas.organisation import CONTACTS, Responsibility
from schemas.paths import get
from schemas.plan import Plan
from wizard.document.change import setting
from wizard.document.edits import Edit

PLACE = "organisation.responsibilities"

Part = Literal["performs", "decides", "asked", "told"]
PARTS: tuple[Part, ...] = get_args(Part)
TOGETHER = frozenset({"performs", "decides"})
"""A role may both do a task and decide on it; whoever is only asked or told has no other part."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task: its record's id, its name, each role's parts in it, and how many roles decide."""

    key: str
    task: str
    cells: dict[str, tuple[Part, ...]]
    deciding: int


def task_rows(plan: Plan) -> list[TaskRow]:
    """Give the grid's rows, in the plan's order."""
    return [_row(one) for one in plan.organisation.responsibilities]


def _row(one: Responsibility) -> TaskRow:
    cells: dict[str, tuple[Part, ...]] = {}
    for part in PARTS:
        for role in getattr(one, part):
            cells[role] = (*cells.get(role, ()), part)
    return TaskRow(one.id, one.task, cells, len(one.decides))


def used(plan: Plan) -> set[str]:
    """Give the roles that have a part in some task."""
    return {role for row in task_rows(plan) for role in row.cells}


def proposed(plan: Plan) -> set[str]:
    """Give the roles to begin with where no task has any: those who lead the work, and those who sit at its table."""
    ours = plan.organisation
    leading = (ours.management, ours.coordinator, ours.police)
    seated = (*(seat.role for seat in ours.steering), *(member.role for member in ours.members))
    return {role for role in (*leading, *seated) if role}


def roles(plan: Plan, wanted: set[str]) -> list[tuple[str, str]]:
    """Give the roles of the register that are wanted, as (id, name), in the register's order."""
    return [(one.id, one.role) for one in plan.organisation.contacts if one.id in wanted]


def letter(part: Part, words: Words) -> str:
    """Give the letter that stands for a part."""
    return words(f"roles.letter.{part}")


def parts_by_letter(words: Words) -> dict[str, Part]:
    """Give what each letter stands for."""
    return {letter(part, words): part for part in PARTS}


def legend(words: Words) -> str:
    """Say what each letter stands for."""
    return " · ".join(f"{letter(part, words)} {words(f'roles.said.{part}')}" for part in PARTS)


def deciding(row: TaskRow, words: Words) -> str:
    """Say whether exactly one role decides."""
    key = {0: "none", 1: "one", 2: "two"}.get(row.deciding, "many")
    return words(f"roles.decides.{key}", count=row.deciding)


def with_part(now: tuple[Part, ...], part: Part) -> tuple[Part, ...]:
    """Give a cell after a letter: the same letter takes itself out, and only two parts stand together."""
    if part in now:
        return tuple(one for one in now if one != part)
    kept = {one for one in now if one in TOGETHER and part in TOGETHER}
    return tuple(one for one in PARTS if one in kept or one == part)


def typed(now: tuple[Part, ...], char: str, words: Words) -> tuple[Part, ...] | None:
    """Give a cell after a typed character, of which none at all empties it; None for one that stands for no part."""
    known = parts_by_letter(words)
    if not char:
        return ()
    return with_part(now, known[char.casefold()]) if char.casefold() in known else None


def cell_set(plan: Plan, key: str, role: str, parts: tuple[Part, ...]) -> tuple[Edit, ...]:
    """Give the edits that make a cell hold these parts and no others; nothing where it does."""
    top = f"{PLACE}[{key}]"
    row = _row(get(plan, top))
    edits: list[Edit] = []
    for part in PARTS:
        if (part in parts) != (part in row.cells.get(role, ())):
            rest = [one for one in getattr(get(plan, top), part) if one != role]
            edits += setting(plan, f"{top}.{part}", [*rest, role] if part in parts else rest)
    return tuple(edits)


def choosable(plan: Plan, shown: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give the roles that can still be put along the top."""
    there = {key for key, _ in shown}
    return [(one.id, one.role) for one in get(plan, CONTACTS) if one.role.strip() and one.id not in there]
