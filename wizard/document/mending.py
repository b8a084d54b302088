"""Makes a sound history out of what was read of a damaged one. The plan file is what it is held against."""

from __future__ import annotations

import contextlib
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from schemas.paths import NoSuchPath
from schemas.plan import Plan

from .change import Change, applied
from .difference import difference
from .edits import Edit, WrongType, plain
from .history import History, fingerprint
from .housing import SUFFIXES
from .opening import new_plan_id, now
from .rebasing import tried
from .salvage import Found, read
from .stamping import part_ways

NOBODY = "?"
"""Who made the changes that were lost, as far as anybody can tell."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a damaged history.

    aside: what the damaged file is called now. kept: how many changes are in the log again.
    unfit: changes that stand behind a gap, and are to be tried upon the plan.
    """

    aside: str
    kept: int
    unfit: tuple[Change, ...] = ()


def mend(path: Path, plan: Plan, data: bytes) -> Mended:
    """Set a damaged history aside and put in its place what could be read of it. Raises `OSError` and `sqlite3.Error`.

    plan, data: the plan file as it was read.
    """
    aside = _set_aside(path)
    found = read(aside)
    log = _Log(found, plan, data)
    _write(path, log)
    return Mended(aside.name, log.count, log.unfit)


def begin_anew(path: Path) -> Mended:
    """Set a history aside of which nothing can be used. Raises `OSError`."""
    return Mended(_set_aside(path).name, 0)


def _set_aside(path: Path) -> Path:
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S}"
    aside = path.with_name(f"{path.name}.damaged-{stamp}")
    while aside.exists():
        aside = path.with_name(f"{path.name}.damaged-{stamp}-{secrets.token_hex(2)}")
    for suffix in SUFFIXES:
        with contextlib.suppress(FileNotFoundError):
            os.rename(path.with_name(path.name + suffix), aside.with_name(aside.name + suffix))
    return aside


class _Log:
    """The part of a log that leads from plan to plan without a gap.

    kept: its changes. anchors: whole plans by seq; the file's own is one of them.
    """

    def __init__(self, found: Found, plan: Plan, data: bytes) -> None:
        self.found = found
        self.hash = fingerprint(data)
        known = found.files.get(self.hash)
        self.seq = known[1] if known else plan.saved.seq
        mine = known is not None or found.meta.get("plan") in (None, plan.saved.plan)
        if not mine:
            self.found = found = Found()
        self.plan = plan
        self.anchors: dict[int, Plan] = {**found.snapshots, self.seq: plan}
        self.kept: dict[int, Change] = {}
        for seq in sorted(self.anchors):
            self._forward(seq)
        for seq in sorted(self.anchors, reverse=True):
            self._backward(seq)
        self.count = len(self.kept)
        for seq in sorted(self.anchors):
            self._bridge(seq)
        head = max((*self.kept, self.seq))
        self.unfit = tuple(change for seq, change in sorted(found.changes.items()) if seq > head)

    def _forward(self, seq: int) -> None:
        """Keep the changes that follow a plan; after the latest plan each must find what it expects."""
        plan: Plan | None = self.anchors[seq]
        last = seq == max(self.anchors)
        while (change := self.found.changes.get(seq + 1)) is not None:
            if last:
                assert plan is not None
                if (plan := tried(plan, change.edits)) is None:
                    return
            seq += 1
            self.kept[seq] = change
            if seq in self.anchors:
                return

    def _backward(self, seq: int) -> None:
        """Keep the changes that lead to a plan, and the plan they began from."""
        plan = start = self.anchors[seq]
        while seq not in self.kept and (change := self.found.changes.get(seq)) is not None:
            try:
                plan = applied(plan, change.back())
            except (NoSuchPath, WrongType):
                break
            self.kept[seq] = change
            seq -= 1
        if plan is not start and seq not in self.anchors:
            self.anchors[seq] = plan

    def _bridge(self, seq: int) -> None:
        """Let one change lead over a gap, so that the log still leads from plan to plan."""
        earlier = [anchor for anchor in self.anchors if anchor < seq]
        if seq in self.kept or (not earlier and seq != self.seq) or not seq:
            return
        edits: tuple[Edit, ...] = ()
        if earlier:
            plan = self.anchors[start := max(earlier)]
            with contextlib.suppress(NoSuchPath, WrongType):
                for one in range(start + 1, seq):
                    plan = applied(plan, self.kept[one].edits) if one in self.kept else plan
            edits = difference(plan, self.anchors[seq])
        self.kept[seq] = Change(seq, now(), NOBODY, "", "restore", None, edits)

    def meta(self) -> dict[str, str]:
        """Give the history's own facts, with the id of the plan it belongs to."""
        name = self.plan.saved.plan or self.found.meta.get("plan") or new_plan_id()
        return {**self.found.meta, "plan": name, "written": self.hash}


def _write(path: Path, log: _Log) -> None:
    """Write the mended history whole, then give it its name: nobody ever opens a part of it."""
    making = path.with_name(f"{path.name}.mending-{secrets.token_hex(4)}")
    os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with contextlib.closing(History(making)) as history:
            _fill(history, log)
        if not path.exists():  # another process may have mended it meanwhile
            os.rename(making, path)
    finally:
        for suffix in SUFFIXES:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(making.with_name(making.name + suffix))


def _fill(history: History, log: _Log) -> None:
    found = log.found
    tables: dict[str, list[tuple[Any, ...]]] = {
        "meta": list(log.meta().items()),
        "files": [*found.files.values(), (log.hash, log.seq, now())],
        "drafts": found.drafts,
        "conflicts": found.conflicts,
        "versions": found.versions,
    }
    with history.writing() as database:
        for table, rows in tables.items():
            for row in rows:
                marks = ", ".join("?" * len(row))
                database.execute(f"insert or replace into {table} values ({marks})", row)
        for _, change in sorted(log.kept.items()):
            history.append(change)
        for seq, plan in log.anchors.items():
            history.put_snapshot(seq, plain(plan))
        # A process that still has the damaged file open writes other changes under the same numbers.
        part_ways(history)
