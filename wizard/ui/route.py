"""The way the room goes through a plan: in the leaflet's order, or by need where the room accepted that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.outline import COMPONENTS

from .printable import printable
from .steps import STEPS, above_of, step_of, within

if TYPE_CHECKING:
    from schemas.language import Words
    from schemas.plan import Plan
    from wizard.document.reach import Components
    from wizard.document.session import Session

FIRST, LAST = STEPS.index(COMPONENTS[0]), STEPS.index(COMPONENTS[-1])

LONGEST = 90
"""Characters of the line that says where a yes stands."""


def route(plan: Plan) -> tuple[str, ...]:
    """List the steps in the order they are gone through; the seven keep their numbers and can always be reached."""
    if plan.workshop.order != "need":
        return STEPS
    from schemas.standings import by_need

    return (*STEPS[:FIRST], *by_need(plan.workshop.before), *STEPS[LAST + 1 :])


def steps_of(session: Session) -> tuple[str, ...]:
    """List the steps that a session goes through: all of the route, or those of its parts."""
    return tuple(step for step in route(session.plan) if within(step, parts_of(session)))


def parts_of(session: Session) -> Components:
    """Give the parts that are gone through: those a session is limited to, else those that a group's file is for."""
    group = session.plan.group
    return session.components if group is None or session.components is not None else frozenset(group.parts)


def leads(session: Session, path: str) -> bool:
    """Tell whether one can go to a step or a path here; a group goes to what it has caught too."""
    caught = session.components is None and above_of(path) is not None
    return caught or within(step_of(path), parts_of(session))


def confirmation(plan: Plan, step: str, words: Words) -> str:
    """Say where a component stands that the room only confirms; nothing for the others."""
    from schemas.choices import Answer
    from schemas.standings import held

    if plan.workshop.order != "need" or step not in COMPONENTS:
        return ""
    standing = getattr(plan.workshop.before, step)
    if held(standing) != Answer.YES:
        return ""
    note = " ".join(printable(standing.note).split()).rstrip(".")
    short = note if len(note) <= LONGEST else note[: LONGEST - 1].rstrip() + "…"
    return words("readiness.confirm", where=short)
