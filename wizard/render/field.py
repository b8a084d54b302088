"""One answer as a document prints it, and the records of a list as rows, columns and parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .escape import Markdown, escape
from .measuring import unplaced

LINE_LIKE = ("line", "choice", "choices", "flag", "number", "date", "reference", "references", "lines")
"""Kinds that fit a table's cell; a record with anything longer is printed as a section."""

COLUMNS = 5
"""How many columns of answers a sheet of A4 has room for; a table that needs more has several answers in one."""

ROW = 1200
"""The most letters that stand in a row of a table, which is not parted over a page: some third of a page."""

BREAK = "\\\n"
"""A new line inside a cell of a table that is written as lists."""


class Field(NamedTuple):
    """One question with its answer.

    text: the answer, on one line; of the kind `text` as blocks.
    items: the answer of a list of lines, choices or references.
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
    def printed(self) -> bool:
        """Tell whether there is anything to print, be it the note."""
        return self.answered or bool(self.note)

    @property
    def size(self) -> int:
        """Tell how much room the answer takes, in characters; a line that ends early is counted whole."""
        return len(self.text) + 60 * self.text.count("\n")

    @property
    def long(self) -> bool:
        """Tell whether it would take so much of a page that a table's row cannot hold it."""
        return len(unplaced(self.text)) + 60 * self.text.count("\n") > ROW

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

    def by(self, name: str) -> tuple[Field, ...]:
        """Part the records by what they answer to one question; each part is labelled with that answer."""
        answers = dict.fromkeys(record.fields[name].text for record in self.records)
        return tuple(self._replace(label=answer or escape("–"), records=self._with(name, answer)) for answer in answers)

    def _with(self, name: str, answer: Markdown) -> tuple[Record, ...]:
        return tuple(record for record in self.records if record.fields[name].text == answer)

    @property
    def unnamed(self) -> bool:
        """Tell whether this is a part of a list that has no answer for a name."""
        return self.label == escape("–")

    @property
    def veiled(self) -> bool:
        """Tell whether any number of the records is hidden."""
        return any(one.value in ("small", "derived") for record in self.records for one in record.fields.values())

    def same(self, name: str, other: str) -> bool:
        """Tell whether two fields of every record read the same."""
        return all(record.fields[name].text == record.fields[other].text for record in self.records)

    def chosen(self, name: str, value: str) -> Field:
        """Keep the records that chose one value of a closed list (an empty one: chose nothing).

        What all of them chose needs no column.
        """
        records = tuple(record for record in self.records if record.fields[name].value == value)
        filled = (one for one in self.columns if one != name and any(record.fields[one].text for record in records))
        return self._replace(records=records, columns=tuple(filled))

    def ordered(self, name: str, values: Sequence[str]) -> Field:
        """Put the records in the order of a closed list's values; what chose nothing comes last."""
        place = {value: number for number, value in enumerate(values)}
        records = sorted(self.records, key=lambda record: place.get(record.fields[name].value, len(place)))
        return self._replace(records=tuple(records))

    def heads(self, columns: Sequence[str]) -> tuple[str, ...]:
        """Give the heads of columns that are named."""
        return tuple(self.records[0].fields[name].label for name in columns) if self.records else ()

    def cells(self, columns: Sequence[str]) -> tuple[tuple[Markdown, ...], ...]:
        """Give the records as rows of the columns that are named."""
        return tuple(record.cells(columns) for record in self.records)

    def grid(self, *groups: Sequence[str], number: str = "") -> Grid:
        """Give the records as a table of the columns that are named in groups.

        Each column has its own place where the sheet has room for all that are filled, else a group shares one.
        number: the head of a first column with the records' numbers; empty for none.
        """
        filled = (tuple(name for name in group if name in self.columns) for group in groups)
        kept = tuple(group for group in filled if group)
        shared = sum(map(len, kept)) + bool(number) > COLUMNS
        columns = kept if shared else tuple((name,) for group in kept for name in group)
        heads = self.heads([group[0] for group in columns])
        rows = tuple(record.shared(columns) for record in self.records)
        if number:
            heads = (number, *heads)
            pairs = zip(self.records, rows, strict=True)
            rows = tuple((escape(str(record.number)), *row) for record, row in pairs)
        return Grid(heads, rows, shared)


class Grid(NamedTuple):
    """A table; `shared` tells whether a cell holds several answers, one below the other."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Markdown, ...], ...]
    shared: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a list, by its fields' names; its number is its place in the plan, counted from 1.

    internal: whether it is marked as one that the public edition leaves out.
    """

    id: str
    number: int
    fields: Mapping[str, Field]
    internal: bool = False

    def cells(self, columns: Sequence[str]) -> tuple[Markdown, ...]:
        """Give the record as a row of a table; a field without an answer is its note, else a dash."""
        return tuple(self.fields[name].text or self.fields[name].note or escape("–") for name in columns)

    def shared(self, groups: Sequence[Sequence[str]]) -> tuple[Markdown, ...]:
        """Give the record as a row whose cells hold several answers each, one below the other."""
        return tuple(Markdown(BREAK.join(self._lines(group))) or escape("–") for group in groups)

    def _lines(self, group: Sequence[str]) -> Iterator[Markdown]:
        """Write the answers of one cell; the column's head names the first, a label each of the others."""
        first, *others = (self.fields[name] for name in group)
        if first.text or first.note:
            yield first.text or first.note
        for field in others:
            if field.text:
                yield Markdown(f"{escape(field.label)}: {field.text}")

    def answered(self, *names: str) -> tuple[Field, ...]:
        """Give those of some fields that have anything to print."""
        return tuple(field for name in names if (field := self.fields.get(name)) and field.printed)
