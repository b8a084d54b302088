"""Records as lines of a list, each written once as long as it is the same."""

from __future__ import annotations

from schemas.fields import Item, Marks, marks
from schemas.language import Words
from schemas.plan import Plan
from schemas.specs import FieldSpec
from wizard.ui.saying import full_text
from wizard.ui.widgets.rows import Row

GAP = "–"
"""Stands in a line for a core answer that is missing."""

MOST = 4
"""Answers beyond the core that a line shows; no screen is as wide as twenty."""


class RecordLines:
    """Writes a list's records, and remembers what it wrote."""

    def __init__(self, fields: tuple[FieldSpec, ...], words: Words) -> None:
        self.fields = fields
        self.words = words
        self._said: dict[str, tuple[Item, str]] = {}

    def of(self, items: tuple[Item, ...], plan: Plan, typed: dict[str, str]) -> list[Row]:
        """Give a line for each record; typed: the names of the others who type in some of them, by its id."""
        return [(item.id, self._marked(typed.get(item.id)) + self._line(item, plan)) for item in items]

    def _marked(self, name: str | None) -> str:
        return f"{self.words('company.typing_in', name=name)} " if name else ""

    def forget(self) -> None:
        """Write every line anew the next time, because something that records point to was changed."""
        self._said.clear()

    def _line(self, item: Item, plan: Plan) -> str:
        known = self._said.get(item.id)
        if known is None or known[0] is not item:
            self._said[item.id] = known = (item, self._written(item, plan))
        return known[1]

    def _written(self, item: Item, plan: Plan) -> str:
        by_name: dict[str, Marks] = {mark.name: mark for mark in marks(type(item))}
        said: list[str] = []
        for one in self._told(item):
            text = full_text(by_name[one.name], getattr(item, one.name), plan, self.words)
            said.append(" ".join(text.split()) or GAP)
        return " · ".join(said) or GAP

    def _told(self, item: Item) -> list[FieldSpec]:
        """List the fields a line shows: the core ones, and some of the others that are answered."""
        answered = [one for one in self.fields if one.depth == "full" and getattr(item, one.name)]
        few = {one.name for one in answered[:MOST]}
        return [one for one in self.fields if one.depth == "core" or one.name in few]
