"""Keys in the order they were typed: each is done with before the next one is handed on."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from textual import events
from textual.app import App

LONGEST = 0.5
"""Seconds that a key may keep the next one waiting."""


class InOrder(App[Any]):
    """An app that hands keys on one by one.

    Textual forwards every key at hand to the widget that has the focus just then. Where one of them moves the focus,
    as Enter does here, those behind it would land in the field that was left: text typed fast or pasted as keys.
    """

    _held: list[events.Event] | None = None

    def hold_keys(self) -> None:
        """Keep keys back until there is a question that can take them."""
        if self._held is None:
            self._held = []

    async def release_keys(self) -> None:
        """Hand on the keys that were held back, and those that come meanwhile after them."""
        while self._held:
            await self._hand_on(self._held.pop(0))
        self._held = None

    async def on_event(self, event: events.Event) -> None:
        """Hand a key on once the ones before it are done with."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
            return
        if self._held is not None:
            self._held.append(event)
            return
        await self._hand_on(event)

    async def _hand_on(self, event: events.Event) -> None:
        await self._ready()
        await super().on_event(event)
        await self._done()

    async def _ready(self) -> None:
        """Wait until a screen that was just put up can take keys."""
        screen = self.screen
        if not screen._mounted_event.is_set():
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(screen._mounted_event.wait(), LONGEST)

    async def _done(self) -> None:
        """Wait until the widget that got the key has done with it."""
        target = self.focused or self.screen
        done = asyncio.Event()
        if target.is_running and target.call_later(done.set):
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(done.wait(), LONGEST)
