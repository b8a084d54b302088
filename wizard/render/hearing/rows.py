"""What a table as it was sent is: which record each row is, and which answer each column holds."""

from __future__ import annotations

from collections import Counter

from wizard.files.docx.model import Cell, Paragraph, Row, Table, paragraphs

from .aligning import folded, likeness, words_of
from .labels import name_of, record_of
from .spans import Known, Span


class SentTable:
    """A table as it was sent, and what its rows and columns are.

    labelled: whether a row is a label and what it stands for. list: the list whose records the rows are, empty for
    none; first: the first of these records, names: those of the answers in them. owner: the record or part that the
    answers of a labelled table belong to. numbers: columns with a row's number only.
    """

    def __init__(self, table: Table, subject: str) -> None:
        self.table = table
        self.rows = table.rows[1:]
        head = table.rows[0].cells
        self.labelled = bool(head) and len(head) == 2 and folded(head[0].text) == subject
        self._records = [self._record(row) for row in self.rows]
        lists = Counter(record.rpartition("[")[0] for record in self._records if record)
        self.list = lists.most_common(1)[0][0] if lists else ""
        owners = Counter(span.path.rpartition(".")[0] for row in self.rows for span in spans_in(row))
        self.owner = owners.most_common(1)[0][0] if owners else ""
        self.first = next((record for record in self._records if record), "")
        self.names = frozenset(name_of(span.path) for row in self.rows for span in spans_in(row))
        self.numbers = {column for column in range(len(head)) if self._is_number(column)}

    def _record(self, row: Row) -> str:
        found = Counter(record for span in spans_in(row) if (record := record_of(span.path)))
        return found.most_common(1)[0][0] if found and not self.labelled else ""

    def record(self, place: int) -> str:
        """Give the record that a row is; empty for none."""
        return self._records[place]

    def _is_number(self, column: int) -> bool:
        cells = [row.cells[column] for row in self.rows if column < len(row.cells)]
        return bool(cells) and all(not spans_of(cell) and cell.text.strip().isdecimal() for cell in cells)

    def key(self, row: Row) -> str:
        """Give what is the same in a row that nobody touched; not its number."""
        return "|".join(folded(cell.text) for place, cell in enumerate(row.cells) if place not in self.numbers)

    def alike(self, old: Row, new: Row) -> float:
        """Tell how likely two rows are the same one: a record goes by its first words."""
        found = likeness(words_of(self.key(old)), words_of(self.key(new)))
        first = min(set(range(len(old.cells))) - self.numbers, default=0)
        if first < min(len(old.cells), len(new.cells)):
            name = folded(old.cells[first].text)
            if name and name == folded(new.cells[first].text):
                return 0.5 + found / 2
        return found

    def column(self, column: int) -> str:
        """Name the field that the cells of a column hold, each being one answer."""
        names = Counter(
            name_of(spans[0].path)
            for place, row in enumerate(self.rows)
            if column < len(row.cells)
            and (spans := spans_of(row.cells[column]))
            and record_of(spans[0].path) == self._records[place]
        )
        return names.most_common(1)[0][0] if names else ""

    def pattern(self, column: int) -> Known | None:
        """Give a cell of a column that holds several answers in one paragraph; None where none does."""
        for row in self.rows:
            blocks = row.cells[column].blocks if column < len(row.cells) else ()
            if len(blocks) == 1 and isinstance(blocks[0], Known) and len(blocks[0].spans) > 1:
                return blocks[0]
        return None


def paragraphs_in(row: Row) -> list[Paragraph]:
    """Give the paragraphs of a row."""
    return [one for cell in row.cells for one in paragraphs(cell.blocks)]


def spans_in(row: Row) -> list[Span]:
    """Give the answers that stand in a row."""
    return [span for one in paragraphs_in(row) if isinstance(one, Known) for span in one.spans]


def spans_of(cell: Cell) -> list[Span]:
    """Give the answers that stand in a cell."""
    return [span for one in paragraphs(cell.blocks) if isinstance(one, Known) for span in one.spans]
