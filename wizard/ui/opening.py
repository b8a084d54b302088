"""Opening a plan's session; what it needs is imported here, beside the first frame."""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from schemas.language import Words
from wizard.document.session import Session
from wizard.files.trouble import BrokenFile, FileTrouble

from .recent import Recent

AHEAD = ("questions", "dialogues", "pages.answering", "pages.records", "widgets.controls", "widgets.shown")
"""What the first question needs, imported here so that the screen is not held up when it comes."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A plan that was not opened: why, as a sentence, and the exit code."""

    sentence: str
    code: int


def author() -> str:
    """Name who types: `PLANBYGGER_AUTHOR`, else the login."""
    try:
        return os.environ.get("PLANBYGGER_AUTHOR") or getpass.getuser()
    except (KeyError, OSError):
        return "?"


def open_session(path: Path, words: Words) -> Session | Refused:
    """Open a plan, or say why not."""
    for name in AHEAD:
        import_module(f"wizard.ui.{name}")
    try:
        session = Session.open(path, author())
    except BrokenFile as broken:
        return Refused(words("interface.refused", name=path.name, reason=broken.sentence(words)), 3)
    except FileTrouble as trouble:
        return Refused(trouble.sentence(words), 1)
    except OSError as error:
        return Refused(words("interface.cannot_open", name=path.name, reason=error.strerror or str(error)), 1)
    Recent.of_user().remember(path)
    return session
