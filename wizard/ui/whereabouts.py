"""Where one was in a plan, kept beside it, so that a plan that is opened again opens there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .steps import STEPS, step_of

if TYPE_CHECKING:
    from wizard.document.session import Session

KEPT = "place"
"""The name under which the place is kept beside the plan."""


def keep(session: Session, place: str, deep: frozenset[str]) -> None:
    """Keep the place one has come to and the steps that are asked in full; nothing is written where both are kept."""
    said = json.dumps({"place": place, "deep": sorted(deep)})
    if said != session.recall(KEPT):
        session.remember(KEPT, said)


def kept(session: Session) -> tuple[str, frozenset[str]]:
    """Give the place one had come to and the steps that were asked in full; else the first step, and none."""
    try:
        found = json.loads(session.recall(KEPT) or "")
        place, deep = str(found["place"]), frozenset(map(str, found["deep"]))
    except (ValueError, TypeError, KeyError):
        return STEPS[0], frozenset()
    return (place if step_of(place) in STEPS else STEPS[0]), deep & {*STEPS}
