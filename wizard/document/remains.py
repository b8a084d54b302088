"""What lies beside a plan and its history, and may hold what should never have been written."""

from __future__ import annotations

import contextlib
import json
import re
import secrets
import sqlite3
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.plan import Plan
from wizard.files.dump import dump_plan
from wizard.files.mapping import format_of, read_bytes
from wizard.files.plan_file import parse_plan
from wizard.files.trouble import FileTrouble
from wizard.files.whole import write_whole

from . import scrubbing
from .edits import from_json, plain, to_json
from .erasing import Unwanted
from .history import history_path
from .housing import SUFFIXES, own_path
from .lodging import histories, plan_of
from .renewing import EPOCH
from .rescue import REST, Rescued, rescued

if TYPE_CHECKING:
    from .session import Session

LARGEST = 50_000_000
"""Bytes of a file that is looked through."""
STALE = 60.0
"""Seconds after which a file that was being written will never be finished."""


def clean(session: Session, unwanted: Unwanted) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Take it out of what the program keeps for a plan besides; gives what was deleted, and what still holds it.

    A damaged history that was set aside is deleted: nobody can tell what is in it. Raises `CannotWrite`.
    """
    folder = session.path.resolve().parent
    plan_id = session.plan.saved.plan
    deleted = (*_debris(folder), *_damaged(session.path))
    for one in rescued(session.path, plan_id):
        _clean_rescued(one, unwanted)
    left = [path for path in _others(session, plan_id) if not _scrubbed(path, unwanted)]
    left += [path for path in _readable(folder) if path != session.path.resolve() and _holds(path, unwanted)]
    return deleted, tuple(left)


def _debris(folder: Path) -> Iterator[Path]:
    """Delete files that were never written to their end."""
    for path in folder.glob(".planbygger-*.tmp"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > STALE:
                path.unlink()
                yield path


def _damaged(plan_file: Path) -> Iterator[Path]:
    """Delete damaged histories of a plan that were set aside."""
    for history in (history_path(plan_file), own_path(plan_file)):
        for path in sorted(history.parent.glob(f"{history.name}.damaged-*")):
            with contextlib.suppress(OSError):
                path.unlink()
                if not path.name.endswith(SUFFIXES[1:]):
                    yield path


def _others(session: Session, plan_id: str) -> Iterator[Path]:
    """Yield the plan's histories besides the one that is open."""
    for path in (own_path(session.path), *histories(session.path.resolve().parent)):
        if path.is_file() and path != session.history.path and plan_of(path) == plan_id:
            yield path


def _scrubbed(path: Path, unwanted: Unwanted) -> bool:
    """Take it out of a history that is not open here; False where that cannot be done."""
    try:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=scrubbing.PATIENCE)) as db:
            db.execute("pragma secure_delete=on")
            db.execute("begin immediate")
            found = scrubbing.traces(db, unwanted)
            scrubbing.scrub(db, found)
            if found:
                db.execute("insert or replace into meta values (?, ?)", (EPOCH, secrets.token_hex(8)))
            db.execute("commit")
            return scrubbing.purge(lambda query: db.execute(query).fetchall())
    except (sqlite3.Error, ValueError, LookupError):
        return False


def _clean_rescued(one: Rescued, unwanted: Unwanted) -> None:
    """Take it out of what an earlier session left with the user. Raises `CannotWrite`."""
    file = one.folder / REST
    data = json.loads(file.read_text(encoding="utf-8"))
    for row in data["changes"]:
        row[-1] = [to_json(unwanted.edit(from_json(edit))) for edit in row[-1]]
    data["drafts"] = [
        [session, path, unwanted.draft(value, path), *rest] for session, path, value, *rest in data["drafts"]
    ]
    write_whole(file, json.dumps(data, ensure_ascii=False).encode())
    if one.copy.exists():
        _clean_copy(one.copy, unwanted)


def _clean_copy(copy: Path, unwanted: Unwanted) -> None:
    try:
        plan = parse_plan(read_bytes(copy), copy)
    except FileTrouble:
        copy.unlink()
        return
    cleaned = Plan.model_validate(unwanted.value(plain(plan), ""))
    write_whole(copy, dump_plan(cleaned.model_copy(update={"saved": plan.saved}), format_of(copy)))


def _readable(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that are not SQLite's: those must never be opened as plain files."""
    with contextlib.suppress(OSError):
        for path in sorted(folder.iterdir()):
            if not path.name.startswith(".") and path.is_file() and path.stat().st_size <= LARGEST:
                yield path


def _holds(path: Path, unwanted: Unwanted) -> bool:
    """Tell whether a file holds it, as far as it can be read: a text of any kind, or a Word document."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as parts:
                pages = [one for one in parts.infolist() if one.filename.endswith(".xml") and one.file_size <= LARGEST]
                texts = [parts.read(page).decode(errors="replace") for page in pages]
            return any(unwanted.pattern.search(re.sub(r"<[^>]+>", "", text)) for text in texts)
        return bool(unwanted.pattern.search(path.read_bytes().decode(errors="replace")))
    except (OSError, ValueError, zipfile.BadZipFile, RuntimeError):
        return False
