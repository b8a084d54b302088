"""Opening a plan's session; what it needs is imported here, beside the first frame."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from schemas.language import Words
from wizard.document.authors import login
from wizard.document.seen import seen
from wizard.document.session import Session
from wizard.document.sharing import login_is_here
from wizard.files.trouble import BrokenFile, FileTrouble

from .access import ALL, Access
from .naming import author
from .recent import Recent

AHEAD = (
    "questions",
    "dialogues",
    "pages.answering",
    "pages.beneath",
    "pages.records",
    "widgets.controls",
    "widgets.shown",
)
"""What the first question needs, imported here so that the screen is not held up when it comes."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A plan that was not opened: why, as a sentence, and the exit code."""

    sentence: str
    code: int


def shares_login(path: Path) -> bool:
    """Tell whether somebody else of this login has a plan open."""
    return login_is_here(path, login())


def open_session(path: Path, words: Words, access: Access = ALL) -> Session | Refused:
    """Open a plan, or say why not."""
    for name in AHEAD:
        import_module(f"wizard.ui.{name}")
    if not access.holds(path):
        return Refused(words("hosting.no_plan", name=path.name), 1)
    try:
        session = Session.open(path, author(access), read_only=access.read_only, components=access.components)
    except BrokenFile as broken:
        return Refused(words("interface.refused", name=path.name, reason=broken.sentence(words)), 3)
    except FileTrouble as trouble:
        return Refused(trouble.sentence(words), 1)
    except OSError as error:
        return Refused(words("interface.cannot_open", name=path.name, reason=error.strerror or str(error)), 1)
    if access.folder is None:  # whose plans are all listed, to each of the many who may share the login
        Recent.of_user().remember(path)
    return seen(session)
