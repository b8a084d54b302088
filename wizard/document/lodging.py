"""Which history belongs to a plan file, also after either was renamed, copied or replaced."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wizard.files.mapping import parse_mapping, read_bytes
from wizard.files.trouble import FileTrouble

from .history import fingerprint, history_path

HISTORY = ".plan.history"
_ENDINGS = (".plan.yaml", ".plan.yml", ".plan.json", ".yaml", ".yml", ".json", ".plan")
_SIDES = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Lodging:
    """Where the history of a plan file is to be opened.

    copied: whether another file of the folder is the same plan and has its history; then this one begins its own.
    """

    path: Path
    copied: bool = False


def lodge(plan_file: Path, plan_id: str, data: bytes) -> Lodging:
    """Find the history of a plan file that was read as `data`; a stranger's in its place is set aside.

    plan_id: empty where the file has no stamp; then the history beside it is taken for its own.
    """
    plan_file = Path(os.path.realpath(plan_file))
    beside = history_path(plan_file)
    if beside.exists():
        known = plan_of(beside)
        if not known or plan_id in ("", known) or knows(beside, data):
            return Lodging(beside)
        aside = beside.with_name(f"{beside.name}.{known}")
        if aside.exists() or not carried(beside, aside):
            return Lodging(beside.with_name(f"{beside.name}.{plan_id}"))
    return _found(plan_file, plan_id) if plan_id else Lodging(beside)


def _found(plan_file: Path, plan_id: str) -> Lodging:
    """Look through the folder for the history of a plan whose file has another name now."""
    beside = history_path(plan_file)
    copied = False
    for other in histories(plan_file.parent):
        if other == beside or plan_of(other) != plan_id:
            continue
        if any(_belongs(other, plan_id, owner) for owner in owners(other) if owner != plan_file):
            copied = True
        else:
            return Lodging(beside if carried(other, beside) else other)
    return Lodging(beside, copied)


def histories(folder: Path) -> Iterator[Path]:
    """Yield the histories of a folder, also those that were set aside under the id of their plan."""
    with contextlib.suppress(OSError):
        for path in sorted(folder.iterdir()):
            name, found, end = path.name.partition(HISTORY)
            if found and name.startswith(".") and "-" not in end and path.is_file():
                yield path


def owners(history: Path) -> list[Path]:
    """List the plan files that stand where a history belongs beside."""
    name, _, _ = history.name.partition(HISTORY)
    files = (history.with_name(name.removeprefix(".") + ending) for ending in _ENDINGS)
    return [file for file in files if file.is_file()]


def _belongs(history: Path, plan_id: str, owner: Path) -> bool:
    """Tell whether the file that stands beside a history is its plan, and not another that took the name."""
    try:
        data = read_bytes(owner)
        saved = parse_mapping(data, owner).get("saved")
    except FileTrouble:
        return True
    stamp = saved.get("plan") if isinstance(saved, dict) else None
    return not stamp or stamp == plan_id or knows(history, data)


def plan_of(history: Path) -> str | None:
    """Tell which plan a history belongs to; None where it does not say or cannot be read."""
    rows = _asked(history, "select value from meta where key = 'plan'")
    return str(rows[0][0]) if rows else None


def knows(history: Path, data: bytes) -> bool:
    """Tell whether a history has seen a version of its plan file."""
    return bool(_asked(history, "select 1 from files where hash = ?", fingerprint(data)))


def _asked(history: Path, query: str, *values: str) -> list[tuple[object, ...]]:
    with (
        contextlib.suppress(sqlite3.Error),
        contextlib.closing(sqlite3.connect(_address(history), uri=True, timeout=0.25)) as database,
    ):
        return database.execute(query, values).fetchall()
    return []


def _address(history: Path) -> str:
    """Give the address of a file that is there, so that looking makes none."""
    return f"{history.absolute().as_uri()}?mode=rw"


def carried(history: Path, new: Path) -> bool:
    """Give a history another name; False where somebody has it open, or it cannot be done."""
    try:
        with contextlib.closing(sqlite3.connect(_address(history), uri=True, timeout=0, isolation_level=None)) as own:
            # Leaving WAL needs the file for oneself alone, and brings into it what stands beside it.
            if own.execute("pragma journal_mode=delete").fetchone()[0] != "delete":
                return False
        if new.exists() or any(history.with_name(history.name + side).exists() for side in _SIDES):
            return False
        history.rename(new)
    except (sqlite3.Error, OSError):
        return False
    return True
