"""Where the room stood and stands: a hollow ring before, a filled disc now, an arrow from the one to the other."""

from __future__ import annotations

from wizard.render.figures.readiness import Readiness, Row

from .canvas import MIDDLE, Canvas
from .column import Column
from .letters import cap
from .style import BODY, EDGE, LIGHT, LINE, ROOM, SMALL, SMALL_GREY, STRONG, WHITE

LABEL, SCALE, GAP = 56.0, 62.0, 4.0
"""How wide the names are, the scale, and what is free before the counts."""

HEAD, HIGH = 6.0, 8.0
"""How high the head is, and a row at least."""

RING, SIGN = 2.2, 1.7
"""The radius of a ring in a row, and of one that is explained below."""


class _Drawing:
    """Draws the rows on a canvas, from above to below."""

    def __init__(self, value: Readiness, canvas: Canvas, accent: str) -> None:
        self.value, self.canvas, self.accent, self.says = value, canvas, accent, value.says
        counted = bool(value.says["counted"])
        self.wide = SCALE if counted else ROOM - LABEL
        self.counts = EDGE + LABEL + SCALE + GAP if counted else 0.0

    def column(self, wide: float) -> Column:
        return Column(self.canvas.language, wide)

    def at(self, place: int) -> float:
        """Give where an answer stands on the scale."""
        return EDGE + LABEL + self.wide * (1 + 2 * place) / 6

    def draw(self) -> float:
        y = EDGE + HEAD
        for number, said in enumerate(self.value.scale):
            self.canvas.text(self.at(number), y - 1.5, said, STRONG, MIDDLE)
        if self.counts:
            self.canvas.text(self.counts, y - 1.5, self.says["counted"], SMALL_GREY)
        self.edge(y)
        for number, row in enumerate(self.value.rows):
            if number:
                self.canvas.line(EDGE, y, EDGE + ROOM, y, LIGHT, 0.4)
            y = self.row(row, y)
        self.edge(y)
        return self.legend(y + 2.2 + SIGN) + EDGE

    def edge(self, y: float) -> None:
        self.canvas.line(EDGE, y, EDGE + ROOM, y, self.accent, 0.8)

    def row(self, row: Row, y: float) -> float:
        name = self.column(LABEL - 3).add((row.name, BODY))
        counts = self.column(ROOM - LABEL - SCALE - GAP)
        for key, said in (("before", row.counts_before), ("now", row.counts_now)):
            if said:
                counts.add((f"{self.says[key]}: ", SMALL_GREY), (said, SMALL))
        high = max(HIGH, name.height + 2)
        for place in range(len(self.value.scale)):
            self.canvas.line(self.at(place), y, self.at(place), y + high, LINE, 0.5)
        name.put(self.canvas, EDGE, y + (high - name.height) / 2)
        counts.put(self.canvas, self.counts, y + (high - counts.height) / 2)
        self.answers(row.before, row.now, y + high / 2)
        return y + high

    def answers(self, before: int | None, now: int | None, middle: float) -> None:
        if before is None and now is None:
            type = SMALL_GREY._replace(italic=True)
            self.canvas.text(EDGE + LABEL + 2, middle + cap(type) / 2, self.says["unanswered"], type)
        elif before == now and now is not None:
            # The same answer before and now: the disc within the ring.
            self.ring(self.at(now), middle, 3.1)
            self.disc(self.at(now), middle, 1.6)
        else:
            if before is not None and now is not None:
                self.arrow(self.at(before), self.at(now), middle)
            if before is not None:
                self.ring(self.at(before), middle)
            if now is not None:
                self.disc(self.at(now), middle)

    def arrow(self, begin: float, end: float, middle: float) -> None:
        sign = 1 if end > begin else -1
        tip = end - sign * (RING + 0.4)
        self.canvas.line(begin + sign * (RING + 0.4), middle, tip - sign * 2, middle, self.accent, 1)
        back = tip - sign * 2.4
        self.canvas.polygon(((tip, middle), (back, middle - 1.5), (back, middle + 1.5)), self.accent)

    def ring(self, x: float, y: float, radius: float = RING) -> None:
        self.canvas.circle(x, y, radius, WHITE, self.accent, 1.3)

    def disc(self, x: float, y: float, radius: float = RING) -> None:
        self.canvas.circle(x, y, radius, self.accent, self.accent, 1.3)

    def legend(self, middle: float) -> float:
        base = middle + cap(SMALL) / 2
        x = EDGE + SIGN + 0.3
        self.ring(x, middle, SIGN)
        x += SIGN + 1.5
        x += self.canvas.text(x, base, self.says["before"], SMALL) + 6 + SIGN
        if self.value.compared:
            self.disc(x, middle, SIGN)
            self.canvas.text(x + SIGN + 1.5, base, self.says["now"], SMALL)
        return middle + SIGN + 0.3


def readiness(value: Readiness, canvas: Canvas, accent: str) -> float:
    """Lay out the answers; gives how high they are."""
    return _Drawing(value, canvas, accent).draw()
