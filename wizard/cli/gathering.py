"""`merge`: groups' files come home to the plan they were split from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from schemas.compare import compare
from schemas.compared import Said, text_of
from schemas.compared import said as told
from schemas.language import Words
from schemas.plan import Plan
from wizard.document.authors import login
from wizard.document.edits import Edit
from wizard.document.gathering import Choice, Gathered, gathered
from wizard.document.homecoming import Home, Overtaken
from wizard.document.opening import now
from wizard.files.dump import dump_plan
from wizard.files.mapping import format_of, read_bytes
from wizard.files.trouble import CannotWrite
from wizard.files.whole import write_whole

from .console import emit, emit_wrapped, say
from .disagreeing import Voice, tell
from .exits import Exit, Stop, write_code
from .standing import standing


@dataclass(frozen=True, slots=True)
class Way:
    """How to merge: whether to write at all, and who is right where different things are said, if anybody."""

    report: bool
    choice: Choice | None

    @classmethod
    def of(cls, *, report: bool, ours: bool, theirs: bool, said: Words) -> Way:
        """Understand the options. Raises `Stop` where both sides are to be right."""
        if ours and theirs:
            raise Stop(Exit.USAGE, said("groups.one_side"))
        return cls(report, "ours" if ours else "theirs" if theirs else None)


def merge(file: Path, names: Sequence[Path], way: Way, said: Words) -> Exit:
    """Bring groups' work into a plan, or list where different things are said and write nothing."""
    plan, _, kept = standing(file, said)
    if plan.group is not None:
        raise Stop(Exit.USAGE, said("groups.into_group", name=file))
    groups = {name: _group(name, file, plan, said) for name in dict.fromkeys(names)}
    with _home(file, kept, way, said) as home:
        plan = home.plan if home else plan
        new = {name: group for name, group in groups.items() if not (home and home.knows(group))}
        earlier = home.earlier if home else ()
        result = gathered(plan, list(new.values()), earlier, way.choice or "ours")
        for name in names:
            _brings(name, plan, gathered(plan, [new[name]], earlier).plan if name in new else plan, way, said)
        _disagree(result, plan, new, way, said)
        if way.report:
            say(said("groups.report"))
        elif result.disagreements and way.choice is None:
            say(said("groups.stopped"))
        else:
            _take(file, result, list(groups.values()), home, said)
    return Exit.CLASH if result.disagreements and way.choice is None else Exit.OK


def _group(name: Path, file: Path, plan: Plan, said: Words) -> Plan:
    """Read a group's plan. Raises `Stop` where it is none, or another plan's."""
    if name.exists() and file.exists() and name.samefile(file):
        raise Stop(Exit.USAGE, said("groups.itself", name=name))
    group = standing(name, said)[0]
    if group.group is None:
        raise Stop(Exit.FAILURE, said("groups.no_group", name=name))
    if group.group.plan != plan.saved.plan:
        raise Stop(Exit.FAILURE, said("groups.other_plan", name=name, plan=file))
    return group


@contextmanager
def _home(file: Path, kept: bool, way: Way, said: Words) -> Iterator[Home | None]:
    """Open a plan that has a history; one that has none is a file alone. Raises `Stop`."""
    if not kept:
        yield None
        return
    home = Home(file, login(), read_only=way.report)
    try:
        if home.read_only is not None and not way.report:
            raise Stop(Exit.LOCKED, said(home.read_only))
        if home.asks:
            raise Stop(Exit.FAILURE, said("groups.asks", name=file))
        yield home
    finally:
        home.close()


def _brings(name: Path, plan: Plan, then: Plan, way: Way, said: Words) -> None:
    """Say how much a group brings, and what, where only that was asked for."""
    parts = _told(plan, then, said)
    count = sum(len(part.sentences) for part in parts)
    key = "brings_nothing" if count == 0 else "brings_one" if count == 1 else "brings"
    emit(said(f"groups.{key}", name=name, count=count))
    for part in parts if way.report else ():
        emit(f"  {part.title}")
        for runs in part.sentences:
            emit_wrapped(text_of(runs), "    ", "      ")


def _told(plan: Plan, then: Plan, said: Words) -> tuple[Said, ...]:
    return told(compare(plan, then), plan, then, said)


def _disagree(result: Gathered, plan: Plan, groups: dict[Path, Plan], way: Way, said: Words) -> None:
    """List where different things are said, and who is right there if that was chosen."""
    found = result.disagreements
    if not found:
        return
    emit("")
    emit(said("groups.disagreement" if len(found) == 1 else "groups.disagreements", count=len(found)))
    voices = [Voice(str(name), group) for name, group in groups.items()]
    for one in found:
        tell(one, Voice(said("groups.plan"), plan), voices, said)
    if way.choice is not None:
        several = way.choice == "theirs" and len(groups) > 1
        say(said(f"groups.{way.choice}{'_several' if several else ''}"))


def _take(file: Path, result: Gathered, groups: list[Plan], home: Home | None, said: Words) -> None:
    """Write what the groups bring, and say so."""
    try:
        if home is not None:
            home.take(result.edits, groups)
        elif result.edits:
            _write(file, result.plan)
    except Overtaken:
        raise Stop(Exit.FAILURE, said("groups.overtaken")) from None
    except CannotWrite as trouble:
        raise Stop(write_code(trouble), trouble.sentence(said)) from None
    _say_taken(file, result.edits, home is not None, said)


def _say_taken(file: Path, edits: tuple[Edit, ...], kept: bool, said: Words) -> None:
    if not edits:
        say(said("groups.nothing", name=file))
        return
    key = f"groups.merged{'' if kept else '_file'}{'_one' if len(edits) == 1 else ''}"
    say(said(key, name=file, count=len(edits)))


def _write(file: Path, plan: Plan) -> None:
    """Write a plan that has no history whole."""
    stamp = plan.saved.model_copy(update={"at": datetime.fromisoformat(now())})
    write_whole(file, dump_plan(plan.model_copy(update={"saved": stamp}), format_of(file), read_bytes(file)))
