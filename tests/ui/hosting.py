"""A small program that hosts one screen or page, for tests of these alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from textual.app import App
from textual.message import Message
from textual.pilot import Pilot

import wizard.ui
from schemas.language import Words, words
from schemas.starter import starter
from wizard.document.keeping import Keeper
from wizard.document.session import Session
from wizard.ui.order import InOrder
from wizard.ui.pages.page import Page
from wizard.ui.pages.readiness import ReadinessPage

DANISH = words("da")
ENGLISH = words("en")
SIZE = (80, 24)
STYLES = Path(wizard.ui.__file__).with_name("screens.tcss")


class Host(InOrder):
    """Shows a screen, and keeps what it dismissed with; or a page, and keeps what it wished for."""

    CSS_PATH = STYLES
    AUTO_FOCUS = None

    def __init__(self, shown: Any) -> None:
        super().__init__()
        self.shown = shown
        self.result: Any = ...
        self.wishes: list[Message] = []

    def on_mount(self) -> None:
        self.theme = "textual-light"
        if isinstance(self.shown, Page):
            self.mount(self.shown)
            self.call_after_refresh(self.shown.enter, self.shown.step)
        else:
            self.push_screen(self.shown, lambda result: setattr(self, "result", result))

    def on_jump(self, wish: Message) -> None:
        self.wishes.append(wish)

    def on_tell(self, wish: Message) -> None:
        self.wishes.append(wish)


def text_of(app: App[Any]) -> str:
    """Give what stands on the screen, line by line."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


async def shows(pilot: Pilot[Any], sought: str) -> str:
    """Wait until something stands on the screen, and give the whole screen; fails after fifteen seconds."""
    end = monotonic() + 15
    while monotonic() < end:
        if sought in (shown := text_of(pilot.app)):
            return shown
        await pilot.pause(0.01)
    raise AssertionError(f"{sought!r} does not stand on the screen:\n{text_of(pilot.app)}")


def lines_of(app: App[Any]) -> str:
    """Give the screen as one line, so that a sentence is found wherever it breaks."""
    return " ".join(text_of(app).split())


async def settled(pilot: Pilot[Any]) -> None:
    """Wait for what runs in threads, and for its messages."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def plan_in(folder: Path, name: str) -> Path:
    """Write a plan as a workshop starts from it."""
    path = folder / name
    Keeper.create(path, starter(DANISH, "Prøveby Kommune"))
    return path


@asynccontextmanager
async def at_the_seven(session: Session, said: Words = DANISH) -> AsyncIterator[Pilot[Any]]:
    """Show the seven questions, which follow what becomes of the plan."""
    page = ReadinessPage(session, said, "readiness")
    async with Host(page).run_test(size=SIZE) as pilot:
        await pilot.pause()
        leave = session.subscribe(page.changed)
        yield pilot
        leave()
