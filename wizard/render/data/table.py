"""A table of data: what a spreadsheet or another program reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

Cell = str | int | date | None
"""One answer; None where there is none."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with what its file says of itself.

    sheet: a short name, for the tab of a spreadsheet. language: as `da-DK`. made: the time that the file bears.
    """

    title: str
    sheet: str
    author: str
    language: str
    made: datetime
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def words(self) -> str:
        """Give all that a reader will see, a cell on each line."""
        return "\n".join(str(cell) for row in self.rows for cell in row if cell is not None)
