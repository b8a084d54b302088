"""The organisation: tiers below one another, the boxes of a tier side by side; a dashed frame for who is called in."""

from __future__ import annotations

from wizard.render.figures.organisation import Box, Organisation, Person

from .canvas import Canvas
from .column import Column
from .parts import arrow_down
from .style import ASIDE, BODY, DASHED, EDGE, ROOM, ROUND, SHADE, SMALL, SMALL_GREY, STRONG, WHITE, heading

GAP = 4.0
"""What is free between two boxes, and between two columns of people."""

NARROW = 84.0
"""How wide a box is that holds one alone."""

ACROSS, DOWN = 2.6, 2.2
"""What is free within a box."""

BULLET = 2.5
"""What the sign before one of several takes."""

BETWEEN = 1.3
"""What is free between two of a box."""


class _People:
    """The people of a box in columns; knows how high they are."""

    def __init__(self, box: Box, wide: float, alone: bool, language: str, accent: str) -> None:
        ones = box.people
        parted = any(one.part for one in ones)
        count = 1
        if alone and len(ones) > 1:
            count = min(len(ones), 3) if parted else 2 if len(ones) > 3 else 1
        self.accent, self.wide, self.several = accent, (wide - GAP * (count - 1)) / count, len(ones) > 1
        cells = [(one, self.cell(one, language)) for one in ones]
        self.rows = [cells[at : at + count] for at in range(0, len(cells), count)]
        self.highs = [max(held.height for _, held in row) for row in self.rows]
        self.height = sum(self.highs) + BETWEEN * (len(self.rows) - 1)

    def cell(self, one: Person, language: str) -> Column:
        if one.part:
            return Column(language, self.wide).add((one.part, SMALL_GREY)).add((one.role, STRONG))
        return Column(language, self.wide - BULLET * self.several).add((one.role, BODY))

    def put(self, canvas: Canvas, x: float, y: float) -> None:
        bullet = BODY._replace(colour=self.accent)
        for row, high in zip(self.rows, self.highs, strict=True):
            for number, (one, held) in enumerate(row):
                at, inset = x + number * (self.wide + GAP), 0.0
                if self.several and not one.part:
                    inset = BULLET
                    Column(canvas.language, BULLET).add(("•", bullet)).put(canvas, at, y)
                held.put(canvas, at + inset, y)
            y += high + BETWEEN


def _box(box: Box, canvas: Canvas, accent: str, x: float, y: float, wide: float, main: bool, alone: bool) -> float:
    """Put a box; gives where it ends below."""
    room, language = wide - 2 * ACROSS, canvas.language
    name = Column(language, room).add((box.name, heading(accent)))
    people = _People(box, room, alone, language, accent)
    foot = Column(language, room).add((box.more, ASIDE), above=1.3).add((box.note, SMALL), above=1.8)
    above = name.height + 2.4
    below = foot.height + 1.8 if foot.height else 0
    high = above + people.height + below + 2 * DOWN
    weight, dash = (1.0, DASHED) if box.loose else (1.6 if main else 0.8, (0.0, 0.0))
    fill = SHADE if main else WHITE
    canvas.rect(x, y, wide, high, fill=fill, stroke=accent, weight=weight, radius=ROUND, dash=dash)
    name.put(canvas, x + ACROSS, y + DOWN)
    people.put(canvas, x + ACROSS, y + DOWN + above)
    foot.put(canvas, x + ACROSS, y + DOWN + above + people.height + 1.8)
    return y + high


def _spread(canvas: Canvas, accent: str, y: float, count: int) -> float:
    """Put the lines from what stands above to the boxes below: a stem, a bar across, and an arrow into each."""
    middle = EDGE + ROOM / 2
    if count == 1:
        return arrow_down(canvas, middle, y, accent, 5)
    each = (ROOM - GAP * (count - 1)) / count
    middles = [EDGE + each / 2 + number * (each + GAP) for number in range(count)]
    canvas.line(middle, y, middle, y + 3, accent, 0.9)
    canvas.line(middles[0] - 0.16, y + 3, middles[-1] + 0.16, y + 3, accent, 0.9)
    return max(arrow_down(canvas, x, y + 3, accent, 4) for x in middles)


def organisation(value: Organisation, canvas: Canvas, accent: str) -> float:
    """Lay out the organisation; gives how high it is."""
    y = EDGE
    for number, tier in enumerate(value.tiers):
        if number:
            y = _spread(canvas, accent, y, len(tier))
        # The tier above the last one is the infohus, where there is one below it.
        main = number == len(value.tiers) - 2 and len(value.tiers) > 2
        alone = len(tier) == 1
        wide = NARROW if alone and len(tier[0].people) == 1 else (ROOM - GAP * (len(tier) - 1)) / len(tier)
        left = EDGE + (ROOM - wide) / 2 if alone else EDGE
        y = max(
            _box(box, canvas, accent, left + place * (wide + GAP), y, wide, main, alone)
            for place, box in enumerate(tier)
        )
    return y + EDGE
