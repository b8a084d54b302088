"""Holds the block timer of an open plan, keeps it beside the plan, and says in words how it stands."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.runsheet import Block, RunSheet, Sitting
from schemas.texts import shown
from wizard.files.run_sheets import read_run_sheet
from wizard.files.trouble import FileTrouble

from .clock import Clock
from .widgets.title import KEPT

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.document.session import Session


BLOCK = 28
"""The most characters of a block's name in the line at the top."""


class Timekeeper:
    """The timer of one plan; without a drejebog it has no clock and says nothing."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.clock: Clock | None = None
        self.sheet: RunSheet | None = None
        self.read()

    def read(self) -> None:
        """Take the timer as it was kept; a drejebog that is gone or has become another one ends it."""
        kept = Clock.from_json(self.session.recall(KEPT))
        if kept is None:
            return
        try:
            sheet = read_run_sheet(Path(kept.sheet))
        except FileTrouble:
            return
        if not 0 <= kept.sitting < len(sheet.sessions) or not 0 <= kept.block < len(kept.minutes):
            return
        if len(sheet.sessions[kept.sitting].blocks) == len(kept.minutes):
            self.sheet, self.clock = sheet, kept

    def choose(self, path: Path, sitting: int) -> None:
        """Take a session of a drejebog; its first block is ready to start. Raises `FileTrouble`."""
        self.sheet = read_run_sheet(path)
        self.set(Clock.at(path, self.sheet, sitting))

    def set(self, clock: Clock) -> None:
        """Go on from another state of the timer, and keep it."""
        self.clock = clock
        self.session.remember(KEPT, clock.to_json())

    @property
    def sitting(self) -> Sitting | None:
        """Give the session that is timed."""
        return None if self.clock is None or self.sheet is None else self.sheet.sessions[self.clock.sitting]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Give the blocks of the session."""
        return () if self.sitting is None else self.sitting.blocks

    @property
    def block(self) -> Block | None:
        """Give the block the timer stands at."""
        return self.blocks[self.clock.block] if self.clock is not None and self.blocks else None

    def offered(self, step: str) -> int | None:
        """Give the first block of a step that is still to come and could be started now; None where there is none.

        While a block runs and has time left, no other is offered.
        """
        if self.clock is None or (self.clock.running and self.clock.remaining(time.time()) > 0):
            return None
        at = self.clock.block
        if self.blocks[at].step == step:
            return None if self.clock.running else at
        return next((n for n, block in enumerate(self.blocks) if n > at and block.step == step), None)

    def line(self, words: Words) -> str:
        """Say in a few words which block runs and what is left of it; empty where no time is kept."""
        block = self.block
        if self.clock is None or block is None or (not self.clock.running and self.clock.due is None):
            return ""
        left = left_in_words(self.clock.remaining(time.time()), words)
        key = "running" if self.clock.running else "paused"
        return words(f"clock.line.{key}", block=shown(block.title, BLOCK), left=left)

    def wait(self) -> float | None:
        """Give the seconds until the line says something else; None where it stands still."""
        if self.clock is None or not self.clock.running:
            return None
        return self.clock.remaining(time.time()) % 60 + 0.05


def offer(session: Session, step: str, words: Words) -> str:
    """Say how the block of a step is started, where the drejebog has one that is still to come; else nothing."""
    keeper = Timekeeper(session)
    number = keeper.offered(step)
    if number is None or keeper.clock is None:
        return ""
    values = {"title": keeper.blocks[number].title, "minutes": keeper.clock.minutes[number]}
    return words("clock.offer", letter=words("catching.letter.time"), **values)


def left_in_words(seconds: float, words: Words) -> str:
    """Say how long is left, in whole minutes; and how long it has been over."""
    if seconds > 60:
        return words("clock.left.minutes", minutes=-(-int(seconds) // 60))
    if seconds > 0:
        return words("clock.left.last")
    over = int(-seconds) // 60
    return words("clock.left.over", minutes=over) if over else words("clock.left.up")


def figures(seconds: float) -> str:
    """Write a time as large figures do: 12:05, and -3:20 where it is over."""
    whole = round(abs(seconds))
    return f"{'-' if seconds < 0 and whole else ''}{whole // 60}:{whole % 60:02d}"
