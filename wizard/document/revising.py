"""Beginning a new revision: its file, and where the plan it came from lies."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from schemas.language import words
from schemas.plan import Plan
from schemas.revision import revised

from .keeping import Keeper
from .session import Session

EARLIER = "earlier"
"""The line in the history that says where the earlier plan lies."""


def begin(plan: Plan, old: Path | None, new: Path, today: date) -> None:
    """Write the revision of a plan to a new file, and note beside it where the earlier plan lies.

    old: the earlier plan's file; None where it came from elsewhere. Raises `FileExistsError` and `CannotWrite`.
    """
    Keeper.create(new, revised(plan, today, words(plan.front.language.value)))
    if old is not None:
        session = Session.open(new, "")
        session.remember(EARLIER, _seen_from(new.resolve().parent, old.resolve()))
        session.close()


def earlier_file(session: Session) -> Path | None:
    """Give the file of the plan that an open plan is a revision of; None where that is not known or it is gone."""
    noted = session.recall(EARLIER)
    if not noted:
        return None
    path = Path(os.path.normpath(session.path.resolve().parent / noted))
    return path if path.is_file() else None


def _seen_from(folder: Path, path: Path) -> str:
    """Write a path as it is seen from a folder, so that both may be moved together."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # another drive
        return str(path)
