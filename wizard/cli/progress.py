"""How far a batch has got: a bar on a terminal, nothing that moves elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemas.language import Words
from schemas.signs import message

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

WIDEST = 28
"""How many characters of a name are shown, so that the bar keeps its place on a terminal of 80."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar that may be drawn, or not: whoever steps need not know."""

    drawn: Progress | None = None
    task: TaskID | None = None

    def at(self, name: str) -> None:
        """Show the name that is in hand."""
        if self.drawn is not None and self.task is not None:
            shown = message(name).replace("\n", " ")
            self.drawn.update(self.task, name=shown if len(shown) <= WIDEST else f"…{shown[1 - WIDEST :]}")

    def step(self) -> None:
        """Come one further."""
        if self.drawn is not None and self.task is not None:
            self.drawn.advance(self.task)


def moves() -> bool:
    """Tell whether something that moves can be seen."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def progress(title: str, total: int, said: Words) -> Iterator[Bar]:
    """Give a bar with the time that is left. It is drawn on standard error and gone when the work is done."""
    if total < 2 or not moves():
        yield Bar()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn(said("batch.left")),
        TextColumn("{task.fields[name]}", markup=False),
    )
    # What is printed meanwhile goes above the bar, but data that is led into a file is left alone.
    shared = sys.stdout.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=shared) as bar:
        yield Bar(bar, bar.add_task(title, total=total, name=""))
