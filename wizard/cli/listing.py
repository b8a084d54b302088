"""`history`: the changes of a plan, in words, the latest first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from schemas.language import Words
from schemas.paths import NoSuchPath
from wizard.document.change import Change
from wizard.document.describing import described
from wizard.document.edits import to_json
from wizard.document.past import Moment, Past, clock

from .console import emit, emit_spelled, say
from .exits import Exit
from .histories import reading


def history(file: Path, said: Words, *, as_json: bool) -> Exit:
    """List who changed what and when; nothing is written, and the wizard may be open meanwhile."""
    with reading(file, said) as log:
        past = Past(log) if log is not None else None
        if as_json:
            _emit_changes(past, said)
        elif past is None or not _list(past, said):
            say(said("commands.history.nothing", name=file))
    return Exit.OK


def _moments(past: Past) -> Iterator[Moment]:
    while page := past.page():
        yield from page


def _list(past: Past, said: Words) -> bool:
    """Write the moments; tell whether there were any."""
    moment = None
    for moment in _moments(past):
        last = moment.last
        number = f"{moment.first + 1}–{last.seq}" if len(moment.changes) > 1 else str(last.seq)
        cause = f" ({said(f'document.cause.{last.cause}')})" if last.cause != "user" else ""
        names = "".join(f"  ★ {name}" for name in moment.names)
        emit(f"{when(clock(last.at), said)}  {number}  {last.author}{cause}{names}")
        for line in _sentences(replace(last, edits=moment.edits), moment, said):
            emit(f"    {line}")
    return moment is not None


def when(at: datetime, said: Words) -> str:
    """Write a time on the clock of whoever reads, in a form that `--at` understands."""
    return f"{said.date(at.date(), 'short')} {at:%H:%M}"


def _sentences(change: Change, moment: Moment, said: Words) -> tuple[str, ...]:
    """Say what a change did; records are named as they were called then, those it took as before it."""
    try:
        return described(change, moment.after, said)
    except (NoSuchPath, ValueError):
        return (said("history.unknown"),)


def _emit_changes(past: Past | None, said: Words) -> None:
    """Write every change for a program, one at a time: the log may be large."""
    waiting = "["
    for moment in _moments(past) if past is not None else ():
        for change in reversed(moment.changes):
            names = list(moment.names) if change is moment.last else []
            data = {**_plain(change), "names": names, "sentences": list(_sentences(change, moment, said))}
            emit_spelled(waiting if waiting == "[" else f"{waiting},")
            waiting = "  " + json.dumps(data, ensure_ascii=False, indent=2).replace("\n", "\n  ")
    emit_spelled(waiting)
    emit("]")


def _plain(change: Change) -> dict[str, object]:
    return {
        "seq": change.seq,
        "at": change.at,
        "author": change.author,
        "cause": change.cause,
        "undoes": change.undoes,
        "edits": [to_json(edit) for edit in change.edits],
    }
