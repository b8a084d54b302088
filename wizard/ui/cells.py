"""What every cell of the terminal was sent as, and the bytes that make it another picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby, repeat
from operator import itemgetter

from rich.cells import split_graphemes
from rich.segment import Segment
from rich.style import Style

from schemas.signs import bare
from wizard.ui.sgr import change

Cell = tuple[str, str]
"""What stands in a cell, and the SGR parameters it has; the right half of a wide character holds nothing."""

Paint = Callable[[Style | None], str]
"""Gives the SGR parameters of a style."""

BRIDGE = 4
"""Cells that are cheaper sent again than stepped over."""

_style = itemgetter(1)


def cells(segments: Iterable[Segment], paint: Paint) -> list[Cell]:
    """Give the cells that a part of a line fills."""
    found: list[Cell] = []
    for text, style, control in segments:
        if control:
            continue
        parameters = paint(style)
        if text.isascii() and text.isprintable():
            found.extend(zip(text, repeat(parameters)))
            continue
        for part in graphemes(text):
            if part is None:
                found.append(("", parameters))
            elif found and not part[1]:
                head = len(found) - 1 if found[-1][0] or len(found) == 1 else len(found) - 2
                found[head] = (found[head][0] + part[0], found[head][1])
            elif part[1]:
                found.append((part[0], parameters))
    return found


@lru_cache(maxsize=2048)
def graphemes(text: str) -> tuple[tuple[str, int] | None, ...]:
    """Divide a text into what stands in one cell or two, with the width; None is the right half of a wide one.

    What steers a terminal, and what nobody sees, is left out: it has no width, and an answer moves no cursor.
    """
    found: list[tuple[str, int] | None] = []
    for start, end, width in split_graphemes(text)[0]:
        safe = bare(text[start:end])
        if safe:
            found.append((safe, width))
            found.extend([None] * (width - 1))
    return tuple(found)


class Sheet:
    """Remembers a terminal of some size, and writes what differs from it."""

    def __init__(self, columns: int, lines: int) -> None:
        self.size = (columns, lines)
        self._lines: list[list[Cell | None]] = [[None] * columns for _ in range(lines)]
        self._at: tuple[int, int] | None = None
        self._on: str | None = None
        self._out: list[str] = []

    def put(self, x: int, y: int, new: list[Cell]) -> None:
        """Make the cells from a place on another; what falls outside the terminal is left out."""
        columns, lines = self.size
        if not (0 <= y < lines and 0 <= x < columns):
            return
        line = self._lines[y]
        new = new[: columns - x]
        old = line[x : x + len(new)]
        if old == new:
            return
        for start, end in _differing(old, new):
            self._write(x + start, y, new[start:end])
        line[x : x + len(new)] = new

    def cursor(self, x: int, y: int) -> None:
        """Leave the cursor at a place."""
        self._move(x, y)

    def take(self) -> str:
        """Give what is to be sent, and begin anew."""
        sent = "".join(self._out)
        self._out.clear()
        return sent

    def _move(self, x: int, y: int) -> None:
        if self._at == (x, y):
            return
        if self._at is not None and self._at[1] == y:
            by = x - self._at[0]
            self._out.append(f"\x1b[{abs(by) if abs(by) > 1 else ''}{'C' if by > 0 else 'D'}")
        else:
            self._out.append(f"\x1b[{y + 1};{x + 1}H")
        self._at = (x, y)

    def _write(self, x: int, y: int, new: list[Cell]) -> None:
        for parameters, group in groupby(new, _style):
            part = [char for char, _ in group]
            if all(len(char) == 1 for char in part):
                self._style_and_text(x, y, parameters, "".join(part))
                x += len(part)
            else:
                x = self._one_by_one(x, y, parameters, part)

    def _one_by_one(self, x: int, y: int, parameters: str, part: list[str]) -> int:
        """Write characters whose width terminals disagree on; the cursor is told anew where it stands after each."""
        for number, char in enumerate(part):
            if char:
                self._style_and_text(x, y, parameters, char)
                if len(char) > 1 or part[number + 1 : number + 2] == [""]:
                    self._at = None
            x += 1
        return x

    def _style_and_text(self, x: int, y: int, parameters: str, text: str) -> None:
        self._move(x, y)
        if parameters != self._on:
            self._out.append(change(self._on, parameters))
            self._on = parameters
        self._out.append(text)
        # In the last column terminals disagree on where the cursor stands after a character.
        at = (x + len(text), y)
        self._at = at if at[0] < self.size[0] else None


def _differing(old: list[Cell | None], new: list[Cell]) -> Iterator[tuple[int, int]]:
    """Give the stretches where two lines differ; two that stand close and look alike are given as one."""
    start = end = -1
    for at in [number for number, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]:
        if start < 0:
            start = at
        elif at - end > BRIDGE or any(cell[1] != new[at][1] for cell in new[end:at]):
            yield _whole(new, start, end)
            start = at
        end = at + 1
    if start >= 0:
        yield _whole(new, start, end)


def _whole(new: list[Cell], start: int, end: int) -> tuple[int, int]:
    """Widen a stretch so that no wide character is cut in two."""
    if start and not new[start][0]:
        start -= 1
    return start, end + 1 if end < len(new) and not new[end][0] else end
