"""Tables side by side: rows that are records, and rows that are a label and an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wizard.files.docx.model import Cell, Hand, Paragraph, Row, Table, paragraphs

from .aligning import aligned, folded, likeness, words_of
from .found import Added, Answer, Moved, Removed
from .labels import record_of
from .rows import SentTable, paragraphs_in, spans_in, spans_of
from .slices import cut, hands_of, text_of
from .spans import Known, Span

if TYPE_CHECKING:
    from .walking import Walk

MOVED = 0.75
"""How alike two rows at different places must be to be one that was moved."""


class Tables:
    """Compares tables for a walk."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.subject = folded(walk.words("documents.subject"))

    def compare(self, old: Table, new: Table | None) -> None:
        """Compare two tables; without a new one all its rows are gone."""
        table = SentTable(old, self.subject)
        for row in table.rows:
            for record in {record_of(span.path) for span in spans_in(row)} - {""}:
                self.walk.findings.seen[record] = self.walk.findings.seen.get(record, 0) + 1
        if new is None:
            for place in range(len(table.rows)):
                self._gone(table, place, ())
            return
        self._head(old.rows[0], new.rows[0])
        for ghost in new.gone:
            path = next((span.path for row in table.rows if _same(row, ghost) for span in spans_in(row)), "")
            for cell in ghost.cells:
                self.walk.point_out_all(cell.blocks, path)
        self._rows(table, new)

    def _head(self, old: Row, new: Row) -> None:
        for cell in new.cells:
            self.walk.point_out_all(cell.blocks, "")
        if folded(old.text) != folded(new.text):
            self.walk.loose(" | ".join(cell.text for cell in old.cells), " | ".join(c.text for c in new.cells), ())

    def _rows(self, table: SentTable, new: Table) -> None:
        """Pair the rows: in their order, and then those that were moved."""
        rows = new.rows[1:]
        columns = _columns(table.table.rows[0], new.rows[0])
        pairs = aligned(table.rows, rows, lambda row: table.key(row), table.alike)
        partners = {pair.old: pair.new for pair in pairs if pair.old is not None and pair.new is not None}
        moved = self._moved(table, rows, partners)
        partners |= moved
        taken = set(partners.values())
        gone = [place for place in range(len(table.rows)) if place not in partners]
        owners = {other: table.record(one) for one, other in partners.items()}
        for place in gone:
            self._gone(table, place, self._ghost(table.rows[place], new.gone))
        before: str | None = None
        for place, row in enumerate(rows):
            if place in taken:
                one = next(old for old, other in partners.items() if other == place)
                if one in moved and table.record(one):
                    hands = hands_of(paragraphs_in(row)) or ((row.came,) if row.came else ())
                    self.walk.findings.all.append(Moved(table.record(one), before, hands, self.walk.title))
                self._cells(table, one, row, columns)
                before = _id(owners[place]) or before
            else:
                self._came(table, row, columns, before)

    def _moved(self, table: SentTable, rows: Sequence[Row], partners: dict[int, int]) -> dict[int, int]:
        free = [place for place in range(len(rows)) if place not in partners.values()]
        found: dict[int, int] = {}
        for place, row in enumerate(table.rows):
            if place in partners or not table.record(place):
                continue
            best = max(free, key=lambda other: table.alike(row, rows[other]), default=None)
            if best is not None and table.alike(row, rows[best]) >= MOVED:
                found[place] = best
                free.remove(best)
        return found

    def _cells(self, table: SentTable, place: int, row: Row, columns: dict[int, int]) -> None:
        for column, cell in enumerate(table.rows[place].cells):
            other = columns.get(column)
            if other is None or other >= len(row.cells):
                if cell.text.strip() and spans_of(cell):
                    self.walk.loose(cell.text, "", hands_of(paragraphs_in(row)))
                continue
            self._cell(table, place, column, row.cells[other])

    def _cell(self, table: SentTable, place: int, column: int, new: Cell) -> None:
        old = table.rows[place].cells[column]
        if spans_of(old):
            self.walk.blocks(old.blocks, [one for one in new.blocks if not _is_dash(one)])
            return
        path = self._meant(table, place, column)
        self.walk.point_out_all(new.blocks, path or next((s.path for s in spans_in(table.rows[place])), ""))
        if folded(old.text) == folded(new.text) or column in table.numbers:
            return
        if path:
            self.walk.answer(Span(0, 0, path), (), tuple(paragraphs(new.blocks)))
        else:
            self.walk.loose(old.text, new.text, hands_of(paragraphs(new.blocks)))

    def _meant(self, table: SentTable, place: int, column: int) -> str:
        """Give the path of the answer that an empty cell would hold; empty where nobody can tell."""
        record = table.record(place)
        name = self._column(table, column) if record else ""
        return f"{record}.{name}" if name else ""

    def _column(self, table: SentTable, column: int) -> str:
        """Name the field of a column: as other rows have it, else as its head is called."""
        if name := table.column(column):
            return name
        head = table.table.rows[0].cells
        return self.walk.labels.name(table.list, head[column].text) if column < len(head) and table.list else ""

    def _gone(self, table: SentTable, place: int, hands: tuple[Hand, ...]) -> None:
        """Tell of a row that is gone: its record with it, or the answers that stood in it."""
        row, record = table.rows[place], table.record(place)
        findings = self.walk.findings
        hands = hands or self.walk.hands_of_gone(paragraphs_in(row))
        for one in {record_of(span.path) for span in spans_in(row)} - {""}:
            findings.gone[one] = findings.gone.get(one, 0) + 1
        if record and findings.seen.get(record, 0) == 1:
            findings.rows_gone.setdefault(record, Removed(record, hands, self.walk.title))
        spans = spans_in(row)
        for path in dict.fromkeys(span.path for span in spans if not span.note):
            before = tuple(_parts(row, path))
            findings.all.append(Answer(path, before, (), hands, self.walk.title))
        if not spans and row.text.strip():
            self.walk.loose(_line(row), "", hands)

    def _ghost(self, row: Row, gone: Sequence[Row]) -> tuple[Hand, ...]:
        return next(((one.went,) for one in gone if one.went and _same(row, one)), ())

    def _came(self, table: SentTable, row: Row, columns: dict[int, int], before: str | None) -> None:
        """Tell of a row that is new: a record, or an answer with its label."""
        hands = hands_of(paragraphs_in(row)) or ((row.came,) if row.came else ())
        if not row.text.strip():
            return
        for cell in row.cells:
            self.walk.point_out_all(cell.blocks, "")
        if table.labelled:
            self._labelled(table, row, hands)
        elif table.list:
            answers = self._answers(table, row, columns)
            self.walk.findings.all.append(
                Added(table.list, answers, before, _line(row), hands, self.walk.title, table.first, table.names)
            )
        else:
            self.walk.loose("", _line(row), hands)

    def _labelled(self, table: SentTable, row: Row, hands: tuple[Hand, ...]) -> None:
        owner = table.owner
        name = self.walk.labels.name(owner, row.cells[0].text) if owner and len(row.cells) == 2 else ""
        if name:
            self.walk.answer(Span(0, 0, f"{owner}.{name}"), (), tuple(paragraphs(row.cells[1].blocks)))
        else:
            self.walk.loose("", _line(row), hands)

    def _answers(self, table: SentTable, row: Row, columns: dict[int, int]) -> dict[str, tuple[Paragraph, ...]]:
        """Part a new record's row into its answers."""
        found: dict[str, tuple[Paragraph, ...]] = {}
        for column, other in columns.items():
            if other >= len(row.cells) or column in table.numbers:
                continue
            parts = tuple(one for one in paragraphs(row.cells[other].blocks) if one.text.strip() and not _is_dash(one))
            like = table.pattern(column)
            if like is not None and len(parts) == 1:
                found |= self.walk.labels.by_pattern(like, parts[0])
            elif parts and (name := self._column(table, column)):
                found[name] = parts
        return found

    def came(self, new: Table) -> None:
        """Tell of a table that is new."""
        for row in new.rows:
            for cell in row.cells:
                self.walk.point_out_all(cell.blocks, "")
        text = "\n".join(_line(row) for row in new.rows)
        self.walk.loose("", text, hands_of(one for row in new.rows for one in paragraphs_in(row)))


def _columns(old: Row, new: Row) -> dict[int, int]:
    """Tell which column is which; where as many stand there as before they are in their order."""
    if len(old.cells) == len(new.cells):
        return {place: place for place in range(len(old.cells))}
    heads = [folded(cell.text) for cell in new.cells]
    return {place: heads.index(text) for place, cell in enumerate(old.cells) if (text := folded(cell.text)) in heads}


def _parts(row: Row, path: str) -> list[Paragraph]:
    """Give what stands of an answer in a row."""
    return [
        cut(one, span.start, span.end)
        for one in paragraphs_in(row)
        if isinstance(one, Known)
        for span in one.spans
        if span.path == path
    ]


def _same(row: Row, ghost: Row) -> bool:
    """Tell whether a row that was taken away with changes tracked is one that was sent."""
    was = "\n".join(one.was for one in paragraphs_in(ghost))
    return likeness(words_of(was), words_of(row.text)) >= MOVED


def _is_dash(block: object) -> bool:
    return isinstance(block, Paragraph) and folded(block.text) in ("–", "-", "—")


def _line(row: Row) -> str:
    return " | ".join(text_of(paragraphs(cell.blocks)).replace("\n", " ") for cell in row.cells)


def _id(record: str) -> str | None:
    return record.rpartition("[")[2].removesuffix("]") or None
