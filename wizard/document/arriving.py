"""What a plan file that we did not write last has to say to the plan as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from schemas.paths import is_empty
from schemas.plan import Plan
from wizard.files.mapping import parse_mapping
from wizard.files.plan_file import parse_plan

from .difference import difference
from .edits import Add, Edit, Set
from .history import History, fingerprint
from .merging import Clash, merged
from .replaying import plan_at
from .stamping import common

Kind = Literal["nothing", "merge", "older", "unknown", "stranger"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file from elsewhere, judged.

    kind: `nothing` new is in it; it can be taken in as a `merge`; it is an `older` one of ours; its beginnings are
    `unknown`; or it is another plan, a `stranger`. plan: what the file holds. at: when it was written, by its stamp.
    edits, clashes: what taking it in means. In an older or unknown one edits leads to just what the file holds.
    """

    kind: Kind
    plan: Plan
    at: datetime | None = None
    edits: tuple[Edit, ...] = ()
    clashes: tuple[Clash, ...] = ()

    @property
    def gentle(self) -> tuple[Edit, ...]:
        """Give the edits that only add, or answer what stands empty."""
        return tuple(edit for edit in self.edits if _gentle(edit))

    @property
    def rough(self) -> tuple[Edit, ...]:
        """Give the edits that remove something, or put it in the place of something else."""
        return tuple(edit for edit in self.edits if not _gentle(edit))


def _gentle(edit: Edit) -> bool:
    return isinstance(edit, Add) or (isinstance(edit, Set) and (is_empty(edit.before) or edit.before == []))


def read(data: bytes, name: str) -> Plan:
    """Read a file from elsewhere; raises `BrokenFile`.

    A record that was written into a file of ours by hand has no id; it gets one that no other file's record has.
    """
    saved = parse_mapping(data, name).get("saved")
    seed = fingerprint(data) if isinstance(saved, dict) and saved.get("plan") else ""
    return parse_plan(data, name, seed)


def standing(history: History, data: bytes) -> bool:
    """Tell whether some bytes are the latest of the plan file: written last, about to be, or taken in last."""
    hashed = fingerprint(data)
    if hashed in (history.meta("written"), history.meta("taken")):
        return True
    rows = history.rows("select hash from files where seq = (select max(seq) from files)")
    return any(hashed == found for (found,) in rows)


def judged(history: History, latest: Plan, data: bytes, theirs: Plan) -> Arrival:
    """Judge a file by what the history knows. latest: the plan as it is now. Raises `sqlite3.Error`."""
    saved = theirs.saved
    if standing(history, data):
        return Arrival("nothing", theirs, saved.at)
    if saved.plan and saved.plan != history.meta("plan"):
        return Arrival("stranger", theirs, saved.at)
    whole = difference(latest, theirs)
    if not whole:
        return Arrival("nothing", theirs, saved.at)
    if history.knows_file(fingerprint(data)):
        return Arrival("older", theirs, saved.at, whole)
    base = _base(history, theirs)
    if base is None:
        return Arrival("unknown", theirs, saved.at, whole)
    found = merged(base, latest, theirs)
    return Arrival("merge", theirs, saved.at, found.edits, found.clashes)


def _base(history: History, theirs: Plan) -> Plan | None:
    """Give the plan that a file began from."""
    if not theirs.saved.plan:
        # Until we have written the file there is but one truth, and that is the file.
        untouched = history.head() == 0 and not history.meta("stamped")
        return plan_at(history, 0) if untouched else None
    seq = common(history, theirs.saved)
    return plan_at(history, seq) if seq is not None else None
