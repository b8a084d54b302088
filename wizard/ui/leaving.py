"""What happens when the terminal goes away or the program is told to end: what was typed is kept."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.ui.app import WizardApp

HANGUP_CODE = 129


def listen(app: WizardApp) -> None:
    """Settle and save on SIGHUP and SIGTERM, where the system has them."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        loop.add_signal_handler(signal.SIGHUP, hang_up, app)
        loop.add_signal_handler(signal.SIGTERM, app.exit, 128 + signal.SIGTERM)


def hang_up(app: WizardApp) -> None:
    """Save and end at once: with the terminal gone, an orderly end would wait for it for ever."""
    try:
        app.close()
    finally:
        os._exit(HANGUP_CODE)
