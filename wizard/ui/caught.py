"""What was caught, in words: how it stands, whose it is and where it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.choices import CaughtKind, CaughtState
from schemas.describing import where
from schemas.meetings import CAUGHT
from schemas.paths import NoSuchPath, exists, parent, parse
from schemas.workshop import Caught

from .catching import meeting_number

if TYPE_CHECKING:
    from schemas.language import Words
    from schemas.plan import Plan
    from wizard.document.session import Session

HARD = "\u00a0"
"""A space at which no line is broken."""
SIGNS = {CaughtState.OPEN: "○", CaughtState.DONE: "●", CaughtState.DROPPED: "–"}


def find(plan: Plan, key: str | None) -> Caught | None:
    """Give what was caught by its id."""
    return next((caught for caught in plan.workshop.caught if caught.id == key), None)


def sign(caught: Caught) -> str:
    """Give the sign of its state, which stands there in words too."""
    return SIGNS[caught.state] if caught.kind not in (CaughtKind.DECISION, CaughtKind.NOTE) else "•"


def target(plan: Plan, about: str) -> str:
    """Give the place one can go to: the field, or what is left above it; nothing where it belonged to no field."""
    while about and not exists(plan, about):
        about = about.rpartition("[")[0] if about.endswith("]") else parent(about)
    return about


def details(session: Session, caught: Caught, words: Words) -> list[str]:
    """Say what is known of it: whose it is, by when, how it stands, and where it was said."""
    said = _task(session, caught, words) if caught.kind is CaughtKind.TASK else []
    if caught.kind not in (CaughtKind.DECISION, CaughtKind.NOTE) or caught.state is not CaughtState.OPEN:
        said.append(words.choice("CaughtState", caught.state))
    if caught.outcome.strip():
        said.append(" ".join(caught.outcome.split()))
    if caught.about:
        said.append(_at(session.plan, caught.about, words))
    if len(session.plan.workshop.sessions) > 1 and (name := meeting_number(session.plan, caught.session, words)):
        said.append(name.replace(" ", HARD))
    return said


def _task(session: Session, caught: Caught, words: Words) -> list[str]:
    """Say who has a task and by when, or that this is missing; half a date is shown as it was typed."""
    say = "catching.list"
    typed = session.value(f"{CAUGHT}[{caught.id}].due")
    who = words(f"{say}.who", who=" ".join(caught.who.split())) if caught.who.strip() else words(f"{say}.nobody")
    if caught.due is not None:
        return [who, words(f"{say}.due", day=words.date(caught.due))]
    return [who, words(f"{say}.no_date", text=typed) if typed else words(f"{say}.no_due")]


def _at(plan: Plan, about: str, words: Words) -> str:
    try:
        parse(about)
        return words("catching.list.at", where=where(about, plan, words)) if exists(plan, about) else _gone(words)
    except NoSuchPath:
        return _gone(words)


def _gone(words: Words) -> str:
    return words("catching.list.gone")
