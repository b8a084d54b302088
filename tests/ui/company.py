"""Two people at one plan in a test: one in the wizard, the other through a session of her own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

from driving import Drive, driving, new_plan

from schemas.plan import Plan
from wizard.document.session import Session

METTE = "mh (Mette Holm)"
SOON = 0.5
"""Seconds within which one sees what another has changed."""
LONG = "\n".join(f"Linje {number}: kommunen samarbejder med politiet." for number in range(60))
"""A text of more lines than any screen has."""


@asynccontextmanager
async def together(
    folder: Path, plan: Plan | None = None, size: tuple[int, int] = (80, 24), author: str = METTE
) -> AsyncIterator[tuple[Drive, Session]]:
    """Open the wizard on a plan that somebody else has open too."""
    path = new_plan(folder, plan)
    other = Session.open(path, author)
    try:
        async with driving(path, size) as drive:
            other.catch_up()
            yield drive, other
    finally:
        other.close()


async def until(drive: Drive, seen: Callable[[], bool], seconds: float = 5.0) -> float:
    """Wait until something holds, and give how long that took."""
    begun = monotonic()
    while not seen():
        assert monotonic() - begun < seconds, f"it did not come about:\n{drive.screen()}"
        await drive.pilot.pause(0.01)
    await drive.pilot.pause()
    return monotonic() - begun


def said(drive: Drive) -> str:
    """Give what stands on the screen as one line, the page beside the steps by itself."""
    lines = drive.screen().splitlines()
    page = [line.partition("│")[2] or line for line in lines]
    return " ".join(" ".join([*page, *lines]).split())


async def shown(drive: Drive, text: str, seconds: float = 5.0) -> float:
    """Wait until a text stands on the screen."""
    return await until(drive, lambda: text in said(drive), seconds)


async def gone(drive: Drive, text: str, seconds: float = 5.0) -> None:
    """Wait until a text stands no longer on the screen."""
    await until(drive, lambda: text not in said(drive), seconds)
