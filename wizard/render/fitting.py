"""A handlekort on one page, never two: in the largest type that has room, then in parts that point to the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .escape import Markdown
from .measuring import BOLD, LEADING, OURS, lines, plain, shortened, unplaced
from .sheet import Row, Sheet

FIRST = ("calls", "actions", "situation", "contacts", "tasks", "leading", "communication", "attention", "staffing")
"""The headings in the order in which they get room where there is not enough for all; the rest come after."""

TITLE = 80
"""The most letters of a title that a card bears whole."""

CAPTION = 12.0
"""The size that a caption's type and its number of letters ask for."""

AROUND = 5.0
"""The points above and below all paragraphs of a cell."""

LETTER = 0.66
"""How wide a letter of a text is at most, of its type's size, with what is lost where lines end."""

INDENT = 22
"""By how many points a list stands in from what is around it."""

BESIDE = 10
"""The points beside the text of a cell."""

_MARK = re.compile(r"( *)(?:[-*]|\d+[.)]) ")
_LABEL = re.compile(r"\*\*[^*]*:\*\*")


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type by its name.

    shares: of the line, for the two columns; the longest heading of a row stands on it whole. between: the points
    between two paragraphs of a cell.
    """

    name: str
    size: float
    shares: tuple[float, float] = (3, 9)
    between: float = 2.7

    @property
    def widths(self) -> str:
        """Give the shares as a table is told of them."""
        return " ".join(f"{share:g}" for share in self.shares)


@dataclass(frozen=True, slots=True)
class Paper:
    """The page a card stands on; measures in points.

    types: what it may be set in, the largest first.
    height: what the page holds. head: what stands around the rows besides the title, the caption and the banner.
    line: how long a line is. title: the size of the title's type.
    wide: how much wider than Arial's the letters may be.
    """

    types: tuple[Type, ...]
    height: float
    head: float
    title: float
    line: float = 470
    wide: float = OURS

    def columns(self, type: Type) -> tuple[float, float]:
        """Give the widths of the text in the two columns."""
        first, second = (self.line * share / sum(type.shares) - BESIDE for share in type.shares)
        return first, second


LARGE, MEDIUM, USUAL = Type("large", 12, (4, 9)), Type("medium", 10.5, (3.5, 9)), Type("", 9.5)
CLOSE = Type("close", 8.5, between=2.1)

SHEET = Paper((LARGE, MEDIUM, USUAL, CLOSE), 740, 62, 24)
"""A card on a sheet of its own, to hang on a wall."""

FIRST_SHEET = replace(SHEET, head=104)
"""The first of them, which has the document's title above it."""

CHAPTER = Paper((USUAL, CLOSE), 700, 28, 12)
"""A card in the plan."""

FIRST_IN_CHAPTER = replace(CHAPTER, head=92)
"""The first of them, which has the chapter's title and its first words above it."""

BANNER = {"life": 74.0, "urgent": 74.0}
"""How high the banner of an acute card is."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card that fits its page.

    type: what it is set in. rows: a heading and what stands below it; what ends early says where it goes on.
    more: the rows that end early, whole.
    """

    title: Markdown
    urgency: str
    type: Type
    rows: tuple[tuple[str, Markdown], ...]
    dated: Markdown
    more: tuple[tuple[str, Markdown], ...]


def fitted(sheet: Sheet, paper: Paper, pointer: Markdown) -> Card:
    """Fit a card to its page.

    pointer: what is said where a row ends early.
    """
    title, _ = shortened(sheet.title, TITLE, within=True)
    room = paper.height - paper.head - BANNER.get(sheet.urgency, 0)
    room -= sum(
        size * LEADING * lines(plain(title), paper.line / size / BOLD, paper.wide) for size in (paper.title, CAPTION)
    )
    type = next((one for one in paper.types if _Measured(paper, one).sheet(sheet) <= room), None)
    if type:
        return Card(title, sheet.urgency, type, _pairs(sheet.rows), sheet.dated, ())
    type = paper.types[-1]
    texts = {row.key: text for row, text in _kept(sheet.rows, _Measured(paper, type), room, pointer)}
    rows = tuple((row.heading, texts[row.key]) for row in sheet.rows)
    cut = tuple(row for row in sheet.rows if texts[row.key] != row.text)
    return Card(title, sheet.urgency, type, rows, sheet.dated, _pairs(cut))


def _pairs(rows: Sequence[Row]) -> tuple[tuple[str, Markdown], ...]:
    return tuple((row.heading, row.text) for row in rows)


def _kept(rows: Sequence[Row], type: _Measured, room: float, pointer: Markdown) -> Iterator[tuple[Row, Markdown]]:
    """Share the room out, the most important row first, and what none has used once more.

    No row takes so much that nothing is left for the others.
    """
    place = {key: number for number, key in enumerate(FIRST)}
    texts = dict.fromkeys(sorted(rows, key=lambda row: place.get(row.key, len(place))), pointer)
    left = room - sum(type.row(row.heading, pointer) for row in rows)
    for share in (0.5, 1):
        for row, text in texts.items():
            taken = type.row(row.heading, text)
            texts[row] = _beginning(row, type, taken + share * left, pointer)
            left -= type.row(row.heading, texts[row]) - taken
    yield from texts.items()


def _beginning(row: Row, type: _Measured, room: float, pointer: Markdown) -> Markdown:
    """Give a row whole where there is room, else as many of its lines as have room above the pointer."""
    if type.row(row.heading, row.text) <= room:
        return row.text
    kept: list[str] = []
    left = room - type.row("", pointer)
    for line in row.text.split("\n"):
        height = type.line(line) if line.strip() else 0
        if height > left:
            kept += type.part(line, left) if not any(_MARK.match(one) for one in kept) else ()
            break
        left -= height
        kept.append(line)
    while kept and (not kept[-1].strip() or _LABEL.fullmatch(kept[-1])):
        kept.pop()
    return _with(kept, pointer)


def _with(kept: Sequence[str], pointer: Markdown) -> Markdown:
    # What is only a part of an answer is none when a document is compared; the whole one stands behind the cards.
    said = unplaced("\n".join(kept)).rstrip("\\\n ")
    return Markdown(f"{said}\n\n{pointer}" if said else pointer)


class _Measured:
    """What the rows of a card take of a page in a type."""

    def __init__(self, paper: Paper, type: Type) -> None:
        self.size = type.size
        self.between = type.between
        self.wide = paper.wide
        self.first, self.second = paper.columns(type)

    def sheet(self, sheet: Sheet) -> float:
        """Give the height of all rows."""
        return sum(self.row(row.heading, row.text) for row in sheet.rows)

    def row(self, heading: str, text: Markdown) -> float:
        """Give the height of a row of the card; a browser sets its heading in bold letters."""
        beside = lines(heading, self.first / self.size / BOLD, self.wide) * self.size * LEADING + self.between
        below = sum(self.line(line) for line in text.split("\n") if line.strip())
        return max(beside, below) + AROUND

    def line(self, line: str) -> float:
        """Give the height of one line of Markdown, which is a paragraph or a point of a list."""
        indent = len(line) - len(line.lstrip())
        depth = indent / 3 + 1 if _MARK.match(line) or indent else 0
        read = plain(_MARK.sub("", line, count=1))
        bold = BOLD if "**" in line else 1
        room = max((self.second - depth * INDENT) / self.size / bold, 5)
        return lines(read, room, self.wide) * self.size * LEADING + self.between

    def part(self, line: str, room: float) -> tuple[str, ...]:
        """Give the beginning of a paragraph or point that is too long, where two lines of it have room."""
        fit = int((room - self.between) / self.size / LEADING)
        if fit < 2:
            return ()
        mark = found[0] if (found := _MARK.match(line)) else ""
        most = int(fit * (self.second - 2 * INDENT) / self.size / LETTER)
        return (mark + shortened(Markdown(line.removeprefix(mark)), most)[0],)
