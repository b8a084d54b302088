"""The measures on a time axis. What a bar is filled with says its status, and so does the word behind its sign."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wizard.render.figures.timeline import Band, Bar, Timeline

from .canvas import Canvas
from .column import Column
from .letters import cap, width
from .marks import Type
from .style import ASIDE, DOTTED, EDGE, GREY, INK, LIGHT, LINE, PALE, ROOM, SHADE, SMALL, WHITE, heading  # fmt: skip

LABEL, AXIS = 62.0, 93.0
"""How wide the names are, and the axis."""

START = EDGE + LABEL
HEAD = 5.0
"""How high the years are."""

HIGH, LOW = 2.8, 5.6
"""How high a bar is, and a row at least."""

TIP = 2.4
"""How long the point is of a bar that goes on."""

MANY = 20
"""Rows from which on the letters are smaller."""

CLOSE = 8.0
"""What is between two years that are named, at least."""

BETWEEN = 6.0
"""What is between two signs of the legend."""


class _Drawing:
    """Draws one time line on a canvas, from above to below."""

    def __init__(self, line: Timeline, canvas: Canvas, accent: str) -> None:
        self.line, self.canvas, self.accent = line, canvas, accent
        self.bars = [bar for band in line.bands for bar in band.bars]
        self.type = Type(7.5 if len(self.bars) > MANY else 8, INK)

    def draw(self) -> float:
        self.head(EDGE + HEAD)
        y = EDGE + HEAD
        for band in self.line.bands:
            y = self.band(band, y)
        self.canvas.line(EDGE, y, EDGE + ROOM, y, self.accent, 0.8)
        y = self.legend(y + 2.2)
        if self.line.undated:
            held = Column(self.canvas.language, ROOM).add((self.line.undated, SMALL))
            held.put(self.canvas, EDGE, y + 2)
            y += 2 + held.height
        return y + 0.6 + EDGE

    def head(self, y: float) -> None:
        """Put the names of the years, as many as have room."""
        type = SMALL._replace(bold=True)
        free = 0.0
        for tick in self.line.ticks:
            x = tick.at * AXIS
            if tick.text and x >= free and x < AXIS - 3:
                free = x + CLOSE
                self.canvas.text(START + x, y - 1, tick.text, type)

    def band(self, band: Band, y: float) -> float:
        """Put the measures of one level below its name."""
        type = heading(self.accent)._replace(size=self.type.size)
        name = Column(self.canvas.language, ROOM - 2).add((band.name, type))
        self.canvas.rect(EDGE, y, ROOM, name.height + 2.4, fill=SHADE)
        name.put(self.canvas, EDGE + 1, y + 1.2)
        y += name.height + 2.4
        named = [(bar, Column(self.canvas.language, LABEL - 3).add((bar.name, self.type))) for bar in band.bars]
        self.ticks(y, y + sum(_high(name) for _, name in named))
        for bar, name in named:
            high = _high(name)
            name.put(self.canvas, EDGE, y + (high - name.height) / 2 - 0.2)
            self.bar(bar, y + high / 2)
            y += high
        if band.more:
            self.canvas.text(EDGE, y + 1.2 + cap(ASIDE), band.more, ASIDE)
            y += cap(ASIDE) + 2.4
        return y

    def ticks(self, top: float, bottom: float) -> None:
        """Put the upright lines of the axis behind the bars of a level."""
        for tick in self.line.ticks:
            x = START + tick.at * AXIS
            self.canvas.line(x, top, x, bottom, LINE if tick.text else LIGHT, 0.7 if tick.text else 0.4)

    def bar(self, bar: Bar, middle: float) -> None:
        begin, end = (None if at is None else at * AXIS for at in (bar.begin, bar.end))
        if begin is not None and end is not None:
            self.sign(bar.status, START + begin, middle, max(end - begin, 1.4))
        elif begin is not None:
            long = max(AXIS - begin - TIP, 1)
            self.sign(bar.status, START + begin, middle, long)
            self.point(START + begin + long + 0.4, middle)
        elif end is not None:
            self.canvas.line(START, middle, START + max(end - 1.6, 0), middle, GREY, 0.8, DOTTED)
            self.diamond(START + end, middle)

    def sign(self, status: str, x: float, middle: float, long: float) -> None:
        """Put a bar that is filled as its status asks."""
        y, accent = middle - HIGH / 2, self.accent
        fill, stroke, weight = {
            "exists": (accent, accent, 1.0),
            "new": (WHITE, accent, 1.4),
            "expanded": (WHITE, accent, 1.0),
            "stopped": (WHITE, GREY, 1.2),
        }.get(status, (PALE, GREY, 1.0))
        if status == "expanded":
            self.canvas.rect(x, y, long, HIGH, fill=WHITE)
            self.canvas.hatch(x, y, long, HIGH, accent, 0.8, 1.6)
            fill = ""
        dash = DOTTED if status == "stopped" else (0, 0)
        self.canvas.rect(x, y, long, HIGH, fill=fill, stroke=stroke, weight=weight, dash=dash)
        if status == "stopped":
            self.canvas.stroke(((x, y + HIGH), (x + long, y)), GREY, 1)

    def point(self, x: float, middle: float) -> None:
        half = HIGH / 2 + 0.3
        self.canvas.polygon(((x, middle - half), (x + TIP, middle), (x, middle + half)), self.accent)

    def diamond(self, x: float, middle: float) -> None:
        corners = ((x, middle - 1.7), (x + 1.7, middle), (x, middle + 1.7), (x - 1.7, middle))
        self.canvas.polygon(corners, self.accent)

    def legend(self, y: float) -> float:
        """Put the signs that occur with their names, on as many lines as they take; gives the last baseline."""
        base = y + HIGH / 2 + cap(SMALL) / 2
        said = f"{self.line.says['status']}:"
        x = EDGE + self.canvas.text(EDGE, base, said, SMALL._replace(bold=True)) + 3
        first = x
        for wide, name, draw in self._signs():
            whole = wide + 1.5 + width(name, SMALL)
            if x > first and x + whole > EDGE + ROOM:
                x, base = first, base + HIGH + 1.8
            draw(x, base - cap(SMALL) / 2)
            self.canvas.text(x + wide + 1.5, base, name, SMALL)
            x += whole + BETWEEN
        return base

    def _signs(self) -> Iterator[tuple[float, str, Callable[[float, float], None]]]:
        """Give how wide each sign is, its name, and what draws it from its left side and its middle."""
        for status, name in self.line.marks:
            yield 9, name, lambda x, middle, status=status: self.sign(status, x, middle, 9)  # type: ignore[misc]
        if any(bar.end is None for bar in self.bars):
            yield TIP, self.line.says["open"], self.point
        if any(bar.begin is None for bar in self.bars):
            yield 3.4, self.line.says["due"], lambda x, middle: self.diamond(x + 1.7, middle)


def _high(name: Column) -> float:
    return max(name.height + 2.6, LOW)


def timeline(value: Timeline, canvas: Canvas, accent: str) -> float:
    """Lay out a time line; gives how high it is."""
    return _Drawing(value, canvas, accent).draw()
