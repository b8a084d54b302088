"""What is said of the cell of the roles grid that is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.ui import roles
from wizard.ui.who import name_of

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.document.session import Session
    from wizard.ui.widgets.roles_grid import RolesGrid


def pointed_at(grid: RolesGrid, place: str, session: Session, words: Words) -> str:
    """Say what a cell holds, or whose name a task has and who is typing it; nothing of the empty last row."""
    row, role = grid.at, grid.role
    if row is None:
        return ""
    if role is not None:
        parts = [words(f"roles.said.{part}") for part in row.cells.get(role[0], ())]
        meant = words.join(parts) or words("roles.nothing")
        return words("roles.cell", task=row.task or words("roles.unnamed"), role=role[1], said=meant)
    holder = session.holder(f"{place}[{row.key}].task")
    return f"{words('company.typing_in', name=name_of(holder))} {row.task}" if holder else row.task


def keys_at(grid: RolesGrid, typed: str | None, session: Session, words: Words) -> str:
    """Say which keys do what in the cell, or while a task's name ("task") or a role ("role") is typed."""
    if session.read_only is not None:
        return words("interface.hint.read")
    if typed is not None:
        return words(f"roles.hint_{typed}")
    if grid.at is None or grid.adding or grid.column < 0:
        kind = "new" if grid.at is None else "add" if grid.adding else "name"
        return words(f"roles.hint_{kind}")
    return words("roles.hint", letters=roles.legend(words), role=words("roles.letter.role"))
