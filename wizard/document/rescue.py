"""What neither history nor folder could take: kept with the user, brought back when the plan is opened again."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_state_path

from wizard.files.trouble import CannotWrite
from wizard.files.whole import write_whole

from .change import Change
from .edits import from_json, to_json
from .history import Draft, fingerprint
from .housing import private

if TYPE_CHECKING:
    from filelock import FileLock

Head = tuple[int, str, str]
REST = "rest.json"
_LOCK = "open.lock"
_TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Rescued:
    """What an earlier session could not keep where it belongs.

    folder: where it lies. plan_file, plan: whose it is. at: when it was last written, ISO 8601, UTC.
    copy: the whole plan as it stood, a plan file like any other. changes, drafts: what its history had not taken;
    settled: session and path of drafts that it still has, though they came to something else since. head: seq, session
    and time of the last change that it had; None where there was none.
    """

    folder: Path
    plan_file: Path
    plan: str
    at: str
    copy: Path
    changes: tuple[Change, ...]
    drafts: tuple[Draft, ...]
    settled: tuple[tuple[str, str], ...]
    head: Head | None

    @property
    def count(self) -> int:
        """Count what waits to be brought back."""
        return len(self.changes) + len(self.drafts)

    def drop(self) -> None:
        """Forget it: all of it stands where it belongs."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def taken(self) -> bool:
        """Tell whether the copy was taken elsewhere, because the plan's own file was gone."""
        return (self.folder / _TAKEN).exists()

    @property
    def homeless(self) -> bool:
        """Tell whether the plan's own file is gone, and nobody has taken the copy."""
        return not self.plan_file.exists() and not self.taken

    def take(self) -> None:
        """Note that the copy was taken elsewhere; it stays for the plan's own file, should that come back."""
        with contextlib.suppress(OSError):
            (self.folder / _TAKEN).touch()


class Rescue:
    """The place in the state folder where one session keeps what it cannot keep elsewhere.

    While the session lives its place is locked, so that another one of the same user leaves it alone.
    """

    def __init__(self, plan_file: Path, session: str) -> None:
        self.plan_file = Path(os.path.realpath(plan_file))
        self.folder = _home() / f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{session}"
        self._lock: FileLock | None = None
        self._kept = ""

    @property
    def copy(self) -> Path:
        """Name the plan file that is kept whole."""
        return self.folder / self.plan_file.name

    def keep(
        self,
        plan: str,
        data: bytes,
        changes: tuple[Change, ...],
        drafts: tuple[Draft, ...],
        settled: tuple[tuple[str, str], ...],
        head: Head | None,
    ) -> None:
        """Keep what could not be kept elsewhere, over what was kept before. Raises `CannotWrite`.

        plan: its id. data: the whole plan file as it should be. changes, drafts, settled, head: as `Rescued` has them.
        """
        rest = {
            "path": str(self.plan_file),
            "plan": plan,
            "changes": [_plain(change) for change in changes],
            "drafts": [[getattr(draft, part) for part in Draft.__slots__] for draft in drafts],
            "settled": settled,
            "head": head,
        }
        kept = json.dumps([rest, fingerprint(data)], ensure_ascii=False)
        if kept == self._kept:
            return
        self._begin()
        write_whole(self.copy, data)
        write_whole(self.folder / REST, json.dumps({**rest, "at": _now()}, ensure_ascii=False).encode())
        self._kept = kept

    def _begin(self) -> None:
        if self._lock is None:
            from filelock import FileLock, Timeout  # which costs memory, and is needed only where something failed

            try:
                private(_home())
                private(self.folder)
                lock = FileLock(self.folder / _LOCK, thread_local=False)
                lock.acquire(timeout=0)
            except (OSError, Timeout) as error:
                raise CannotWrite("unwritable", name=self.plan_file.name) from error
            self._lock = lock

    def release(self) -> None:
        """Leave what is kept to whoever opens the plan next."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def drop(self) -> None:
        """Forget what was kept: all of it stands where it belongs."""
        if self._lock is not None:
            self.release()
            shutil.rmtree(self.folder, ignore_errors=True)
            self._kept = ""


def rescued(plan_file: Path | None = None, plan: str = "") -> list[Rescued]:
    """Give what was kept for a plan, the oldest first; for every plan where none is named.

    plan: the plan's id. What was kept for a file that is gone belongs to whichever file has its id now.
    """
    found = [one for folder in _folders() if (one := _read(folder)) is not None]
    if plan_file is None:
        return found
    here = Path(os.path.realpath(plan_file))
    return [one for one in found if one.plan_file == here or (plan == one.plan != "" and one.homeless)]


def _home() -> Path:
    return user_state_path("planbygger") / "rescued"


def _folders() -> list[Path]:
    try:
        return sorted(folder for folder in _home().iterdir() if (folder / REST).is_file())
    except OSError:
        return []


def _read(folder: Path) -> Rescued | None:
    """Read what was kept in a folder; None where its session lives, or where nobody can make sense of it."""
    if _held(folder):
        return None
    try:
        rest: dict[str, Any] = json.loads((folder / REST).read_text(encoding="utf-8"))
        path = Path(rest["path"])
        changes = tuple(_change(row) for row in rest["changes"])
        drafts = tuple(Draft(*row) for row in rest["drafts"])
        settled = tuple((str(session), str(place)) for session, place in rest["settled"])
        head = rest["head"] and (int(rest["head"][0]), str(rest["head"][1]), str(rest["head"][2]))
        return Rescued(folder, path, rest["plan"], rest["at"], folder / path.name, changes, drafts, settled, head)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _held(folder: Path) -> bool:
    from filelock import FileLock, Timeout

    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError):
        return True
    lock.release()
    return False


def _plain(change: Change) -> list[Any]:
    parts = (change.seq, change.at, change.author, change.session, change.cause, change.undoes)
    return [*parts, [to_json(edit) for edit in change.edits]]


def _change(row: list[Any]) -> Change:
    seq, at, author, session, cause, undoes, edits = row
    return Change(seq, at, author, session, cause, undoes, tuple(from_json(edit) for edit in edits))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
