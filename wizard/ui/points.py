"""Naming a point of the past, and finding one by its name or time."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

from wizard.document.past import clock
from wizard.document.points import NoSuchPoint, seq_of
from wizard.document.session import ReadOnlyPlan
from wizard.document.versions import BadName, fitting, name_version, unname
from wizard.ui.moments import when
from wizard.ui.screens.asking import Asked

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.document.history import History
    from wizard.document.session import Session
    from wizard.document.versions import Version
    from wizard.ui.past_rows import Row


def naming(session: Session, row: Row, words: Words) -> Asked:
    """Ask what a point is to be called; one that has a name loses it where the line is emptied."""

    def refused(name: str) -> str:
        if not name:
            return "" if row.name else words("past.name.missing")
        try:
            if name.casefold() != row.name.casefold():
                fitting(session.history, name)
        except BadName as bad:
            return words(bad.key, **bad.values)
        return ""

    hint = words("past.name.hint_again" if row.name else "past.name.hint")
    title = words("past.name.title", when=row.time)
    return Asked(title, words("past.name.placeholder"), hint, refused, row.name)


def named(session: Session, row: Row, name: str, words: Words) -> str:
    """Give a point its name, or take it away, and say so."""
    try:
        if name:
            name_version(session, name, row.seq, row.name or None)
        else:
            unname(session, row.name)
    except BadName as bad:
        return words(bad.key, **bad.values)
    except ReadOnlyPlan as refused:
        return words(refused.key)
    except sqlite3.Error:
        return words("document.not_kept")
    return words("past.name.done" if name else "past.name.gone", name=name or row.name)


def seeking(session: Session, words: Words) -> Asked:
    """Ask for a time or a name; an empty line means now."""

    def refused(word: str) -> str:
        try:
            seq_of(session.history, word) if word else None
        except NoSuchPoint as none:
            key = "past.seek.none" if none.key == "history.no_point" else none.key
            return words(key, **{name: _said(value, words) for name, value in none.values.items()})
        return ""

    say = "past.seek"
    return Asked(words(f"{say}.title"), words(f"{say}.placeholder"), words(f"{say}.hint"), refused)


def _said(value: object, words: Words) -> object:
    return when(value, words) if isinstance(value, datetime) else value


def made_at(history: History, version: Version) -> datetime:
    """Give the time of the change that a version stands after; of one that was folded away when it was named."""
    change = history.changes(version.seq - 1, version.seq)
    return clock(change[0].at if change else version.at)
