"""A plan's answers as documents print them: labels in the plan's language, references as names, dates in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from schemas.fields import Item, Model, marks
from schemas.language import Words
from schemas.paths import NoSuchPath, get, is_empty, place
from schemas.plan import Plan
from schemas.public import is_register
from schemas.small import Veil
from schemas.specs import FieldSpec, specs
from schemas.strategy import Goal

from . import answers
from .edition import Edition
from .escape import Markdown, escape
from .field import Field, Record

__all__ = ("Field", "Reader", "Record")

_APART = str.maketrans("", "", " .-")

NOTHING = Markdown()
"""No answer."""

NO_VEILS: Mapping[str, Veil] = {}

LISTS = ("lines", "choices", "references")
"""Kinds whose answers are several short ones."""


@dataclass(frozen=True, slots=True)
class _Question:
    """What is the same for a question in every plan, in one language and at one place.

    labels: of a closed list, as Markdown.
    asked: the names of a record's fields but for its flags and the choices that the starter plan makes.
    """

    spec: FieldSpec
    register: bool
    labels: Mapping[str, Markdown]
    lead: str
    asked: tuple[str, ...]


@cache
def _questions(model: type[Model], words: Words, place: str) -> tuple[_Question, ...]:
    known = {mark.name: mark for mark in marks(model)}
    return tuple(_question(spec, is_register(known[spec.name]), words) for spec in specs(model, words, place))


def _question(spec: FieldSpec, register: bool, words: Words) -> _Question:
    labels = {value: escape(label) for value, label in spec.choices}
    if spec.kind == "flag":
        labels = {"True": escape(words("documents.yes")), "False": escape(words("documents.no"))}
    key = f"documents.before.{spec.place}"
    asked = tuple(
        inner.name for inner in spec.fields if inner.kind != "flag" and not (inner.given and inner.kind == "choice")
    )
    return _Question(spec, register, labels, words(key) if words.has(key) else "", asked)


class Reader:
    """Reads a plan that is already cut down to what its edition shows.

    veils: the paths of numbers that were taken out since they are small, of which the document says so.
    """

    def __init__(self, plan: Plan, edition: Edition, words: Words, veils: Mapping[str, Veil] = NO_VEILS) -> None:
        self.plan = plan
        self.edition = edition
        self.words = words
        self.veils = veils
        self.named: dict[str, Markdown] = {}

    def fields(self, model: Model, path: str = "") -> dict[str, Field]:
        """Read every question of a model that stands at a path, by name."""
        return {
            question.spec.name: self._field(model, question, f"{path}.{question.spec.name}")
            for question in _questions(type(model), self.words, place(path))
            if self.edition is Edition.INTERNAL or question.spec.visibility != "internal" or question.register
        }

    def shown(self, path: str, text: str) -> str:
        """Give a text that stands for the answer at a path outside of its field, such as the title."""
        return text

    def _field(self, model: Model, question: _Question, path: str) -> Field:
        spec = question.spec
        value = getattr(model, spec.name)
        # Outside of records nobody can see whether a no was said or never asked.
        unsaid = is_empty(value) or (value is False and "[" not in path)
        if unsaid and path not in self.veils:
            note = self._note(spec, path)
            return Field(spec.name, path, spec.kind, spec.label, NOTHING, (), (), (), note, lead=question.lead)
        records = tuple(self._records(value, question, path)) if spec.kind == "records" else ()
        columns = tuple(self._columns(spec, records)) if records else ()
        items = tuple(self._items(question, value)) if spec.kind in LISTS else ()
        text = self._joined(spec, items) if items else self._text(question, value, path)
        return Field(
            name=spec.name,
            path=path,
            kind=spec.kind,
            label=spec.label,
            text=text,
            items=items,
            records=records,
            columns=columns,
            note=NOTHING if text or columns else self._note(spec, path),
            value=self.veils.get(path) or self._value(spec, value),
            lead=question.lead,
        )

    def _value(self, spec: FieldSpec, value: Any) -> str:
        if value is None or spec.kind not in ("choice", "date"):
            return ""
        return self.words.date(value) if spec.kind == "date" else str(value)

    def _records(self, items: tuple[Item, ...], question: _Question, path: str) -> Iterator[Record]:
        """Read the records worth printing: publicly those with more than a choice that the starter plan made."""
        register = question.spec.visibility == "internal"
        for number, item in enumerate(items, 1):
            answered = any(not is_empty(getattr(item, name)) for name in question.asked)
            if self.edition is Edition.INTERNAL or (answered and (not register or getattr(item, "public", False))):
                fields = self.fields(item, f"{path}[{item.id}]")
                yield Record(item.id, number, fields, internal=not getattr(item, "public", True))

    def _columns(self, spec: FieldSpec, records: tuple[Record, ...]) -> Iterator[str]:
        """Name the fields that any record answers, so that no column stands empty."""
        for inner in spec.fields:
            if any(inner.name in record.fields and record.fields[inner.name].text for record in records):
                yield inner.name

    def _items(self, question: _Question, value: Any) -> Iterator[Markdown]:
        if question.spec.kind == "choices":
            yield from (question.labels[choice] for choice in value)
        elif question.spec.kind == "references":
            yield from (name for key in value if (name := self.name(question.spec.to or "", key)))
        elif question.spec.kind == "lines":
            yield from (answers.inline(line) for line in value if line.strip())

    def _joined(self, spec: FieldSpec, items: tuple[Markdown, ...]) -> Markdown:
        return Markdown(" · ".join(items)) if spec.kind == "lines" else Markdown(", ".join(items))

    def _text(self, question: _Question, value: Any, path: str) -> Markdown:
        """Write one answer, as its kind is read; nothing where there is none."""
        if is_empty(value):
            return escape(self.words(f"documents_full.figures.{self.veils[path]}")) if path in self.veils else NOTHING
        match question.spec.kind:
            case "records" | "lines" | "choices" | "references":
                return NOTHING
            case "text":
                return answers.blocks(value)
            case "line":
                return phone(value) if question.spec.name == "phone" else answers.inline(value)
            case "choice" | "flag":
                return question.labels[str(value)]
            case "date":
                # A table's column has no room for the month in letters.
                return escape(self.words.date(value, "short" if "[" in path else "long"))
            case "reference":
                return self.name(question.spec.to or "", value)
            case _:
                return escape(str(value))

    def name(self, place: str, key: str) -> Markdown:
        """Give the name of a record that a reference points to; nothing where it is gone or nameless."""
        path = f"{place}[{key}]"
        if path not in self.named:
            self.named[path] = self._name(path)
        return self.named[path]

    def _name(self, path: str) -> Markdown:
        try:
            item: Item = get(self.plan, path)
        except NoSuchPath:
            return NOTHING
        if isinstance(item, Goal):
            return escape(self.words("documents.goal", number=self.plan.strategy.goals.index(item) + 1))
        naming = next(mark.name for mark in marks(type(item)) if mark.kind in ("line", "text"))
        return answers.inline(getattr(item, naming))

    def _note(self, spec: FieldSpec, path: str) -> Markdown:
        """Say why there is no answer, in the edition for those who work on the plan.

        Beyond the short way nobody owes an answer: there only a reason that was given is told.
        """
        if self.edition is Edition.PUBLIC:
            return NOTHING
        if not (reason := self.plan.reasons.get(path)):
            return Markdown(f"*{escape(self.words('documents.unanswered'))}*") if spec.depth == "core" else NOTHING
        state = escape(self.words.choice("Unanswered", reason.state.value))
        return Markdown(f"*{state}*" + (f": {answers.inline(reason.reason)}" if reason.reason.strip() else ""))


def phone(number: str) -> Markdown:
    """Write a telephone number as a link that calls it, where it is one number and no more."""
    digits = number.strip().translate(_APART)
    return (
        answers.link(number.strip(), f"tel:{digits}")
        if re.fullmatch(r"\+?\d{3,15}", digits)
        else answers.inline(number)
    )
