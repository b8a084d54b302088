"""What the files of data say of themselves: title, author, language and time."""

from __future__ import annotations

from schemas.language import LOCALES, Words, words
from schemas.plan import Plan
from wizard.render.answers import plain
from wizard.render.naming import municipality
from wizard.render.stamp import stamp

from .table import Cell, Table

LONGEST = 200
"""How many characters of a title or a name go into a file's properties."""


def titled(plan: Plan, key: str, said: Words) -> str:
    """Name a file of data: what it holds, and whose it is."""
    named = plain(plan.front.municipality)
    title = said(f"data.{key}.title")
    return (said("data.titled", title=title, municipality=named) if named else title)[:LONGEST]


def table(plan: Plan, key: str, heads: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]) -> Table:
    """Put rows below their heads; key: of the table's own words."""
    said = words(plan.front.language.value)
    return Table(
        title=titled(plan, key, said),
        sheet=said(f"data.{key}.sheet"),
        author=municipality(plan, said)[:LONGEST],
        language=LOCALES[said.language].replace("_", "-"),
        made=stamp(plan),
        heads=heads,
        rows=rows,
    )
