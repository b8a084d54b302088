"""The stamp in a plan file, by which it finds its history again, also after a journey to other machines."""

from __future__ import annotations

import json
import secrets
import sqlite3
from datetime import UTC, datetime

from schemas.ids import ALPHABET
from schemas.plan import Saved

from .history import History

_FORMER = "former"


def new_plan_id() -> str:
    """Make the id that a plan keeps through every copy of its file."""
    return "".join(secrets.choice(ALPHABET) for _ in range(16))


def now() -> str:
    """Give the time as the log keeps it: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def begin(history: History, plan_id: str, file: Saved) -> None:
    """Give a new history its own id and note what the file it begins with came from."""
    history.set_meta("id", "".join(secrets.choice(ALPHABET) for _ in range(8)))
    note_origin(history, file)
    history.set_meta("plan", plan_id)  # last: a history that a kill left half begun is begun anew


def note_origin(history: History, file: Saved) -> None:
    """Note that a file which another history wrote has been taken in, with all that one had taken in."""
    origins = _origins(history)
    for line in (*file.origins, f"{file.history}:{file.seq}"):
        name, _, seq = line.partition(":")
        if name and name != history.meta("id") and seq.isdecimal():
            origins[name] = max(int(seq), origins.get(name, 0))
    history.set_meta("origins", json.dumps(origins))


def part_ways(history: History) -> None:
    """Give a copy of a history its own id: from here on the two have different changes under the same numbers."""
    name, head = history.meta("id") or "", history.head()
    history.set_meta("id", "".join(secrets.choice(ALPHABET) for _ in range(8)))
    note_origin(history, Saved(history=name, seq=head))
    history.set_meta(_FORMER, json.dumps({**_former(history), name: head}))


def _former(history: History) -> dict[str, int]:
    """Give the ids that a history had, each with the change up to which it was that one."""
    found: dict[str, int] = json.loads(history.meta(_FORMER) or "{}")
    return found


def _origins(history: History) -> dict[str, int]:
    found: dict[str, int] = json.loads(history.meta("origins") or "{}")
    return found


def stamped(history: History, before: Saved, seq: int, at: str) -> Saved:
    """Make the stamp of a file that is written now.

    before: the stamp of the plan; it goes on where the history cannot be read.
    """
    saved = before.model_copy(update={"seq": seq, "at": datetime.fromisoformat(at)})
    try:
        origins = tuple(f"{name}:{number}" for name, number in sorted(_origins(history).items()))
        return saved.model_copy(update={"history": history.meta("id") or "", "origins": origins})
    except sqlite3.Error:
        return saved


def standing_at(history: History, saved: Saved, seq: int) -> Saved:
    """Give a stamp that says at which change of which history a plan stands; the time it bears is left alone."""
    try:
        return saved.model_copy(update={"seq": seq, "history": history.meta("id") or ""})
    except sqlite3.Error:
        return saved


def common(history: History, file: Saved) -> int | None:
    """Give the latest change that a file and a history have in common; None where that is not known."""
    if not file.history:
        return _by_time(history, file)
    own = history.meta("id")
    seqs = {file.history: file.seq}
    for line in file.origins:
        name, _, seq = line.partition(":")
        if seq.isdecimal():
            seqs.setdefault(name, int(seq))
    found = seqs.get(own or "")
    if found is None:
        found = max(
            (seqs[name] for name, last in _former(history).items() if seqs.get(name, last + 1) <= last), default=None
        )
    return found if found is not None and found <= history.head() else None


def _by_time(history: History, file: Saved) -> int | None:
    """Know a file that names no history by the time it says it was written at."""
    if file.at is None:
        return None
    rows = history.rows("select at from files where seq = ?", file.seq)
    return file.seq if any(datetime.fromisoformat(at) == file.at for (at,) in rows if at) else None
