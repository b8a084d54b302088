"""A plan's answers as documents print them: labels in the plan's language, references as names, dates in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from schemas.fields import Item, Model, marks
from schemas.language import Words
from schemas.paths import NoSuchPath, get, is_empty
from schemas.plan import Plan
from schemas.specs import FieldSpec, specs
from schemas.strategy import Goal

from . import answers
from .edition import Edition
from .escape import Markdown, escape
from .visible import is_register

LINE_LIKE = ("line", "choice", "choices", "flag", "number", "date", "reference", "lines")
"""Kinds that fit a table's cell; a record with anything longer is printed as a section."""


@dataclass(frozen=True, slots=True)
class Field:
    """One question with its answer.

    text: the answer, on one line; of the kind `text` as blocks.
    items: the answer of a list of lines or choices.
    note: what stands where there is no answer; empty in the public edition, which passes it in silence.
    value: the chosen value of a closed list, for templates to tell one from another; a date with its month in letters.
    lead: what the documents say before the answer.
    """

    name: str
    path: str
    kind: str
    label: str
    text: Markdown
    items: tuple[Markdown, ...]
    records: tuple[Record, ...]
    columns: tuple[str, ...]
    note: Markdown
    value: str = ""
    lead: str = ""

    @property
    def answered(self) -> bool:
        """Tell whether there is anything to print but the note."""
        return bool(self.text or self.columns)

    @property
    def size(self) -> int:
        """Tell how much room the answer takes, in characters; a line that ends early is counted whole."""
        return len(self.text) + 60 * self.text.count("\n")

    @property
    def tabular(self) -> bool:
        """Tell whether the records fit the rows of a table."""
        return all(field.kind in LINE_LIKE for record in self.records for field in record.fields.values())

    @property
    def labels(self) -> tuple[str, ...]:
        """Give the heads of the columns that any record fills."""
        return self.heads(self.columns)

    @property
    def rows(self) -> tuple[tuple[Markdown, ...], ...]:
        """Give the records as rows of a table."""
        return self.cells(self.columns)

    @property
    def numbered(self) -> tuple[tuple[Markdown, ...], ...]:
        """Give the records as rows that begin with their number."""
        return tuple((escape(str(record.number)), *record.cells(self.columns)) for record in self.records)

    def by(self, name: str) -> tuple[Field, ...]:
        """Part the records by what they answer to one question; each part is labelled with that answer."""
        answers = dict.fromkeys(record.fields[name].text for record in self.records)
        return tuple(replace(self, label=answer or escape("–"), records=self._with(name, answer)) for answer in answers)

    def _with(self, name: str, answer: Markdown) -> tuple[Record, ...]:
        return tuple(record for record in self.records if record.fields[name].text == answer)

    def heads(self, columns: Sequence[str]) -> tuple[str, ...]:
        """Give the heads of columns that are named."""
        return tuple(self.records[0].fields[name].label for name in columns) if self.records else ()

    def cells(self, columns: Sequence[str]) -> tuple[tuple[Markdown, ...], ...]:
        """Give the records as rows of the columns that are named."""
        return tuple(record.cells(columns) for record in self.records)


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a list, by its fields' names; its number is its place in the plan, counted from 1."""

    id: str
    number: int
    fields: Mapping[str, Field]

    def cells(self, columns: Sequence[str]) -> tuple[Markdown, ...]:
        """Give the record as a row of a table; a field without an answer is its note, else a dash."""
        return tuple(self.fields[name].text or self.fields[name].note or escape("–") for name in columns)


@cache
def _specs(model: type[Model], words: Words, place: str) -> tuple[FieldSpec, ...]:
    return specs(model, words, place)


class Reader:
    """Reads a plan that is already cut down to what its edition shows."""

    def __init__(self, plan: Plan, edition: Edition, words: Words) -> None:
        self.plan = plan
        self.edition = edition
        self.words = words

    def fields(self, model: Model, path: str = "") -> dict[str, Field]:
        """Read every question of a model that stands at a path, by name."""
        place = re.sub(r"\[[^\]]*\]", "[]", path)
        known = {mark.name: mark for mark in marks(type(model))}
        return {
            spec.name: self._field(model, spec, f"{path}.{spec.name}" if path else spec.name)
            for spec in _specs(type(model), self.words, place)
            if self._shows(spec, is_register(known[spec.name]))
        }

    def _shows(self, spec: FieldSpec, register: bool) -> bool:
        return self.edition is Edition.INTERNAL or spec.visibility != "internal" or register

    def _field(self, model: Model, spec: FieldSpec, path: str) -> Field:
        value = getattr(model, spec.name)
        records = tuple(self._records(value, spec, path)) if spec.kind == "records" else ()
        items = tuple(self._items(spec, value))
        text = self._joined(spec, items) if items else self._text(spec, value, path)
        columns = tuple(self._columns(spec, records))
        note = Markdown() if text or columns else self._note(path)
        lead = self._lead(spec.place)
        return Field(
            spec.name, path, spec.kind, spec.label, text, items, records, columns, note, self._value(spec, value), lead
        )

    def _value(self, spec: FieldSpec, value: Any) -> str:
        if value is None or spec.kind not in ("choice", "date"):
            return ""
        return self.words.date(value) if spec.kind == "date" else str(value)

    def _lead(self, place: str) -> str:
        key = f"documents.before.{place}"
        return self.words(key) if self.words.has(key) else ""

    def _records(self, items: tuple[Item, ...], spec: FieldSpec, path: str) -> Iterator[Record]:
        """Read the records worth printing: publicly those with more than a choice that the starter plan made."""
        asked = [inner.name for inner in spec.fields if not (inner.given and inner.kind == "choice")]
        register = spec.visibility == "internal"
        for number, item in enumerate(items, 1):
            answered = any(not is_empty(getattr(item, name)) for name in asked)
            if self.edition is Edition.INTERNAL or (answered and (not register or getattr(item, "public", False))):
                yield Record(item.id, number, self.fields(item, f"{path}[{item.id}]"))

    def _columns(self, spec: FieldSpec, records: tuple[Record, ...]) -> Iterator[str]:
        """Name the fields that any record answers, so that no column stands empty."""
        for inner in spec.fields:
            if any(inner.name in record.fields and record.fields[inner.name].text for record in records):
                yield inner.name

    def _items(self, spec: FieldSpec, value: Any) -> Iterator[Markdown]:
        if spec.kind == "choices":
            labels = dict(spec.choices)
            yield from (escape(labels[choice]) for choice in value)
        elif spec.kind == "lines":
            yield from (answers.inline(line) for line in value if line.strip())

    def _joined(self, spec: FieldSpec, items: tuple[Markdown, ...]) -> Markdown:
        return Markdown(", ".join(items)) if spec.kind == "choices" else Markdown(" · ".join(items))

    def _text(self, spec: FieldSpec, value: Any, path: str) -> Markdown:
        """Write one answer, as its kind is read; nothing where there is none."""
        if is_empty(value):
            return Markdown()
        match spec.kind:
            case "records" | "lines" | "choices":
                return Markdown()
            case "text":
                return answers.blocks(value)
            case "line":
                return phone(value) if spec.name == "phone" else answers.inline(value)
            case "choice":
                return escape(dict(spec.choices)[value])
            case "date":
                # A table's column has no room for the month in letters.
                return escape(self.words.date(value, "short" if "[" in path else "long"))
            case "reference":
                return self.name(spec.to or "", value)
            case "flag":
                return escape(self.words("documents.yes" if value else "documents.no"))
            case _:
                return escape(str(value))

    def name(self, place: str, key: str) -> Markdown:
        """Give the name of a record that a reference points to; nothing where it is gone or nameless."""
        try:
            item: Item = get(self.plan, f"{place}[{key}]")
        except NoSuchPath:
            return Markdown()
        if isinstance(item, Goal):
            return escape(self.words("documents.goal", number=self.plan.strategy.goals.index(item) + 1))
        naming = next(mark.name for mark in marks(type(item)) if mark.kind in ("line", "text"))
        return answers.inline(getattr(item, naming))

    def _note(self, path: str) -> Markdown:
        """Say why there is no answer, in the edition for those who work on the plan."""
        if self.edition is Edition.PUBLIC:
            return Markdown()
        if not (reason := self.plan.reasons.get(path)):
            return Markdown(f"*{escape(self.words('documents.unanswered'))}*")
        state = escape(self.words.choice("Unanswered", reason.state.value))
        return Markdown(f"*{state}*" + (f": {answers.inline(reason.reason)}" if reason.reason.strip() else ""))


def phone(number: str) -> Markdown:
    """Write a telephone number as a link that calls it, where it is one number and no more."""
    digits = re.sub(r"[ .\-]", "", number.strip())
    return (
        answers.link(number.strip(), f"tel:{digits}")
        if re.fullmatch(r"\+?\d{3,15}", digits)
        else answers.inline(number)
    )
