"""`revise`: a new revision of a plan that exists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from schemas.choices import Status
from schemas.gathered import waiting
from schemas.language import Words
from schemas.plan import Plan
from wizard.document.revising import begin
from wizard.files.trouble import CannotWrite

from .console import emit, say
from .creating import plan_path
from .exits import Exit, Stop, write_code
from .inputs import one_plan


def revise(old: str, new: str, said: Words) -> Exit:
    """Write the plan a revision starts from; a file that exists is never replaced, and the old one is not touched."""
    plan = one_plan(old, said)
    path = plan_path(new, plan.front.municipality, said)
    if path.exists():
        raise Stop(Exit.FAILURE, said("commands.new.exists", name=path))
    try:
        begin(plan, None if old == "-" else Path(old), path, date.today())
    except CannotWrite as trouble:
        raise Stop(write_code(trouble), trouble.sentence(said)) from None
    emit(str(path))
    for sentence in notes(plan, old, said):
        say(sentence)
    say(said("revision.done", name=path))
    return Exit.OK


def notes(plan: Plan, name: str, said: Words) -> list[str]:
    """Say what one should know of the plan that is revised: that nobody adopted it, and what stays behind in it."""
    found = [] if plan.front.status is Status.ADOPTED else [said("revision.not_adopted", name=name)]
    if count := len(waiting(plan)):
        found.append(said("revision.left_open_one" if count == 1 else "revision.left_open", name=name, count=count))
    return found
