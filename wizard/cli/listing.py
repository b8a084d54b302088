"""`history`: the changes of a plan, in words."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from schemas.language import Words
from schemas.plan import Plan
from wizard.document.change import Change
from wizard.document.describing import described
from wizard.document.edits import to_json
from wizard.document.history import History, NewerHistory, history_path

from .console import emit, emit_json, say
from .exits import Exit, Stop
from .inputs import Source, readable


def history(file: Path, said: Words, *, as_json: bool) -> Exit:
    """List who changed what and when, the oldest first."""
    plan = readable(Source(file), said)
    if isinstance(plan, Exit):
        return plan
    changes = _changes(file, said)
    if as_json:
        emit_json([_plain(change, plan, said) for change in changes])
        return Exit.OK
    if not changes:
        say(said("commands.history.nothing", name=file))
    for change in changes:
        _list(change, plan, said)
    return Exit.OK


def _changes(file: Path, said: Words) -> list[Change]:
    """Read the log; a plan that was mailed has none, and none is made here."""
    path = history_path(file)
    if not path.exists():
        return []
    try:
        log = History(path)
    except NewerHistory:
        raise Stop(Exit.BROKEN, said("commands.history.newer", name=path)) from None
    try:
        return log.changes()
    finally:
        log.close()


def _list(change: Change, plan: Plan, said: Words) -> None:
    cause = f" ({said(f'document.cause.{change.cause}')})" if change.cause != "user" else ""
    emit(f"{_moment(change, said)}  {change.author}{cause}")
    for line in described(change, plan, said):
        emit(f"    {line}")


def _moment(change: Change, said: Words) -> str:
    """Give the time on the clock of whoever reads."""
    at = datetime.fromisoformat(change.at).astimezone()
    return f"{said.date(at.date(), 'short')} {at:%H:%M}"


def _plain(change: Change, plan: Plan, said: Words) -> dict[str, object]:
    return {
        "seq": change.seq,
        "at": change.at,
        "author": change.author,
        "cause": change.cause,
        "undoes": change.undoes,
        "edits": [to_json(edit) for edit in change.edits],
        "sentences": list(described(change, plan, said)),
    }
