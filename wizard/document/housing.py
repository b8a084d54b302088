"""Where the history of a plan lives: beside it, or with the user alone where the plan's folder cannot carry it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
import stat
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_state_path

from .history import History, history_path
from .mounts import on_network
from .stamping import part_ways

PATIENCE = 5.0
"""Seconds that opening waits for another process to let go of the history."""
HANDING_OVER = 1.0
"""Seconds in which another user's process may not yet have shared the files it just made."""
NOWHERE = "nowhere"
PARTED = "parted"
"""The line of the user's own history that says from which seq on it goes its own way."""
SUFFIXES = ("", "-wal", "-shm")

_REASONS = {
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_FULL": "full",
    "SQLITE_CANTOPEN": "closed",
    "SQLITE_READONLY": "closed",
    "SQLITE_PERM": "closed",
    "SQLITE_AUTH": "closed",
    "SQLITE_IOERR_SHORT_READ": "damaged",
    "SQLITE_IOERR_CORRUPTFS": "damaged",
    "SQLITE_IOERR": "failing",
    "SQLITE_PROTOCOL": "failing",
    "SQLITE_NOLFS": "failing",
}
"""What an error of SQLite means for a history, by the beginning of its name. Any other means that what was read makes
no sense: the file is damaged."""


class Unfit(Exception):
    """A place where the history cannot be kept; `why` is the end of a key such as `document.housed_network`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Damaged(Exception):
    """A history that cannot be read as it should; `path` is its file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class Housed:
    """An open history and where it lives.

    why: None where it lies beside the plan; else the key of the sentence that says where it is and for what reason.
    left: a history with the user alone that holds changes the one beside the plan may lack; None where there is none.
    """

    history: History
    why: str | None = None
    left: Path | None = None

    @property
    def shared(self) -> bool:
        """Tell whether others can see this history too."""
        return self.why is None


def house(
    plan_file: Path, beside: Path | None = None, patience: float = PATIENCE, unfit_for: str | None = None
) -> Housed:
    """Open the history of a plan where it can live: beside the plan, with the user, or for this run in memory alone.

    beside: its file in the plan's folder, where that has another name than the plan gives it. patience: seconds to
    wait for another process. unfit_for: why the plan's folder will not do, where that is known already.
    Raises `NewerHistory` and `Damaged`.
    """
    beside, own = beside or history_path(plan_file), own_path(plan_file)
    if unfit_for == NOWHERE:
        return Housed(History(None), f"document.housed_{NOWHERE}")
    try:
        if unfit_for is not None:
            raise Unfit(unfit_for)
        history = _settled_in(beside, plan_file, patience)
    except Unfit as unfit:
        return _with_the_user(own, beside, f"document.housed_{unfit.why}", patience)
    return Housed(history, left=own if own.exists() else None)


def _with_the_user(own: Path, beside: Path, why: str, patience: float) -> Housed:
    try:
        private(own.parent)
        if not own.exists():
            _copy(beside, own)
        return Housed(_opened(own, patience), why)
    except (OSError, Unfit, RuntimeError):
        return Housed(History(None), f"document.housed_{NOWHERE}")


def private(folder: Path) -> None:
    """Make a folder that is for this user alone. Raises `OSError`."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)


def own_path(plan_file: Path) -> Path:
    """Name the history of a plan in the user's state folder: by the plan's path, for that user alone."""
    place = hashlib.sha256(os.fsencode(os.path.realpath(plan_file))).hexdigest()[:16]
    return user_state_path("planbygger") / "histories" / place / "plan.history"


def reason(error: BaseException) -> str:
    """Say in one word why a history cannot be used: locked, full, closed, failing or damaged."""
    name = str(getattr(error, "sqlite_errorname", ""))
    return next((why for beginning, why in _REASONS.items() if name.startswith(beginning)), "damaged")


def _settled_in(path: Path, plan_file: Path, patience: float) -> History:
    """Open the history beside a plan, with the plan's rights. Raises `Unfit`."""
    if on_network(path.parent):
        raise Unfit("network")
    end = time.monotonic() + HANDING_OVER
    while True:
        share(plan_file, path)
        try:
            _begin(path, stat.S_IMODE(os.stat(plan_file).st_mode) & 0o666)
            history = _opened(path, patience)
        except Unfit as unfit:
            if unfit.why != "closed" or not os.access(path.parent, os.W_OK) or time.monotonic() > end:
                raise
            time.sleep(0.05)
            continue
        except OSError as error:
            raise Unfit("full" if _is_full(path.parent) else "closed") from error
        share(plan_file, path)
        return history


def _begin(path: Path, mode: int) -> None:
    """Make the file of a new history, so that nobody ever sees more of it than of the plan."""
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode & 0o600 | 0o600))


def _opened(path: Path, patience: float) -> History:
    """Open a history where WAL and locks work. Raises `Unfit`, `NewerHistory` and `Damaged`."""
    try:
        if not path.exists():
            _begin(path, 0o600)
        if not os.access(path, os.R_OK | os.W_OK):
            raise Unfit("closed")
        with _tried(path, patience):
            return History(path)
    except (sqlite3.Error, ValueError) as error:
        why = reason(error)
        if why == "damaged":
            raise Damaged(path) from error
        raise Unfit("full" if why != "locked" and _is_full(path.parent) else why) from error


@contextlib.contextmanager
def _tried(path: Path, patience: float) -> Iterator[None]:
    """See that the place takes WAL and locks and that the file is sound, before anything is kept there."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=patience)) as database:
        if database.execute("pragma journal_mode=wal").fetchone()[0] != "wal":
            raise Unfit("failing")
        database.execute("begin immediate")
        database.execute("rollback")
        if database.execute("pragma quick_check(1)").fetchone()[0] != "ok":
            raise Damaged(path)
        yield


def _is_full(folder: Path) -> bool:
    """Tell whether a disk has no room for even the smallest history."""
    try:
        return shutil.disk_usage(folder).free < 1 << 17
    except OSError:
        return False


def _copy(beside: Path, own: Path) -> None:
    """Begin the user's own history with the past that lies beside the plan, where it can be read at rest."""
    wal = beside.with_name(f"{beside.name}-wal")
    with contextlib.suppress(sqlite3.Error, OSError):
        if not beside.is_file() or (wal.exists() and wal.stat().st_size):
            return
        _begin(own, 0o600)
        with (
            contextlib.closing(sqlite3.connect(f"{beside.resolve().as_uri()}?immutable=1", uri=True)) as source,
            contextlib.closing(sqlite3.connect(own)) as target,
        ):
            source.backup(target)
        with contextlib.closing(History(own)) as history:
            history.set_meta(PARTED, str(history.head()))
            part_ways(history)


def share(plan_file: Path, beside: Path) -> None:
    """Give the history beside a plan, and what SQLite keeps next to it, the plan's group and no more than its rights.

    Only the files of this user can be shared; those of another user are shared by that user's program.
    """
    if sys.platform == "win32":  # there files take the rights of their folder
        return
    with contextlib.suppress(OSError):
        plan = os.stat(plan_file)
        for suffix in SUFFIXES:
            with contextlib.suppress(OSError):
                _lend(beside.with_name(beside.name + suffix), plan)


def _lend(path: Path, plan: os.stat_result) -> None:
    """Share one file. A group that may not be set gets no more than everybody has."""
    if sys.platform == "win32":
        return
    own = os.lstat(path)
    root = os.geteuid() == 0
    if not stat.S_ISREG(own.st_mode) or not (root or os.geteuid() == own.st_uid):
        return
    mode = stat.S_IMODE(plan.st_mode) & 0o666 | 0o600
    if own.st_gid != plan.st_gid or (root and own.st_uid != plan.st_uid):
        os.chmod(path, mode & stat.S_IMODE(own.st_mode))
        with contextlib.suppress(OSError):
            os.chown(path, plan.st_uid if root else -1, plan.st_gid)
        own = os.lstat(path)
    if own.st_gid != plan.st_gid:
        mode &= ~0o060 | (mode & 0o006) << 3
    if stat.S_IMODE(own.st_mode) != mode:
        os.chmod(path, mode)
