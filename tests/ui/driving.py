"""Driving the wizard in a test: keys go in, the plan and the screen are looked at."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from schemas.language import words
from schemas.plan import Plan
from schemas.starter import starter
from wizard.document.session import Session
from wizard.ui.access import ALL, Access
from wizard.ui.app import WizardApp
from wizard.ui.screens.main import MainScreen

DANISH = words("da")
NAMES = {"\n": "enter", " ": "space", "+": "plus", "<": "less_than_sign", ">": "greater_than_sign"}


class Drive:
    """The wizard with a plan open."""

    def __init__(self, app: WizardApp, pilot: Pilot[int], session: Session) -> None:
        self.app = app
        self.pilot = pilot
        self.session = session

    @property
    def main(self) -> MainScreen:
        """The main screen."""
        screen = self.app.screen_stack[-1]
        assert isinstance(screen, MainScreen), f"{screen} stands above the main screen"
        return screen

    @property
    def plan(self) -> Plan:
        """The plan, with what is being typed."""
        self.session.settle()
        return self.session.plan

    @property
    def place(self) -> str:
        """The question that is asked."""
        return self.main.page.place

    async def press(self, *keys: str) -> None:
        """Press keys by name."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.rest()

    async def type(self, text: str) -> None:
        """Type a text; a new line is Enter."""
        for char in text:
            name = NAMES.get(char, char)
            self.app.post_message(events.Key(name, "\r" if char == "\n" else char))
        await self.rest()

    async def paste(self, text: str) -> None:
        """Paste a text."""
        self.app.post_message(events.Paste(text))
        await self.rest()

    async def rest(self) -> None:
        """Wait until every key is done with."""
        for _ in range(400):
            await self.pilot.pause()
            if not self.app.busy:
                break
        await self.pilot.pause()

    async def goto(self, path: str) -> None:
        """Ask a question."""
        self.main.go(path)
        await self.pilot.pause()

    def screen(self) -> str:
        """What stands on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


def new_plan(folder: Path, plan: Plan | None = None) -> Path:
    """Write a new plan, as a workshop starts from it."""
    path = folder / "prøve.plan.yaml"
    Session.create(path, plan or starter(DANISH, "Prøveby"), "test").close()
    return path


async def opened(app: WizardApp, pilot: Pilot[int]) -> Session:
    """Wait until a plan is open and takes keys."""
    for _ in range(1500):
        await pilot.pause(0.01)
        if app.session is not None and not app.busy:
            return app.session
    raise AssertionError("the plan was not opened")


@asynccontextmanager
async def driving(
    path: Path, size: tuple[int, int] = (80, 24), language: str = "da", access: Access = ALL
) -> AsyncIterator[Drive]:
    """Open the wizard on a plan."""
    app = WizardApp(path, language, access=access)
    async with app.run_test(size=size) as pilot:
        yield Drive(app, pilot, await opened(app, pilot))
    app.close()
