"""A plan full of what steers a screen is walked through; the terminal is sent none of it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from driving import driving
from filled_plans import filled
from hostile import HOSTILE, harmless
from rich.console import RenderableType
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen

from schemas.ids import with_ids
from schemas.plan import Plan
from schemas.texts import fit
from wizard.document.session import Session
from wizard.ui.terminal import OnTerminal

OURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
"""What the wizard itself steers the terminal with."""
TEXT = " ".join(fit(text) for text in HOSTILE)
KEYS = (
    *["pagedown"] * 45, "f1", "escape", "f4", "f5", "x", "escape", "f6", *["pagedown"] * 12,
    "f7", *["down"] * 6, "escape", "f8", "pagedown", "pagedown", "escape", "f3", "escape",
    "shift+f4", "down", "enter", "escape", "escape", "ctrl+z", "ctrl+p", "escape", "f2", "v", "escape",
    "f2", "l", "escape", "escape",
)  # fmt: skip


def listening(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what would be sent to the terminal, picture by picture."""
    sent: list[str] = []

    def display(app: OnTerminal, screen: Screen[Any], update: RenderableType | None) -> None:
        if isinstance(update, (LayoutUpdate, ChopsUpdate)) and not app._batch_count:
            sent.append(app.bytes_for(update))
        App._display(app, screen, update)

    monkeypatch.setattr(OnTerminal, "_display", display)
    return sent


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
async def test_the_terminal_is_sent_none_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = listening(monkeypatch)
    path = tmp_path / "a\u202eb\x1b[2J.plan.yaml"
    Session.create(path, with_ids(Plan.model_validate(filled(Plan, TEXT))), "A\u202ene\x1b[1m").close()
    async with driving(path) as drive:
        for key in KEYS:
            await drive.press(key)
    whole = OURS.sub("", "".join(sent))
    assert "rød" in whole, "the texts themselves are shown"
    assert "\x1b" not in whole
    assert harmless(whole.replace("\r\n", "\n"))
