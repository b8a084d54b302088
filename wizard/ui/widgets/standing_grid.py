"""A grid of standings in signs and words; the arrows go from cell to cell."""

from __future__ import annotations

from textwrap import wrap

from rich.text import Text
from textual.app import RenderResult
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

Place = tuple[int, int]
"""A row and a column, from 0."""

AIR = 10
"""The most columns between one cell and the next."""

END = 99
"""More rows than any grid has."""


class StandingGrid(Widget, can_focus=True):
    """Shows rows of standings. The cell pointed at has a pointer before it and stands in reverse."""

    BINDINGS = [
        Binding("up", "move(-1, 0)", show=False),
        Binding("down", "move(1, 0)", show=False),
        Binding("left", "move(0, -1)", show=False),
        Binding("right", "move(0, 1)", show=False),
        Binding("home", f"move(-{END}, 0)", show=False),
        Binding("end", f"move({END}, 0)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Pointed(Message):
        """Another cell is pointed at."""

        def __init__(self, grid: StandingGrid) -> None:
            super().__init__()
            self.grid = grid

    class Chosen(Pointed):
        """The cell pointed at was chosen with Enter."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.heads: tuple[str, ...] = ()
        self.labels: tuple[str, ...] = ()
        self.cells: tuple[tuple[str, ...], ...] = ()
        self.at: Place = 0, 0

    def show(self, heads: tuple[str, ...], labels: tuple[str, ...], cells: tuple[tuple[str, ...], ...]) -> None:
        """Show other cells, row by row; heads may be empty. The pointer stays where it was."""
        self.heads, self.labels, self.cells = heads, labels, cells
        self.point(*self.at)
        self.refresh(layout=True)

    def point(self, row: int, column: int) -> None:
        """Point at a cell, the nearest one where there is none such."""
        if self.cells:
            row = max(0, min(row, len(self.cells) - 1))
            self.at = row, max(0, min(column, len(self.cells[row]) - 1))
            self.refresh()

    def action_move(self, rows: int, columns: int) -> None:
        """Point at another cell."""
        before = self.at
        self.point(self.at[0] + rows, self.at[1] + columns)
        if self.at != before:
            self.post_message(self.Pointed(self))

    def action_choose(self) -> None:
        """Choose the cell pointed at."""
        if self.cells:
            self.post_message(self.Chosen(self))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give the lines that heads and rows take."""
        return len(self.cells) + max(map(len, self._heads(width)), default=0)

    def _columns(self, width: int) -> list[int]:
        """Give the width of each column of cells, the gap before it included: heads in full where there is room."""
        columns = list(zip(*self.cells, strict=True))
        cells = [max(map(len, column)) for column in columns]
        heads = [max(map(len, head.split())) for head in self.heads] or cells
        natural = [max(pair) for pair in zip(cells, heads, strict=True)]
        room = width - self._label
        if sum(natural) + len(natural) > room:
            return [cell + 2 for cell in cells]
        return [one + min(AIR, (room - sum(natural)) // len(natural)) for one in natural]

    @property
    def _label(self) -> int:
        return max(map(len, self.labels), default=0)

    def _heads(self, width: int) -> list[list[str]]:
        """Break the heads into the lines they take above their columns."""
        return [wrap(head, column - 1) for head, column in zip(self.heads, self._columns(width), strict=False)]

    def render(self) -> RenderResult:
        """Write the heads and the rows."""
        text = Text(no_wrap=True, overflow="ellipsis")
        widths = self._columns(self.size.width)
        heads = self._heads(self.size.width)
        for line in range(max(map(len, heads), default=0)):
            words = [head[line] if line < len(head) else "" for head in heads]
            text.append(" " * self._label + "".join(f" {word}".ljust(n) for word, n in zip(words, widths, strict=True)))
            text.append("\n")
        text.stylize("bold")
        for row, name in enumerate(self.labels):
            text.append(f"{name:<{self._label}}", "bold" if row == self.at[0] else "")
            for column, width in enumerate(widths):
                self._cell(text, self.cells[row][column], width, (row, column) == self.at)
            text.append("\n")
        return text

    def _cell(self, text: Text, said: str, width: int, here: bool) -> None:
        text.append("›" if here else " ", "bold")
        text.append(said, "bold reverse" if here and self.has_focus else "bold" if here else "")
        text.append(" " * (width - len(said) - 1))
