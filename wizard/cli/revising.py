"""`revise`: a new revision of a plan that exists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from schemas.language import Words
from schemas.revision import notes
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
