"""The path of a concern: the ways in on top, the steps below one another, two lanes where age matters, and at the right
the exit that can be taken from every step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from wizard.render.figures.path import Leg, Path, Stop

from .canvas import MIDDLE, Canvas
from .column import Column
from .letters import cap
from .letters import width as measured
from .marks import Type
from .parts import ACROSS, DOWN, arrow_down, arrow_right, disc, framed
from .style import (
    ASIDE,
    BODY,
    DASHED,
    DENSE,
    EDGE,
    INK,
    LINE,
    RED,
    ROOM,
    ROUND,
    SHADE,
    SMALL,
    SMALL_GREY,
    STRONG,
    WHITE,
)  # fmt: skip

MAIN, GAP, ASIDE_GAP = 112.0, 4.0, 9.0
"""How wide the steps are, what is free between two lanes, and between the steps and the exit."""

LANE = (MAIN - GAP) / 2
MIDDLES = (EDGE + LANE / 2, EDGE + MAIN - LANE / 2)
"""The middles of the two lanes."""

RAIL = EDGE + MAIN + ASIDE_GAP / 2
"""Where the line to the exit runs."""

TICK = 4.0
"""How far below the top of a step its own line to the exit leaves."""

DISC = 6.6
"""What the number of a step takes of its width."""


class _Part(NamedTuple):
    """A part of the path: whether it is two side by side, and what draws it from a height and says where it ends."""

    two: bool
    draw: Callable[[float], float]


class _Drawing:
    """Draws one path on a canvas, from above to below."""

    def __init__(self, path: Path, canvas: Canvas, accent: str) -> None:
        self.path, self.canvas, self.accent, self.says = path, canvas, accent, path.says

    def column(self, wide: float) -> Column:
        return Column(self.canvas.language, wide)

    def draw(self) -> float:
        parts = [_Part(len(self.path.doors) == 2, self.doors)]
        for leg in self.path.legs:
            parts += [self.step(one) for one in leg.all] if leg.all else [_Part(True, self.fork_of(leg))]
        y = EDGE
        top = bottom = first = y
        for number, part in enumerate(parts):
            if number:
                y = self.arrows(y, part.two or parts[number - 1].two)
                self.canvas.line(EDGE + MAIN + 0.5, y + TICK, RAIL, y + TICK, RED, 1.1, DENSE)
            top, y = y, part.draw(y)
            first = first if number else y
        leaving = first - DOWN - cap(STRONG) / 2
        arrow_right(self.canvas, EDGE + MAIN + 0.5, leaving, RED, ASIDE_GAP - 1.2)
        if len(parts) > 1:
            self.canvas.line(RAIL, leaving, RAIL, top + TICK, RED, 1.1, DENSE)
        bottom = self.ending(arrow_down(self.canvas, EDGE + MAIN / 2, self.gathered(y, parts[-1].two), self.accent))
        return max(bottom, self.exit(len(parts) > 1)) + EDGE

    def arrows(self, y: float, two: bool) -> float:
        middles = MIDDLES if two else (EDGE + MAIN / 2,)
        return max(arrow_down(self.canvas, x, y, self.accent) for x in middles)

    def gathered(self, y: float, two: bool) -> float:
        """Lead two that stand side by side to the middle."""
        if not two:
            return y
        for x in MIDDLES:
            self.canvas.line(x, y, x, y + 2.16, self.accent, 0.9)
        self.canvas.line(MIDDLES[0], y + 2, MIDDLES[1], y + 2, self.accent, 0.9)
        return y + 2

    def doors(self, y: float) -> float:
        """Put the ways in side by side, all as high as the highest."""
        count = max(1, len(self.path.doors))
        wide = (MAIN - GAP * (count - 1)) / count
        held = [
            self.column(wide - 2 * ACROSS).add((door.whom, SMALL_GREY)).add((door.meets, STRONG))
            for door in self.path.doors
        ] or [self.column(wide - 2 * ACROSS).add((self.says["door"], BODY), before=MIDDLE)]
        high = max(one.height for one in held) + 2 * DOWN
        for number, one in enumerate(held):
            x = EDGE + number * (wide + GAP)
            framed(self.canvas, x, y, wide, one, stroke=self.accent, fill=SHADE, high=high)
        return y + high

    def step(self, one: Stop) -> _Part:
        return _Part(False, lambda y: self.stop(one, EDGE, y, MAIN))

    def stop(self, one: Stop, x: float, y: float, wide: float) -> float:
        """Put a step: its number, and beside it its name, who sees to it, until when, and who takes over."""
        held = self.column(wide - 2 * ACROSS - DISC).add((one.name, STRONG)).add((one.who, SMALL))
        for name, said in (("limit", one.limit), ("to", one.to)):
            if said:
                held.add((f"{self.says[name]}: ", SMALL_GREY), (said, SMALL))
        high = max(held.height, 4.6) + 2 * DOWN
        self.canvas.rect(x, y, wide, high, fill=WHITE, stroke=self.accent, weight=0.8, radius=ROUND)
        disc(self.canvas, x + ACROSS + 2.3, y + DOWN + 2.3, one.number, self.accent)
        held.put(self.canvas, x + ACROSS + DISC, y + DOWN)
        return y + high

    def fork_of(self, leg: Leg) -> Callable[[float], float]:
        return lambda y: self.fork(leg, y)

    def fork(self, leg: Leg, y: float) -> float:
        """Put two lanes; the shorter one is led on by a line as far as the longer one reaches."""
        lanes = (("under_18", leg.under_18), ("adult", leg.adult))
        ends = [
            self.lane(self.says[name], stops, EDGE + number * (LANE + GAP), y)
            for number, (name, stops) in enumerate(lanes)
        ]
        for x, end in zip(MIDDLES, ends, strict=True):
            if end < max(ends):
                self.canvas.line(x, end, x, max(ends), self.accent, 0.9)
        return max(ends)

    def lane(self, name: str, stops: Sequence[Stop], x: float, y: float) -> float:
        held = self.column(LANE - 4).add((name, SMALL._replace(colour=WHITE, bold=True)), before=MIDDLE)
        y = self._headed(held, x, y)
        middle = x + LANE / 2
        if not stops:
            self.canvas.line(middle, y, middle, y + 1, self.accent, 0.9)
            nothing = self.column(LANE - 4).add((self.says["nothing"], SMALL_GREY), before=MIDDLE)
            return framed(
                self.canvas, x, y + 1, LANE, nothing, stroke=LINE, weight=1, dash=DASHED, across=2, down=2
            )  # fmt: skip
        for number, one in enumerate(stops):
            if number:
                y = arrow_down(self.canvas, middle, y, self.accent, 5.5)
            else:
                self.canvas.line(middle, y, middle, y + 1, self.accent, 0.9)
                y += 1
            y = self.stop(one, x, y, LANE)
        return y

    def _headed(self, held: Column, x: float, y: float) -> float:
        high = held.height + 2.4
        self.canvas.rect(x, y, LANE, high, fill=self.accent, radius=ROUND)
        held.put(self.canvas, x + 2, y + 1.2)
        return y + high

    def ending(self, y: float) -> float:
        """Put what stands below the last step: the end, or how many steps are not drawn."""
        if self.path.more:
            held = self.column(MAIN).add((self.path.more, ASIDE), before=MIDDLE)
            held.put(self.canvas, EDGE, y + 1)
            return y + 1 + held.height + 0.6
        type = STRONG._replace(colour=WHITE)
        said, high = self.says["end"], cap(type) + 2.4
        wide = measured(said, type) + 8
        self.canvas.rect(EDGE + (MAIN - wide) / 2, y, wide, high, fill=self.accent, radius=high / 2)
        self.canvas.text(EDGE + MAIN / 2, y + high - 1.2, said, type, MIDDLE)
        return y + high

    def exit(self, led: bool) -> float:
        """Put what to do when it is acute; led: whether a line of the steps leads there."""
        x, y, inset = EDGE + MAIN + ASIDE_GAP, EDGE, 2.4
        wide = ROOM - MAIN - ASIDE_GAP
        held = self.column(wide - 2 * inset).add((self.says["acute"], Type(11, RED, bold=True)))
        for number, said in enumerate(self.path.acute):
            held.add((said, Type(8, INK)), above=2.0 if number else 2.2, leading=1.45)
        y = framed(self.canvas, x, y, wide, held, stroke=RED, weight=2.2, across=inset, down=inset)
        if led:
            note = self.column(wide - 1).add((self.says["any_time"], ASIDE._replace(colour=RED)))
            note.put(self.canvas, x + 1, y + 2)
            y += 2 + note.height + 0.6
        return y


def path(value: Path, canvas: Canvas, accent: str) -> float:
    """Lay out a path; gives how high it is."""
    return _Drawing(value, canvas, accent).draw()
