"""Somebody who works at a plan while the disk fails."""

from __future__ import annotations

import time
from pathlib import Path

from schemas.language import words
from schemas.starter import starter
from wizard.document.keeping import Keeper
from wizard.document.session import Session

DANISH = words("da")
VISION, TITLE = "strategy.vision", "front.title"


def new(folder: Path, mode: int = 0o644) -> Path:
    """Put a new plan in a folder."""
    plan = folder / "øby.plan.yaml"
    Keeper.create(plan, starter(DANISH, "Øby"))
    plan.chmod(mode)
    return plan


def keys(session: Session) -> list[str]:
    """Give the keys of what opening a plan had to say."""
    return [notice.key.removeprefix("document.") for notice in session.notices]


def settle(session: Session, seconds: float = 6) -> None:
    """Tick until all is kept and written."""
    end = time.monotonic() + seconds
    while session.trouble or session.drafts.typing or not session.keeper.resting:
        session.tick()
        assert time.monotonic() < end, session.trouble
        time.sleep(0.02)


def until(session: Session, trouble: str, seconds: float = 6) -> None:
    """Tick until a trouble is said."""
    end = time.monotonic() + seconds
    while session.trouble != f"document.{trouble}":
        session.tick()
        assert time.monotonic() < end, session.trouble
        time.sleep(0.02)


def work(session: Session) -> None:
    """Make three changes and leave a draft."""
    session.set(TITLE, "Beredskab")
    session.set(VISION, "Første")
    session.set(VISION, "Anden")
    session.draft("understanding.radicalisation", "Halv sæt")
