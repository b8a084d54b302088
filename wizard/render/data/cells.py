"""Answers as cells of a table: dates stay dates, choices and references become the words people know them by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from schemas.fields import Item, marks
from schemas.language import Words
from schemas.paths import NoSuchPath, get, is_empty
from schemas.plan import Plan
from schemas.specs import FieldSpec
from schemas.strategy import Goal

from .plain import plain_blocks, plain_line
from .table import Cell


class Cells:
    """Reads answers of a plan that is already cut down to what its edition shows."""

    def __init__(self, plan: Plan, said: Words) -> None:
        self.plan = plan
        self.said = said

    def row(self, item: Item, fields: Iterable[FieldSpec]) -> tuple[Cell, ...]:
        """Give the answers of a record, a cell for each field."""
        return tuple(self.cell(field, getattr(item, field.name)) for field in fields)

    def cell(self, field: FieldSpec, value: Any) -> Cell:
        """Give one answer; None where there is none, or where what it points to is gone."""
        if is_empty(value):
            return None
        match field.kind:
            case "date" | "number":
                return value  # type: ignore[no-any-return] # pydantic holds it to the kind
            case "line":
                return plain_line(value)
            case "text":
                return plain_blocks(value)
            case "choice":
                return dict(field.choices)[value]
            case "flag":
                return self.said("documents.yes" if value else "documents.no")
            case "reference":
                return self.name(field.to or "", value) or None
            case _:
                return "\n".join(self._several(field, value)) or None

    def _several(self, field: FieldSpec, values: Iterable[str]) -> Iterable[str]:
        labels = dict(field.choices)
        for value in values:
            if field.kind == "choices":
                yield labels[value]
            elif text := self.name(field.to, value) if field.to else plain_line(value):
                yield text

    def name(self, place: str, key: str) -> str:
        """Name the record that a reference points to; empty where it is gone or nameless."""
        try:
            item: Item = get(self.plan, f"{place}[{key}]")
        except NoSuchPath:
            return ""
        naming = next(mark.name for mark in marks(type(item)) if mark.kind in ("line", "text"))
        name = plain_line(getattr(item, naming))
        if not isinstance(item, Goal):
            return name
        number = self.said("documents.goal", number=self.plan.strategy.goals.index(item) + 1)
        number = number.replace("\xa0", " ")  # who searches a table types a space
        return f"{number}: {name}" if name else number
