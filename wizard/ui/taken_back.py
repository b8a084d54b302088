"""Undo and redo, and what is said of them."""

from __future__ import annotations

from dataclasses import replace

from schemas.language import Words
from schemas.paths import exists, field_of, is_beside, parent
from wizard.document.change import Change
from wizard.document.describing import described
from wizard.document.people import Held
from wizard.document.session import ReadOnlyPlan, Session
from wizard.document.undoing import Declined

from .who import name_of


def taken_back(session: Session, way: str, words: Words) -> tuple[str | None, str]:
    """Take back the latest change, or do it again: where that was, and a sentence that says what happened."""
    before = session.plan
    try:
        done = session.undo() if way == "undo" else session.redo()
    except ReadOnlyPlan as refused:  # what is to be taken back lies beyond the parts one is limited to
        return None, words(refused.key)
    except Held as held:
        return None, words("company.held_back", name=name_of(held.author))
    if isinstance(done, Declined):
        return None, _declined(done, session, way, words)
    original = replace(done, edits=done.back()) if way == "undo" else done
    said = described(original, session.plan if exists(session.plan, _place(done)) else before, words)
    return _where(session, done), words(f"interface.{way}", what=said[0] if said else "")


def _declined(done: Declined, session: Session, way: str, words: Words) -> str:
    """Say why nothing was taken back, and who has changed the same since."""
    if done.key != "document.changed_since":
        return words(done.key)
    if done.by is None or session.components is not None:
        return words(f"company.{way}_declined")
    said = described(done.by, session.plan, words)
    return words(f"company.{way}_changed_since", name=name_of(done.by.author), what=said[0] if said else "")


def _place(change: Change) -> str:
    return field_of(change.paths()[0]) if change.paths() else ""


def _where(session: Session, change: Change) -> str | None:
    """Give the place of a change, or of the list it stood in where it is gone."""
    for path in change.paths():
        if is_beside(path):
            return field_of(path)
        while path and not exists(session.plan, path):
            path = path.rpartition("[")[0] if path.endswith("]") else parent(path)
        if path:
            return path
    return None
