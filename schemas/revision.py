"""A new revision of a plan: all that was written, on its way to the council anew."""

from __future__ import annotations

from datetime import date

from .choices import Status
from .front import Front, Version
from .gathered import waiting
from .ids import with_ids
from .language import Words
from .plan import Plan, Saved
from .workshop import Workshop

DECIDED = ("adopted_on", "published_at", "valid_from", "valid_to", "next_revision")
"""What is decided anew with every adoption. What was decided last stands in the earlier plan's file."""


def revised(plan: Plan, today: date, words: Words) -> Plan:
    """Give the plan that a revision starts from: the same answers and record ids, as another plan under revision.

    What the council decided and the record of the old workshop are taken out; the version log gets a row.
    today: the day the revision begins. words: those of the plan's own language.
    """
    row = Version(day=today, what=begun(plan.front, words))
    undecided: dict[str, object] = {name: Front.model_fields[name].default for name in DECIDED}
    front = plan.front.model_copy(
        update={**undecided, "status": Status.UNDER_REVISION, "versions": (*plan.front.versions, row)}
    )
    gone = ("workshop.", *(f"front.{name}" for name in DECIDED))
    beside = {
        name: {path: one for path, one in getattr(plan, name).items() if not path.startswith(gone)}
        for name in ("reasons", "acknowledged")
    }
    changed = {"front": front, "workshop": Workshop(), **beside}
    return with_ids(plan.model_copy(update={"saved": Saved(), "group": None, **changed}))


def begun(front: Front, words: Words) -> str:
    """Say for the version log which plan is being revised: who adopted it and when, as far as it says."""
    key, body = "begun", front.adopting_body.strip()
    if front.status is Status.ADOPTED and front.adopted_on:
        key = "begun_by_on" if body else "begun_on"
    return words(f"revision.{key}", body=body, day=words.date(front.adopted_on) if front.adopted_on else "")


def notes(plan: Plan, name: str, words: Words) -> tuple[str, ...]:
    """Say what to know of a plan that is revised: that nobody adopted it, and what stays behind in it.

    name: of the plan's file.
    """
    found = [] if plan.front.status is Status.ADOPTED else [words("revision.not_adopted", name=name)]
    if count := len(waiting(plan)):
        found.append(words("revision.left_open_one" if count == 1 else "revision.left_open", name=name, count=count))
    return tuple(found)
