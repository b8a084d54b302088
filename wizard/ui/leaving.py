"""What happens when the terminal goes away or the program is told to end: what was typed is kept."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.ui.app import WizardApp

HANGUP_CODE = 129
GRACE = 10.0
"""Seconds that keys which have arrived may take to reach the plan."""

_leaving: set[asyncio.Task[None]] = set()


def listen(app: WizardApp) -> None:
    """Settle and save on SIGHUP and SIGTERM, where the system has them."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        loop.add_signal_handler(signal.SIGHUP, app.lost)
        loop.add_signal_handler(signal.SIGTERM, once_typed, app, lambda: app.exit(128 + signal.SIGTERM))


def once_typed(app: WizardApp, leave: Callable[[], None]) -> None:
    """Leave as soon as every key that has arrived is in the plan. Only the first call does anything."""
    if not _leaving:
        _leaving.add(asyncio.get_running_loop().create_task(_leave(app, leave)))


async def _leave(app: WizardApp, leave: Callable[[], None]) -> None:
    with contextlib.suppress(asyncio.TimeoutError):
        await asyncio.wait_for(_typed(app), GRACE)
    leave()


async def _typed(app: WizardApp) -> None:
    while app.message_queue_size or app.busy:
        await asyncio.sleep(0.002)


def hang_up(app: WizardApp) -> None:
    """Save and end at once: with the terminal gone, an orderly end would wait for it for ever."""
    try:
        app.close()
    finally:
        os._exit(HANGUP_CODE)
