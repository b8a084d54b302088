"""Keys in the order they were typed: each is done with before the next one is handed on.

Private names of Textual that are leaned on: Event._stop_propagation, MessagePump._mounted_event.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump

from wizard.ui.pasting import for_widget

LONGEST = 0.5
"""Seconds that a key may keep the next one waiting."""


class InOrder(App[Any]):
    """An app that hands keys on one by one.

    Textual forwards every key at hand to the widget that has the focus just then. Where one of them moves the focus,
    as Enter does here, those behind it would land in the field that was left: text typed fast or pasted as keys.
    A key is done with when a widget has stopped it, or when it has come back up to the app, which tries its bindings.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Event] = deque()
        self._flying: events.Event | None = None
        self._back: events.Event | None = None
        self._way: list[DOMNode] = []
        self._task: asyncio.Task[None] | None = None
        self._held = False
        self._aside: deque[events.Event] = deque()

    def hold_keys(self) -> None:
        """Keep keys back until there is a question that can take them."""
        self._held = True

    def release_keys(self) -> None:
        """Hand on the keys that were held back."""
        self._held = False
        self.call_later(self._next)

    def drop_keys(self) -> None:
        """Forget the keys that were held back, because what they were meant for did not come."""
        self._held = False
        self._waiting.clear()

    def set_keys_aside(self) -> None:
        """Keep the keys that wait for what they were meant for, and hand on those that are typed from here on."""
        self._aside, self._waiting = self._waiting, deque()
        self.release_keys()

    def take_keys_up(self) -> None:
        """Keep keys back again, those that were set aside before the others."""
        self._held = True
        self._waiting.extendleft(reversed(self._aside))
        self._aside.clear()

    def not_pasted(self) -> None:
        """Say that no widget took what was pasted."""

    @property
    def typed_ahead(self) -> bool:
        """Tell whether keys wait that were typed before there was a question that could take them."""
        return bool(self._waiting)

    @property
    def busy(self) -> bool:
        """Tell whether keys wait or are on their way."""
        return self._held or self._flying is not None or bool(self._waiting)

    async def on_event(self, event: events.Event) -> None:
        """Hand a key on once the ones before it are done with."""
        if not isinstance(event, (events.Key, events.Paste)):
            await super().on_event(event)
        elif event.is_forwarded:
            self._back = event
            await super().on_event(event)
            if isinstance(event, events.Paste):
                self.not_pasted()
            self._follow(event, self._settle)
        else:
            self._waiting.append(event)
            await self._next()

    async def _next(self) -> None:
        if self._held or self._flying is not None or not self._waiting:
            return
        self._flying = event = self._waiting.popleft()
        await _mounted(self.screen)
        await _idle(self.screen)
        self._flying = event = for_widget(event, self.focused)
        self._way = list((self.focused or self.screen).ancestors_with_self)[:-1]
        await super().on_event(event)
        self._follow(event, self._rise if event.is_forwarded else self._settle)

    def _follow(self, event: events.Event, stage: Callable[[events.Event], Coroutine[Any, Any, None]]) -> None:
        if event is self._flying:
            self._task = asyncio.create_task(stage(event))

    async def _rise(self, event: events.Event) -> None:
        """Wait at each widget the key rises through, until one stops it; else it comes back to the app."""
        for node in (*self._way, self):
            await _idle(node)
            # Textual marks a key as stopped where it goes from the screen to the app, which sent it.
            if event._stop_propagation and node is not self._way[-1]:
                break
        if self._back is not event:
            self._landed(event)

    async def _settle(self, event: events.Event) -> None:
        """Wait until what a binding set going, such as a message to the screen, is done with."""
        for node in self._way:
            await _idle(node)
        self._landed(event)

    def _landed(self, event: events.Event) -> None:
        if self._flying is event:
            self._flying = None
            if self._waiting:
                self.call_later(self._next)


async def _mounted(screen: MessagePump) -> None:
    """Wait until a screen that was just put up can take keys."""
    if not screen._mounted_event.is_set():
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(screen._mounted_event.wait(), LONGEST)


async def _idle(node: MessagePump) -> None:
    """Wait until a widget has done with what it was sent."""
    done = asyncio.Event()
    if node.is_running and node.call_later(done.set):
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(done.wait(), LONGEST)
