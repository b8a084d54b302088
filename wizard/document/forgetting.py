"""Removing for good what should never have been written: a citizen's name, a CPR number."""

from __future__ import annotations

import contextlib
import json
import secrets
import sqlite3
import time
from dataclasses import dataclass, replace
from pathlib import Path

from schemas.paths import NoSuchPath, get
from schemas.plan import Plan

from . import remains, scrubbing
from .change import Change, applied
from .difference import difference
from .edits import Set, from_json, plain, touched
from .erasing import Unwanted
from .folding import fold
from .halves import halves
from .keeping import Due
from .opening import now
from .people import Held
from .renewing import EPOCH
from .scrubbing import Trace
from .session import ReadOnlyPlan, Session


class CannotForget(Exception):
    """A wish that cannot be met now; `key` is the sentence that says why, with `values`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Traces:
    """How many values hold what is unwanted: in the plan as it is, and in its past and what is kept beside it."""

    now: int
    past: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done. traces: where it was taken out. deleted: damaged or half-written files that are gone altogether.

    left: files of the plan's folder that are not the program's to change and hold it still.
    """

    traces: Traces
    deleted: tuple[Path, ...]
    left: tuple[Path, ...]


def traces(session: Session, unwanted: Unwanted) -> Traces:
    """Count the values that hold it, without changing anything. Raises `sqlite3.Error`."""
    if session.history.path is None:
        with session.history.writing() as db:
            found = scrubbing.traces(db, unwanted)
    else:
        with contextlib.closing(sqlite3.connect(session.history.path)) as db:
            found = scrubbing.traces(db, unwanted)
    return _counted(session.plan, found, unwanted)


def _counted(plan: Plan, found: list[Trace], unwanted: Unwanted) -> Traces:
    return Traces(
        len(difference(plan, _clean(plan, unwanted))),
        sum(one.table in ("changes", "conflicts", "drafts", "versions", "meta") for one in found),
    )


def _clean(plan: Plan, unwanted: Unwanted) -> Plan:
    return Plan.model_validate(unwanted.value(plain(plan), ""))


def forget(session: Session, unwanted: Unwanted) -> Forgotten:
    """Take it out of the plan, its file, its log, its drafts and all that is kept beside it, for good.

    Only that something was removed stays. Where it was typed with pauses, the steps on the way to it are folded, so
    that no half of it stays. Raises `CannotForget`, `ReadOnlyPlan`, `Held` where another is typing it, and
    `CannotWrite`; then what could be done is done, and the same can be wished again.
    """
    _may(session)
    try:
        with session.keeper.claimed():
            done, unwanted = _scrub(session, unwanted)
            session.catch_up()
            due = Due(session.plan, session.seq, now(), session.ledger.epoch)
            session.keeper.cleanse(due, unwanted.without)
            unwanted = _standing(session, unwanted)
    except (TimeoutError, sqlite3.Error):
        raise CannotForget("history.forget_busy") from None
    if not scrubbing.purge(session.history.rows):
        raise CannotForget("history.forget_busy")
    return Forgotten(done, *remains.clean(session, unwanted))


def _may(session: Session) -> None:
    """See that all that is typed is in the log, and that the plan may be changed in all its parts."""
    if session.read_only is not None:
        raise ReadOnlyPlan(session.read_only)
    if session.components is not None:
        raise ReadOnlyPlan("document.read_only_part")
    session.settle()
    session.catch_up()
    if session.keeper.foreign is not None:
        raise CannotForget("history.forget_elsewhere")
    if session.ledger.waiting or session.drafts.unkept:
        raise CannotForget("history.forget_busy")


def _scrub(session: Session, unwanted: Unwanted) -> tuple[Traces, Unwanted]:
    """Take it out of the history, so that nothing another process writes meanwhile comes between."""
    history = session.history
    history.rows("pragma secure_delete=on")
    with history.writing() as db:
        unwanted = _with_halves(db, _standing(session, unwanted), session.plan)
        unwanted = _with_places(db, unwanted, session.plan)
        found = scrubbing.traces(db, unwanted)
        done = _counted(session.plan, found, unwanted)
        _nobody_types(session, unwanted)
        if found:
            half = unwanted.also
            if half and fold(history, 0, history.head(), lambda step, _: (step.path, str(step.value)) in half):
                found = scrubbing.traces(db, unwanted)
            scrubbing.scrub(db, found)
            change = Change(history.head() + 1, now(), session.author, session.id, "forget", None, ())
            history.append(change)
            history.set_meta(EPOCH, secrets.token_hex(8))
    return done, unwanted


def _standing(session: Session, unwanted: Unwanted) -> Unwanted:
    """Keep what stands in the plan now, also where another has changed it since the wish was made."""
    if unwanted.keep is None:
        return unwanted
    plan = session.plan
    for change in session.history.changes(session.ledger.seq):
        plan = applied(plan, change.edits)
    return replace(unwanted, keep=plan)


def _nobody_types(session: Session, unwanted: Unwanted) -> None:
    """See that nobody else is typing it just now: it would come back with the next key."""
    held = session.history.rows(
        "select leases.path, leases.author, drafts.value from leases left join drafts using (session, path)"
        " where leases.session != ? and until > ?",
        session.id,
        time.time(),
    )
    touched = {edit.path for edit in difference(session.plan, _clean(session.plan, unwanted)) if isinstance(edit, Set)}
    for path, author, text in held:
        value = json.loads(text) if text else None
        # Half a word further on it would be no word of its own, and yet be there.
        typed = unwanted.draft(value, path) != value or (unwanted.path is None and unwanted.loosely.search(text or ""))
        if path in touched or typed:
            raise Held(path, author)


def _with_halves(db: sqlite3.Connection, unwanted: Unwanted, plan: Plan) -> Unwanted:
    """Mean also what stood in a field on the way to the text; half of it that stands there now may be meant so."""
    if unwanted.path is not None:
        return unwanted
    also: dict[tuple[str, str], str] = {}
    for path in _paths(db, unwanted):
        for state, cleaned in halves(_states(db, path), unwanted.pattern, unwanted.mark).items():
            if not _stands(plan, path, state) or unwanted.loosely.search(state):
                also[path, state] = cleaned
    return replace(unwanted, also=also)


def _with_places(db: sqlite3.Connection, unwanted: Unwanted, plan: Plan) -> Unwanted:
    """Name where it stands and stood, so that fingerprints of it go as well."""
    if unwanted.path is not None:
        return unwanted
    places = {touched(edit) for edit in difference(plan, _clean(plan, unwanted))}
    for trace in scrubbing.in_log(db, unwanted):
        (text,) = db.execute("select edits from changes where seq = ?", (trace.values[1],)).fetchone()
        places |= {touched(edit) for edit in map(from_json, json.loads(text)) if unwanted.edit(edit) != edit}
    return replace(unwanted, places=frozenset(places))


def _stands(plan: Plan, path: str, state: str) -> bool:
    try:
        return bool(get(plan, path) == state)
    except NoSuchPath:
        return False


def _paths(db: sqlite3.Connection, unwanted: Unwanted) -> set[str]:
    """Name the fields in whose past it stands."""
    seqs = [one.values[1] for one in scrubbing.in_log(db, unwanted)]
    texts = (db.execute("select edits from changes where seq = ?", (seq,)).fetchone()[0] for seq in seqs)
    return {edit.path for text in texts for edit in _sets(text)}


def _sets(text: str) -> list[Set]:
    edits = (from_json(edit) for edit in json.loads(text))
    return [edit for edit in edits if isinstance(edit, Set) and isinstance(edit.value, str)]


def _states(db: sqlite3.Connection, path: str) -> list[str]:
    """Read what stood in a field, in its order, and what was to stand there."""
    query = "select edits from {} where instr(edits, ?) order by {}"
    places = (("changes", "seq"), ("conflicts", "id"))
    rows = [row for place in places for row in db.execute(query.format(*place), (path,))]
    pairs = [(edit.before, edit.value) for (text,) in rows for edit in _sets(text) if edit.path == path]
    return [state for pair in pairs for state in pair if isinstance(state, str)]
