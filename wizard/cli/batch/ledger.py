"""What was made in a folder, and of what: one small file that hides among the documents."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from wizard.files.trouble import CannotWrite
from wizard.files.whole import write_whole

NAME = ".planbygger-render.json"
FORMAT = 1
NOW_AND_THEN = 3.0
"""So many seconds of work are forgotten at most where the program is killed."""

LONG_AGO = 3600.0
"""A half-written file that is older than so many seconds is nobody's any more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: the hash of what it was made of, and its own size and hash. What a plan says is not in here."""

    of: str
    size: int
    hash: str


class Ledger:
    """Remembers the files of one folder; any thread may ask and tell.

    A ledger that is damaged or cannot be kept costs time, nothing else: a file counts as fresh only while it stands as
    it was written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._told: dict[str, Entry] = {}
        self._lock = Lock()
        self._saved = time.monotonic()
        self._known = self._read()
        self._names = {entry.of: name for name, entry in self._known.items()}

    def fresh(self, of: str) -> Path | None:
        """Give the file that was made of this, where it still stands as it was written."""
        name = self._names.get(of)
        if name is None or (entry := self._known[name]).of != of:
            return None
        path = self.folder / name
        with contextlib.suppress(OSError):
            if path.stat().st_size == entry.size and _hash(path.read_bytes()) == entry.hash:
                return path
        return None

    def learn(self, made: Mapping[str, Entry]) -> None:
        """Remember files that were made, by name."""
        with self._lock:
            self._told.update(made)
            self._known.update(made)
            self._names.update({entry.of: name for name, entry in made.items()})

    def save_now_and_then(self) -> None:
        """Save where that is some time ago."""
        if time.monotonic() - self._saved > NOW_AND_THEN:
            self.save()

    def save(self) -> None:
        """Write down what was told, beside what others wrote meanwhile."""
        self._saved = time.monotonic()
        with self._lock:
            told = dict(self._told)
        if not told:
            return
        with self._alone():
            files = {name: entry for name, entry in {**self._read(), **told}.items() if (self.folder / name).exists()}
            text = json.dumps(
                {"format": FORMAT, "files": {name: asdict(files[name]) for name in sorted(files)}}, indent=0
            )
            with contextlib.suppress(CannotWrite):
                write_whole(self.folder / NAME, text.encode())

    def sweep(self) -> None:
        """Remove what a program that was killed has left half written."""
        with contextlib.suppress(OSError):
            for path in self.folder.glob(".planbygger-*.tmp"):
                if time.time() - path.stat().st_mtime > LONG_AGO:
                    path.unlink()

    def _read(self) -> dict[str, Entry]:
        try:
            return dict(_entries(json.loads((self.folder / NAME).read_bytes())))
        except (OSError, ValueError, RecursionError):
            return {}

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other renders of the same user out; where that cannot be done, go on without."""
        from filelock import FileLock
        from platformdirs import user_cache_path

        name = hashlib.sha256(str(self.folder.resolve()).encode()).hexdigest()[:24]
        lock = FileLock(user_cache_path("planbygger") / "render" / f"{name}.lock", timeout=5)
        with contextlib.suppress(OSError):
            Path(lock.lock_file).parent.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        try:
            yield
        finally:
            lock.release()


def written(path: Path, data: bytes, of: str) -> Entry:
    """Write a file whole, and give what is to be remembered of it. Raises `CannotWrite`."""
    write_whole(path, data)
    return Entry(of, len(data), _hash(data))


def _entries(read: Any) -> Iterator[tuple[str, Entry]]:
    """Yield what can be made sense of; a name that leads out of the folder is none of ours."""
    files = read.get("files") if isinstance(read, dict) and read.get("format") == FORMAT else None
    for name, value in files.items() if isinstance(files, dict) else ():
        match value:
            case {"of": str(of), "size": int(size), "hash": str(hash)} if Path(name).name == name:
                yield name, Entry(of, size, hash)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
