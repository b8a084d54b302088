"""`split`: files for groups that work on some parts of a plan, each for themselves."""

from __future__ import annotations

import shlex
from datetime import datetime
from pathlib import Path

from schemas.language import Words
from schemas.plan import Plan, Saved
from wizard.document.groups import group_plan
from wizard.document.opening import new_plan_id, now
from wizard.document.reach import REACHABLE
from wizard.files.dump import dump_plan
from wizard.files.mapping import format_of, read_bytes
from wizard.files.plan_names import PLAN_SUFFIXES
from wizard.files.trouble import CannotWrite
from wizard.files.whole import write_whole

from .console import emit, say
from .exits import Exit, Stop, write_code
from .parts import parts, title
from .standing import standing

APART = tuple(name for name in REACHABLE if name != "workshop")
"""What a group can work on. What it catches on the way comes home in any case."""
MOST = 30


def split(file: Path, components: str, number: str, output: Path | None, said: Words) -> Exit:
    """Write a file for each group; a file that exists is never replaced, the numbers go on after it."""
    wanted, count = parts(components, said, APART), _count(number, said)
    plan, seq, _ = standing(file, said)
    if plan.group is not None:
        raise Stop(Exit.USAGE, said("groups.is_group", name=file))
    try:
        plan = _known(file, plan)
        made = [_write(group_plan(plan, wanted, seq), path) for path in _free(file, output, count, said)]
    except CannotWrite as trouble:
        raise Stop(write_code(trouble), trouble.sentence(said)) from None
    for path in made:
        emit(str(path))
    names = said.join([title(part, said) for part in wanted])
    files = shlex.join(map(str, made))
    said_of = "groups.made" if count == 1 else "groups.made_several"
    say(said(said_of, parts=names, plan=shlex.quote(str(file)), files=files))
    return Exit.OK


def _count(number: str, said: Words) -> int:
    if not (number.isdecimal() and number.isascii() and len(number) < 4 and 1 <= int(number) <= MOST):
        raise Stop(Exit.USAGE, said("groups.number", name=number, most=MOST))
    return int(number)


def _known(file: Path, plan: Plan) -> Plan:
    """Give a plan that has an id; one that never was opened in the wizard has none, and its file gets it now."""
    if plan.saved.plan:
        return plan
    stamp = Saved(plan=new_plan_id(), seq=0, at=datetime.fromisoformat(now()))
    plan = plan.model_copy(update={"saved": stamp})
    write_whole(file, dump_plan(plan, format_of(file), read_bytes(file)))
    return plan


def _free(file: Path, output: Path | None, count: int, said: Words) -> list[Path]:
    """Name files for the groups that are not there yet."""
    folder = output if output is not None else file.parent
    suffix = next((end for end in PLAN_SUFFIXES if file.name.endswith(end)), ".plan.yaml")
    name = file.name.removesuffix(suffix)
    found: list[Path] = []
    number = 1
    while len(found) < count:
        path = folder / (said("groups.file", name=name, number=number) + suffix)
        found += [] if path.exists() else [path]
        number += 1
    return found


def _write(plan: Plan, path: Path) -> Path:
    write_whole(path, dump_plan(plan, format_of(path)))
    return path
