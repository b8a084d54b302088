"""Interest against influence: each stakeholder a number in its field; the numbers with their names beside the map."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from wizard.render.figures.stakeholders import Map, Spot

from .canvas import MIDDLE, RIGHT, Canvas
from .column import Column
from .letters import cap, width
from .marks import Type
from .parts import arrow_right, arrow_up, disc
from .style import ASIDE, EDGE, GREY, INK, LIGHT, ROOM, SHADE, SMALL, SMALL_GREY, STRONG

FIELD, SIDE = 17.2, 5
"""How wide a field is, and how many there are on each axis."""

EDGED, ABOVE, BELOW = 9.0, 4.5, 14.0
"""What the map has at its left, above and below for what is written there."""

WHOLE = FIELD * SIDE
SPLIT = 3 * FIELD
"""Where the map is parted into its four corners."""

BESIDE = 14
"""The most names that stand beside the map; more stand below it."""

LARGE, SMALLER = 4.6, 3.7
"""How wide a disc is, and where many share a field."""

RIM = 1.6
"""What a disc takes more than its own width, for its second ring and what is free."""

TINY = 5.5
"""The type where there is only room for numbers."""


def mark(spot: Spot, canvas: Canvas, accent: str, x: float, y: float, size: float) -> None:
    """Put a stakeholder's number; a filled disc with a second ring for who is particularly affected."""
    if spot.affected:
        canvas.circle(x, y, size / 2 + 0.75, "", accent, 0.9)
    disc(canvas, x, y, spot.number, accent, size, filled=spot.affected)


class _Chart:
    """The map itself, from its upper left corner."""

    def __init__(self, value: Map, canvas: Canvas, accent: str, x: float, y: float) -> None:
        self.value, self.canvas, self.accent, self.says = value, canvas, accent, value.says
        self.x, self.y = x + EDGED, y + ABOVE

    def draw(self) -> None:
        self.grid()
        for interest in range(1, SIDE + 1):
            for influence in range(1, SIDE + 1):
                found = [it for it in self.value.spots if (it.interest, it.influence) == (interest, influence)]
                middle = self.x + (interest - 0.5) * FIELD, self.y + (SIDE - influence + 0.5) * FIELD
                if found:
                    self.crowd(found, *middle)
        self.corners()
        self.axes()

    def grid(self) -> None:
        canvas, x, y, accent = self.canvas, self.x, self.y, self.accent
        canvas.rect(x + SPLIT, y, WHOLE - SPLIT, WHOLE - SPLIT, fill=SHADE)
        for number in (1, 2, 4):
            canvas.line(x + number * FIELD, y, x + number * FIELD, y + WHOLE, LIGHT, 0.35)
        for number in (1, 3, 4):
            canvas.line(x, y + number * FIELD, x + WHOLE, y + number * FIELD, LIGHT, 0.35)
        canvas.rect(x, y, WHOLE, WHOLE, stroke=accent, weight=1.2)
        canvas.line(x + SPLIT, y, x + SPLIT, y + WHOLE, accent, 1.2)
        canvas.line(x, y + WHOLE - SPLIT, x + WHOLE, y + WHOLE - SPLIT, accent, 1.2)

    def crowd(self, found: Sequence[Spot], x: float, y: float) -> None:
        """Put who shares a field: in discs, or as numbers alone where there are more than have room."""
        if len(found) > 9:
            self.numbers(found, x, y)
            return
        size = LARGE if len(found) <= 4 else SMALLER
        per = 2 if len(found) <= 4 else 3
        pitch = size + RIM
        rows = [found[at : at + per] for at in range(0, len(found), per)]
        for down, row in enumerate(rows):
            for right, spot in enumerate(row):
                place = x + (right - (len(row) - 1) / 2) * pitch, y + (down - (len(rows) - 1) / 2) * pitch
                mark(spot, self.canvas, self.accent, *place, size)

    def numbers(self, found: Sequence[Spot], x: float, y: float) -> None:
        """Put the numbers in lines; those particularly affected stand bold and underlined."""
        high, leading = cap(Type(TINY, INK)), 0.55
        rows = _rows(found)
        base = y - (len(rows) * high + (len(rows) - 1) * leading) / 2
        for row in rows:
            base += high
            left = x - sum(wide for _, _, wide in row) / 2
            for said, type, wide in row:
                end = left + self.canvas.text(left, base, said.rstrip(", "), type)
                if type.bold:
                    self.canvas.line(left, base + 0.25, end, base + 0.25, INK, 0.4)
                if said.endswith(", "):
                    self.canvas.text(end, base, ",", Type(TINY, INK))
                left += wide
            base += leading

    def corners(self) -> None:
        type = Type(7.5, GREY, bold=True, italic=True)
        low, high = self.x + SPLIT / 2, self.x + (WHOLE + SPLIT) / 2
        above, below = self.y - 1.5, self.y + WHOLE + 1 + cap(type)
        for name, x, y in (
            ("backing", low, above), ("close", high, above), ("watch", low, below), ("informed", high, below)
        ):  # fmt: skip
            self.canvas.text(x, y, self.says[name], type, MIDDLE)

    def axes(self) -> None:
        high = cap(SMALL)
        for number in range(1, SIDE + 1):
            self.canvas.text(self.x + (number - 0.5) * FIELD, self.y + WHOLE + 4.8 + high, str(number), SMALL, MIDDLE)
            middle = self.y + (SIDE - number + 0.5) * FIELD
            self.canvas.text(self.x - 1, middle + high / 2, str(number), SMALL, RIGHT)
        self.across(self.y + WHOLE + 8.8 + cap(STRONG))
        self.upwards(self.x - EDGED + cap(STRONG) + 1)

    def _lengths(self, name: str) -> tuple[float, float, float]:
        little, much = (width(self.says[key], SMALL) for key in ("little", "much"))
        return little, width(self.says[name], STRONG), little + 3 + width(self.says[name], STRONG) + 1 + 5 + 3 + much

    def across(self, base: float) -> None:
        little, name, whole = self._lengths("interest")
        x = self.x + (WHOLE - whole) / 2
        self.canvas.text(x, base, self.says["little"], SMALL)
        x += little + 3
        self.canvas.text(x, base, self.says["interest"], STRONG)
        x += name + 1
        arrow_right(self.canvas, x, base - cap(STRONG) / 2, self.accent, 5)
        self.canvas.text(x + 8, base, self.says["much"], SMALL)

    def upwards(self, base: float) -> None:
        little, name, whole = self._lengths("influence")
        y = self.y + (WHOLE + whole) / 2
        self.canvas.upright(base, y, self.says["little"], SMALL)
        y -= little + 3
        self.canvas.upright(base, y, self.says["influence"], STRONG)
        y -= name + 1
        arrow_up(self.canvas, base - cap(STRONG) / 2, y, self.accent, 5)
        self.canvas.upright(base, y - 8, self.says["much"], SMALL)


def _rows(found: Sequence[Spot]) -> list[list[tuple[str, Type, float]]]:
    """Give the numbers that stand on each line, with what parts them, their type and their width."""
    rows: list[list[tuple[str, Type, float]]] = [[]]
    used = 0.0
    for number, spot in enumerate(found, 1):
        said = f"{spot.number}, " if number < len(found) else str(spot.number)
        type = Type(TINY, INK, bold=spot.affected)
        wide = width(said, type)
        if rows[-1] and used + wide > FIELD - 1:
            rows.append([])
            used = 0.0
        rows[-1].append((said, type, wide))
        used += wide
    return rows


def _legend(value: Map, canvas: Canvas, accent: str, x: float, y: float, wide: float, columns: int) -> float:
    """Put the names with their numbers, in columns; gives where they end below."""
    many = len(value.spots) > BESIDE
    type, size, gap = (SMALL, SMALLER, 0.6) if many else (Type(8, INK), 4.4, 1.2)
    each = (wide - 4 * (columns - 1)) / columns
    per = ceil(len(value.spots) / columns)
    bottom = y
    for number in range(columns):
        left, down = x + number * (each + 4), y
        for spot in value.spots[number * per : (number + 1) * per]:
            name = Column(canvas.language, each - 7.5).add((spot.name, type))
            high = max(size + RIM, name.height + 0.6)
            mark(spot, canvas, accent, left + 3.75, down + high / 2, size)
            name.put(canvas, left + 7.5, down + (high - name.height) / 2)
            down += high + gap
        bottom = max(bottom, down - gap)
    rest = Column(canvas.language, wide)
    rest.add((value.more, ASIDE)).add((value.says["marked"], SMALL_GREY), above=3).add(
        (value.unrated, SMALL_GREY), above=2
    )
    rest.put(canvas, x, bottom + 2.5)
    return bottom + 2.5 + rest.height + 0.6 if rest.height else bottom


def stakeholders(value: Map, canvas: Canvas, accent: str) -> float:
    """Lay out the map; gives how high it is."""
    high = ABOVE + WHOLE + BELOW
    if len(value.spots) <= BESIDE:
        _Chart(value, canvas, accent, EDGE, EDGE).draw()
        left = EDGE + EDGED + WHOLE + 3
        return max(EDGE + high, _legend(value, canvas, accent, left, EDGE + 4, EDGE + ROOM - left, 1)) + EDGE
    _Chart(value, canvas, accent, EDGE + (ROOM - EDGED - WHOLE) / 2, EDGE).draw()
    return _legend(value, canvas, accent, EDGE, EDGE + high + 3, ROOM, 2) + EDGE
