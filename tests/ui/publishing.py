"""Publishing by keyboard in a test, and what came of it."""

from __future__ import annotations

from pathlib import Path

from hosting import settled
from textual.pilot import Pilot


async def publish(pilot: Pilot[object]) -> None:
    """Press the button, as one who has read what stood there; a second press at once is taken for a slip."""
    pilot.app.query_one("#publish-go").focus()
    await pilot.pause(0.25)
    await pilot.press("enter")
    await settled(pilot)


def finished(folder: Path) -> list[Path]:
    """Give the documents that were made in a folder."""
    return [path for path in folder.iterdir() if path.suffix in (".md", ".html", ".docx")]
