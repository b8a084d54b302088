"""What is read of a Word document: its text as it stands with every tracked change accepted, and who changed what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Hand(NamedTuple):
    """Who made a tracked change, and when as it stands in the file; either may be empty."""

    author: str
    at: str


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look. One without text stands where something was deleted, or where a comment points.

    came, went: by whose tracked change the text came, or what stood here went. comments: ids of those that point here.
    """

    text: str
    strong: bool = False
    em: bool = False
    link: str = ""
    came: Hand | None = None
    went: Hand | None = None
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    was: its text before the tracked changes. heading: its level, 0 for none. depth: of a point in a list, from 0; None
    for no point. continued: whether it goes on with the point before it. came: by whose tracked change it came.
    """

    runs: tuple[Run, ...]
    was: str = ""
    style: str = ""
    heading: int = 0
    depth: int | None = None
    ordered: bool = False
    continued: bool = False
    names: tuple[str, ...] = ()
    came: Hand | None = None

    @property
    def text(self) -> str:
        """Give the text."""
        return "".join(run.text for run in self.runs)

    @property
    def hands(self) -> tuple[Hand, ...]:
        """Name those who changed anything in it, each once."""
        found = (hand for run in self.runs for hand in (run.came, run.went) if hand)
        return tuple(dict.fromkeys((*found, *((self.came,) if self.came else ()))))

    @property
    def comments(self) -> tuple[str, ...]:
        """Give the ids of the comments that point into it."""
        return tuple(dict.fromkeys(one for run in self.runs for one in run.comments))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """Give the text, a line a paragraph."""
        return "\n".join(block.text for block in self.blocks if block.text.strip())


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. came, went: by whose tracked change; a row that went is kept only for what was in it."""

    cells: tuple[Cell, ...]
    came: Hand | None = None
    went: Hand | None = None

    @property
    def text(self) -> str:
        """Give the text, a line a cell."""
        return "\n".join(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `gone` are rows that were taken away with changes tracked."""

    rows: tuple[Row, ...]
    gone: tuple[Row, ...] = ()

    @property
    def text(self) -> str:
        """Give the text, a line a cell."""
        return "\n".join(row.text for row in self.rows)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, or a footnote, which has no author. parent: the id of the comment it answers; empty for none."""

    id: str
    author: str
    at: str
    text: str
    quote: str = ""
    parent: str = ""
    done: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A Word document; properties are the file's own, by their names in small letters."""

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Give every paragraph, those in tables too."""
        return paragraphs(self.blocks)


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Give every paragraph of some blocks in their order, those in tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in (*block.rows, *block.gone):
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
