"""How an open plan is kept: its lock, its history and the writing of its file."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from schemas.plan import Plan, Saved
from wizard.files.comments import comments
from wizard.files.dump import dump_plan
from wizard.files.mapping import format_of, read_bytes
from wizard.files.plan_file import parse_plan
from wizard.files.trouble import CannotWrite
from wizard.files.whole import write_whole

from .change import Change
from .edits import Edit, plain
from .history import SNAPSHOT_EVERY, Draft, History, NewerHistory, fingerprint, history_path
from .opening import new_plan_id, now, open_plan

SAVE_AFTER = 1.0
"""Seconds from the last change to the writing of the file."""
SAVE_COMMENTED_AFTER = 3.0
"""The same where the file holds comments, which take longer to keep."""


class Keeper:
    """Holds a plan file, its history and its lock.

    read_only: None, or the key of the sentence that says why the plan can only be read here.
    external: edits that the file brought from elsewhere, to be made a change.
    trouble: why the file cannot be written, until it can. unkept: changes that the history could not take yet
    (a full disk); they stand in the plan and are tried again.
    """

    def __init__(self, path: Path, data: bytes, plan: Plan) -> None:
        self.path = path
        self.plan = plan
        self.history: History | None = None
        self.read_only: str | None = None
        self.external: tuple[Edit, ...] = ()
        self.trouble: CannotWrite | None = None
        self.unkept: list[tuple[Change, str | None]] = []
        self._data = data
        self._commented = bool(comments(data))
        self._pending: tuple[Plan, int, str] | None = None
        self._changed_at = 0.0
        self._lock: FileLock | None = None
        self._writer: ThreadPoolExecutor | None = None
        self._writing: Future[None] | None = None

    @classmethod
    def open(cls, path: Path) -> Keeper:
        """Read a plan file and open its history, or say in `read_only` why not. Raises `FileTrouble`."""
        data = read_bytes(path)
        plan = parse_plan(data, path)
        keeper = cls(path, data, plan)
        keeper.read_only = keeper._hold() or keeper._remember()
        if keeper.read_only is not None:
            keeper.close()
        return keeper

    @staticmethod
    def create(path: Path, plan: Plan) -> None:
        """Write the file of a new plan. Raises `FileExistsError` and `CannotWrite`."""
        if path.exists():
            raise FileExistsError(path)
        stamp = Saved(plan=new_plan_id(), seq=0, at=datetime.fromisoformat(now()))
        write_whole(path, dump_plan(plan.model_copy(update={"saved": stamp}), format_of(path)))

    def _hold(self) -> str | None:
        """Take the plan for this process alone."""
        folder = self.path.parent
        if not (os.access(self.path, os.W_OK) and os.access(folder, os.W_OK)):
            return "document.read_only_file"
        # Opened in one thread and let go in another: a lock of one thread alone would be held for ever.
        lock = FileLock(history_path(self.path).with_suffix(".lock"), thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return "document.read_only_open_elsewhere"
        except OSError:
            return "document.read_only_file"
        self._lock = lock
        return None

    def _remember(self) -> str | None:
        """Open the history and take the plan from it."""
        try:
            opened = open_plan(self.path, self._data, self.plan)
        except NewerHistory:
            return "document.read_only_newer"
        except (sqlite3.Error, OSError):
            return "document.read_only_no_history"
        self.history, self.plan, self.external = opened.history, opened.plan, opened.external
        head = self.history.head()
        if head > self.plan.saved.seq and not self.external:
            self._pending = (self.plan, head, now())
        return None

    def log(self, change: Change, plan: Plan, settled: str | None) -> None:
        """Keep a change and note that the file is to be written; settled: the path of the draft that it was."""
        self.plan = plan
        self._pending = (plan, change.seq, change.at)
        self._changed_at = time.monotonic()
        self.unkept.append((change, settled))
        self._retry()

    def _retry(self) -> None:
        """Bring the changes that wait into the history, in their order."""
        assert self.history is not None
        with contextlib.suppress(sqlite3.Error):
            while self.unkept:
                change, settled = self.unkept[0]
                self.history.append(change, settled)
                del self.unkept[0]
            if self.plan_seq % SNAPSHOT_EVERY == 0 and self.plan_seq:
                self.history.put_snapshot(self.plan_seq, plain(self.plan))

    @property
    def plan_seq(self) -> int:
        """The seq of the plan as it is now."""
        return self._pending[1] if self._pending else self.plan.saved.seq

    def changes(self, after: int, until: int | None = None) -> list[Change]:
        """Read the log after a seq, with what the history could not take yet."""
        assert self.history is not None
        waiting = [change for change, _ in self.unkept if after < change.seq and (until is None or change.seq <= until)]
        return [*self.history.changes(after, until), *waiting]

    def draft(self, draft: Draft) -> bool:
        """Keep what stands in a control; False where the history cannot take it now."""
        assert self.history is not None
        try:
            self.history.put_draft(draft)
        except sqlite3.Error:
            return False
        return True

    def drop_draft(self, path: str) -> None:
        """Forget every draft of a field."""
        assert self.history is not None
        with contextlib.suppress(sqlite3.Error):
            self.history.drop_drafts(path)

    def remember(self, key: str, value: str) -> None:
        """Keep a line beside the plan, where there is a history that takes it."""
        if self.history is not None:
            with contextlib.suppress(sqlite3.Error):
                self.history.set_meta(f"kept.{key}", value)

    def recall(self, key: str) -> str | None:
        """Give a line that was kept."""
        if self.history is None:
            return None
        with contextlib.suppress(sqlite3.Error):
            return self.history.meta(f"kept.{key}")
        return None

    @property
    def resting(self) -> bool:
        """Tell whether all is kept and written."""
        return self._pending is None and not self.unkept and self.trouble is None

    def tick(self) -> None:
        """Write the file in the background once its time has come."""
        wait = SAVE_COMMENTED_AFTER if self._commented else SAVE_AFTER
        if self.unkept:
            self._retry()
        busy = self._writing is not None and not self._writing.done()
        if self._pending is None or busy or time.monotonic() - self._changed_at < wait:
            return
        if self._writer is None:
            self._writer = ThreadPoolExecutor(1, thread_name_prefix="save")
        self._writing = self._writer.submit(self._try_write)

    def _try_write(self) -> None:
        try:
            self._write()
        except CannotWrite as trouble:
            self.trouble = trouble
            self._changed_at = time.monotonic()

    def save(self) -> None:
        """Write the file now, if there is anything to write. Raises `CannotWrite`."""
        if self._writing is not None:
            self._writing.result()
        self._write()

    def _write(self) -> None:
        """Write the file whole; its hash stands in the history before it stands in the folder."""
        pending = self._pending
        if pending is None or self.history is None:
            return
        plan, seq, at = pending
        stamp = Saved(plan=plan.saved.plan, seq=seq, at=datetime.fromisoformat(at))
        data = dump_plan(plan.model_copy(update={"saved": stamp}), format_of(self.path), self._data)
        self.history.put_file(fingerprint(data), seq, at)
        write_whole(self.path, data)
        self._data = data
        self._commented = bool(comments(data))
        self.trouble = None
        if self._pending is pending:
            self._pending = None

    def close(self) -> None:
        """Let go of the history and the lock; nothing is written."""
        if self._writer is not None:
            self._writer.shutdown()
        if self.history is not None:
            self.history.close()
        if self._lock is not None:
            self._lock.release()
