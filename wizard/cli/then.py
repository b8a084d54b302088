"""`history --at` and `history --restore`: the plan as it was, and making it so again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from schemas.language import Words
from schemas.plan import Plan, Saved
from wizard.document.authors import login
from wizard.document.history import History
from wizard.document.past import plan_at
from wizard.document.points import NoSuchPoint, seq_of
from wizard.document.restoring import restore, restoring
from wizard.document.session import Session
from wizard.files.dump import dump_plan
from wizard.files.mapping import format_of
from wizard.files.trouble import CannotWrite, FileTrouble

from .console import emit_bytes, say
from .exits import Exit, Stop, write_code
from .histories import reading
from .listing import when


def at(file: Path, word: str, said: Words) -> Exit:
    """Write the plan as it was at a time, a seq or a name to standard output, as a plan file."""
    with reading(file, said) as log:
        if log is None:
            raise Stop(Exit.FAILURE, said("commands.history.nothing", name=file))
        plan = _stamped(log, _point(log, word, said), said)
    emit_bytes(dump_plan(plan, format_of(file)))
    return Exit.OK


def _point(log: History, word: str, said: Words) -> int:
    try:
        return seq_of(log, word)
    except NoSuchPoint as wrong:
        times = {key: when(one, said) for key, one in wrong.values.items() if isinstance(one, datetime)}
        raise Stop(Exit.USAGE, said(wrong.key, **{**wrong.values, **times})) from None


def _stamped(log: History, seq: int, said: Words) -> Plan:
    """Give the plan as it was, with the stamp it had: so it finds its place again where it is opened or merged."""
    try:
        plan = plan_at(log, seq)
    except LookupError:
        raise Stop(Exit.FAILURE, said("history.not_so_far", seq=seq)) from None
    made = log.changes(seq - 1, seq)
    at = datetime.fromisoformat(made[0].at) if made else plan.saved.at
    return plan.model_copy(update={"saved": Saved(plan=plan.saved.plan, seq=seq, at=at)})


def bring_back(file: Path, word: str, said: Words) -> Exit:
    """Make the plan as it was at a time, a seq or a name: a change like any other, also while the wizard is open."""
    with reading(file, said) as log:
        if log is None:
            raise Stop(Exit.FAILURE, said("commands.history.nothing", name=file))
        seq = _point(log, word, said)
        stamp = _stamped(log, seq, said).saved.at
    session = _opened(file, said)
    try:
        if session.read_only is not None:
            raise Stop(Exit.LOCKED, said(session.read_only))
        same = not restoring(session.plan, plan_at(session.history, seq))
        change = restore(session, seq)
        session.save()
    except CannotWrite as trouble:
        raise Stop(write_code(trouble), trouble.sentence(said)) from None
    finally:
        session.close()
    if change is None and not same:
        raise Stop(Exit.FAILURE, said("commands.history.conflict"))
    day = when(stamp.astimezone(), said) if stamp else word
    if change is None:
        say(said("commands.history.same"))
    else:
        say(said("commands.history.restored", when=day, seq=change.seq))
    return Exit.OK


def _opened(file: Path, said: Words) -> Session:
    try:
        return Session.open(file, login())
    except FileTrouble as trouble:
        raise Stop(Exit.BROKEN, f"{file}: {trouble.sentence(said)}") from None


def one_wish(at: str, restore: str, said: Words, *, as_json: bool) -> None:
    """Stop where more is wished than one thing."""
    if sum((bool(at), bool(restore), as_json)) > 1:
        raise Stop(Exit.USAGE, said("commands.history.one_wish"))


def then(file: Path, at_: str, back: str, said: Words) -> Exit:
    """Give the plan as it was, or make it so again."""
    return at(file, at_, said) if at_ else bring_back(file, back, said)
