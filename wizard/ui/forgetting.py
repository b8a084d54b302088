"""What can be deleted for good, and deleting it, in words."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemas.describing import where
from schemas.paths import exists
from wizard.document.erasing import TooShort, Unwanted
from wizard.document.forgetting import CannotForget, Traces, forget, traces
from wizard.document.people import Held
from wizard.document.session import ReadOnlyPlan
from wizard.document.telling import safe
from wizard.files.trouble import CannotWrite

from .removed import recently
from .who import name_of

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.document.session import Session


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be deleted for good: what it is called, and what finds it; nothing finds words not yet typed."""

    label: str
    unwanted: tuple[Unwanted, ...]


def targets(session: Session, path: str, words: Words) -> tuple[Target, ...]:
    """List what can be chosen: numbers that were taken out lately, what stood at a path before, and words anywhere."""
    listed = []
    for removed in recently(session):
        texts = tuple(Unwanted(number) for number in removed.numbers)
        label = words("past.forget.number", where=_named(session, removed.path, words))
        listed.append(Target(label, (_earlier(session, removed.path), *texts)))
    if "." in path and exists(session.plan, path):
        label = words("past.forget.past", where=_named(session, path, words))
        listed.append(Target(label, (_earlier(session, path),)))
    return (*listed, Target(words("past.forget.words"), ()))


def _earlier(session: Session, path: str) -> Unwanted:
    """Mean all that stood at a path but does not stand there now."""
    return Unwanted(path=path, keep=session.plan)


def _named(session: Session, path: str, words: Words) -> str:
    """Name a place; of a record that is gone the list it stood in."""
    shown = path if exists(session.plan, path) else path.rpartition("[")[0] or path
    return safe(where(shown, session.plan, words))


def typed(text: str, words: Words) -> Target | None:
    """Make a target of words that were typed; None where they are too short to be looked for."""
    try:
        unwanted = Unwanted(text)
    except TooShort:
        return None
    return Target(words("past.forget.typed", text=safe(text)), (unwanted,))


def counted(session: Session, target: Target) -> Traces:
    """Count where it stands, in the plan and in its past; what is found in two ways is counted twice."""
    places = [traces(session, one) for one in target.unwanted]
    return Traces(sum(one.now for one in places), sum(one.past for one in places))


def found(target: Target, places: Traces, words: Words) -> str:
    """Say where it stands; how often only where that is sure."""
    if len(target.unwanted) == 1:
        return said("found", places, words)
    return words("past.forget.found_both" if places.now else "past.forget.found_past")


def forgotten(session: Session, target: Target, words: Words) -> str:
    """Delete for good, and say what came of it."""
    done = Traces(0, 0)
    left: dict[str, None] = {}
    try:
        for unwanted in target.unwanted:
            one = forget(session, unwanted)
            done = Traces(done.now + one.traces.now, done.past + one.traces.past)
            left |= dict.fromkeys(path.name for path in one.left)
    except CannotForget as trouble:
        return words(trouble.key, **trouble.values)
    except ReadOnlyPlan as refused:
        return words(refused.key)
    except Held as held:
        return words("past.bring.held", author=name_of(held.author))
    except CannotWrite as trouble:
        return trouble.sentence(words)
    except sqlite3.Error:
        return words("document.not_kept")
    sentence = said("done", done, words)
    return f"{sentence} {words('past.forget.left', names=words.join(list(left)))}" if left else sentence


def said(key: str, places: Traces, words: Words) -> str:
    """Say in how many places it stands or stood."""
    return words(f"past.forget.{key}", now=_places(places.now, words), past=_places(places.past, words))


def _places(count: int, words: Words) -> str:
    return words(f"past.forget.{'one_place' if count == 1 else 'places' if count else 'no_place'}", count=count)
