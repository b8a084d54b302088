"""Where each author was in a plan, kept beside it, so that a plan that is opened again opens there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .steps import STEPS, step_of

if TYPE_CHECKING:
    from wizard.document.session import Session

KEPT = "place"
"""What the names begin with under which places are kept beside the plan; alone it is anybody's."""


def _own(session: Session) -> str:
    return f"{KEPT} {session.author}"


def keep(session: Session, place: str, deep: frozenset[str]) -> None:
    """Keep the place one has come to and the steps that are asked in full; nothing is written where both are kept."""
    said = json.dumps({"place": place, "deep": sorted(deep)})
    if said != session.recall(_own(session)):
        session.remember(_own(session), said)


def kept(session: Session) -> tuple[str, frozenset[str]]:
    """Give the place one had come to and the steps that were asked in full; else the first step, and none."""
    try:
        found = json.loads(session.recall(_own(session)) or session.recall(KEPT) or "")
        place, deep = str(found["place"]), frozenset(map(str, found["deep"]))
    except (ValueError, TypeError, KeyError):
        return STEPS[0], frozenset()
    return (place if step_of(place) in STEPS else STEPS[0]), deep & {*STEPS}
