"""`revise`: a new revision of a plan that exists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from schemas.language import Words, words
from schemas.plan import Plan
from schemas.revision import notes, revised
from wizard.document.revising import begin
from wizard.files.dump import dump_plan
from wizard.files.trouble import CannotWrite

from .console import emit, emit_bytes, say
from .creating import plan_path
from .exits import Exit, Stop, write_code
from .inputs import one_plan


def revise(old: str, new: str, said: Words) -> Exit:
    """Write the plan a revision starts from; a file that exists is never replaced, and the old one is not touched."""
    plan = one_plan(old, said)
    path = None if new == "-" else _written(plan, old, new, said)
    if path is None:
        emit_bytes(dump_plan(revised(plan, date.today(), words(plan.front.language.value))))
    else:
        emit(str(path))
    for sentence in notes(plan, old, said):
        say(sentence)
    if path is not None:
        say(said("revision.done", name=path))
    return Exit.OK


def _written(plan: Plan, old: str, new: str, said: Words) -> Path:
    """Write the revision to a file of its own. Raises `Stop` where that cannot be done."""
    path = plan_path(new, plan.front.municipality, said)
    if path.exists():
        raise Stop(Exit.FAILURE, said("commands.new.exists", name=path))
    try:
        begin(plan, None if old == "-" else Path(old), path, date.today())
    except CannotWrite as trouble:
        raise Stop(write_code(trouble), trouble.sentence(said)) from None
    return path
