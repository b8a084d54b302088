"""A handlekort on one page, never two: in the largest type that has room, then in parts that point to the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .escape import Markdown
from .measuring import BOLD, LEADING, lines, plain, shortened, unplaced
from .sheet import Row, Sheet

FIRST = ("calls", "actions", "situation", "contacts", "tasks", "leading", "communication", "attention", "staffing")
"""The headings in the order in which they get room where there is not enough for all; the rest come after."""

TITLE = 80
"""The most letters of a title that a card bears whole."""

CAPTION = 12.0
"""The size that a caption's type and its number of letters ask for."""

BETWEEN, AROUND = 2.7, 3.6
"""The points between two paragraphs of a cell, and those above and below all of them."""

LETTER = 0.72
"""How wide a letter of a text is at most, of its type's size, with what is lost where lines end."""

INDENT = 18
"""By how many points a list stands in from what is around it."""

_MARK = re.compile(r"( *)(?:[-*]|\d+[.)]) ")
_LABEL = re.compile(r"\*\*[^*]*:\*\*")


@dataclass(frozen=True, slots=True)
class Paper:
    """The page a card stands on; measures in points.

    types: the sizes of type it may be set in, by name, the largest first.
    height: what the page holds. head: what stands around the rows besides the title, the caption and the banner.
    columns: the widths of the two columns, without the space beside their text. title: the size of its type.
    """

    types: tuple[tuple[str, float], ...]
    height: float
    head: float
    columns: tuple[float, float]
    title: float

    @property
    def width(self) -> float:
        """Give the width of what stands above the columns."""
        return sum(self.columns)


SHEET = Paper((("large", 12.0), ("medium", 10.5), ("", 9.5), ("close", 8.5)), 740, 75, (107, 342), 24)
"""A card on a sheet of its own, to hang on a wall."""

FIRST_SHEET = replace(SHEET, head=117)
"""The first of them, which has the document's title above it."""

CHAPTER = Paper((("", 9.5), ("close", 8.5)), 700, 60, (107, 340), 12)
"""A card in the plan."""

BANNER = {"life": 74.0, "urgent": 74.0}
"""How high the banner of an acute card is."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card that fits its page.

    type: the name of its type's size. rows: a heading and what stands below it; what ends early says where it goes on.
    more: the rows that end early, whole.
    """

    title: Markdown
    urgency: str
    type: str
    rows: tuple[tuple[str, Markdown], ...]
    dated: Markdown
    more: tuple[tuple[str, Markdown], ...]


def fitted(sheet: Sheet, paper: Paper, pointer: Markdown) -> Card:
    """Fit a card to its page.

    pointer: what is said where a row ends early.
    """
    title, _ = shortened(sheet.title, TITLE)
    room = paper.height - paper.head - BANNER.get(sheet.urgency, 0)
    room -= sum(size * LEADING * lines(plain(title), paper.width / size / BOLD) for size in (paper.title, CAPTION))
    for name, size in paper.types:
        if sum(_height(row.heading, row.text, size, paper) for row in sheet.rows) <= room:
            return Card(title, sheet.urgency, name, _pairs(sheet.rows), sheet.dated, ())
    name, size = paper.types[-1]
    texts = {row.key: text for row, text in _kept(sheet.rows, size, room, paper, pointer)}
    rows = tuple((row.heading, texts[row.key]) for row in sheet.rows)
    cut = tuple(row for row in sheet.rows if texts[row.key] != row.text)
    return Card(title, sheet.urgency, name, rows, sheet.dated, _pairs(cut))


def _pairs(rows: Sequence[Row]) -> tuple[tuple[str, Markdown], ...]:
    return tuple((row.heading, row.text) for row in rows)


def _kept(
    rows: Sequence[Row], size: float, room: float, paper: Paper, pointer: Markdown
) -> Iterator[tuple[Row, Markdown]]:
    """Share the room out, the most important row first, and what none has used once more.

    No row takes so much that nothing is left for the others.
    """
    place = {key: number for number, key in enumerate(FIRST)}
    texts = dict.fromkeys(sorted(rows, key=lambda row: place.get(row.key, len(place))), pointer)
    left = room - sum(_height(row.heading, pointer, size, paper) for row in rows)
    for share in (0.5, 1):
        for row, text in texts.items():
            taken = _height(row.heading, text, size, paper)
            texts[row] = _beginning(row, size, taken + share * left, paper, pointer)
            left -= _height(row.heading, texts[row], size, paper) - taken
    yield from texts.items()


def _beginning(row: Row, size: float, room: float, paper: Paper, pointer: Markdown) -> Markdown:
    """Give a row whole where there is room, else as many of its lines as have room above the pointer."""
    if _height(row.heading, row.text, size, paper) <= room:
        return row.text
    kept: list[str] = []
    left = room - _height("", pointer, size, paper)
    for line in row.text.split("\n"):
        height = _line(line, size, paper.columns[1]) if line.strip() else 0
        if height > left:
            kept += _part(line, left, size, paper) if not any(_MARK.match(one) for one in kept) else ()
            break
        left -= height
        kept.append(line)
    while kept and (not kept[-1].strip() or _LABEL.fullmatch(kept[-1])):
        kept.pop()
    return _with(kept, pointer)


def _part(line: str, room: float, size: float, paper: Paper) -> tuple[str, ...]:
    """Give the beginning of a paragraph or point that is too long, where two lines of it have room."""
    fit = int((room - BETWEEN) / size / LEADING)
    if fit < 2:
        return ()
    mark = found[0] if (found := _MARK.match(line)) else ""
    most = int(fit * (paper.columns[1] - 2 * INDENT) / size / LETTER)
    return (mark + shortened(Markdown(line.removeprefix(mark)), most)[0],)


def _with(kept: Sequence[str], pointer: Markdown) -> Markdown:
    # What is only a part of an answer is none when a document is compared; the whole one stands behind the cards.
    said = unplaced("\n".join(kept)).rstrip("\\\n ")
    return Markdown(f"{said}\n\n{pointer}" if said else pointer)


def _height(heading: str, text: Markdown, size: float, paper: Paper) -> float:
    """Give the height of a row of the card."""
    first, second = paper.columns
    beside = lines(heading, first / size) * size * LEADING + BETWEEN
    below = sum(_line(line, size, second) for line in text.split("\n") if line.strip())
    return max(beside, below) + AROUND


def _line(line: str, size: float, room: float) -> float:
    """Give the height of one line of Markdown, which is a paragraph or a point of a list."""
    indent = len(line) - len(line.lstrip())
    depth = indent / 3 + 1 if _MARK.match(line) or indent else 0
    read = plain(_MARK.sub("", line, count=1))
    bold = BOLD if "**" in line else 1
    return lines(read, max((room - depth * INDENT) / size / bold, 5)) * size * LEADING + BETWEEN
