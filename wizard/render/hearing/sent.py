"""The document as it was sent out, made again from its plan, with the answer that each text in it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from schemas.language import Words
from schemas.plan import Plan
from schemas.small import Veil
from wizard.files.docx.model import Block, Cell, Paragraph, Row, Run, Table
from wizard.files.docx.reading import read_docx
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX
from wizard.render.look import PLAIN, Look
from wizard.render.markdown import to_markdown
from wizard.render.rendering import Text, printed

from .marking import MARK, Marking, Place
from .spans import Known, Span


def sent(plan: Plan, edition: Edition, look: Look = PLAIN) -> tuple[Block, ...]:
    """Print a plan and read it again; its paragraphs are `Known`. Raises `RenderTrouble`."""
    readers: list[Marking] = []

    def reading(shown: Plan, edition: Edition, words: Words, veils: Mapping[str, Veil]) -> Marking:
        readers.append(Marking(shown, edition, words, veils))
        return readers[-1]

    markdown = to_markdown(plan, PLAN, edition, look=look, reading=reading)
    document = read_docx(printed(Text(plan, PLAN, edition, markdown, look), DOCX))
    return _Unmarking(readers[0].places).blocks(document.blocks)


class _Unmarking:
    """Takes the marks out of blocks and notes what they said; a mark may span several paragraphs."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = places
        self.open: Place | None = None

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(self._paragraph(one) if isinstance(one, Paragraph) else self._table(one) for one in blocks)

    def _table(self, table: Table) -> Table:
        return Table(tuple(Row(tuple(Cell(self.blocks(cell.blocks)) for cell in row.cells)) for row in table.rows))

    def _paragraph(self, paragraph: Paragraph) -> Known:
        text = paragraph.text
        spans: list[Span] = []
        cuts: list[tuple[int, int]] = []
        begun, taken = 0, 0
        for mark in MARK.finditer(text):
            here = mark.start() - taken
            if self.open is not None and here > begun:
                spans.append(Span(begun, here, *self.open))
            self.open = self.places[int(mark[1])] if mark[1] else None
            begun = here
            taken += len(mark[0])
            cuts.append(mark.span())
        if self.open is not None and len(text) - taken > begun:
            spans.append(Span(begun, len(text) - taken, *self.open))
        bare = replace(paragraph, runs=tuple(_without(paragraph.runs, cuts)))
        if bare.heading:
            spans = [span for span in spans if not span.chosen]
        return Known.of(bare, tuple(spans), self.open is not None)


def _without(runs: Sequence[Run], cuts: Sequence[tuple[int, int]]) -> list[Run]:
    """Cut stretches out of runs."""
    left: list[Run] = []
    place = 0
    for run in runs:
        kept = [
            char for index, char in enumerate(run.text, place) if not any(start <= index < end for start, end in cuts)
        ]
        place += len(run.text)
        if kept:
            left.append(replace(run, text="".join(kept)))
    return left
