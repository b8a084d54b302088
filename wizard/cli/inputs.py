"""Which plans a command is meant for, and reading them one at a time."""

from __future__ import annotations

import contextlib
import glob
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from schemas.language import Words
from schemas.plan import Plan
from wizard.files.mapping import read_bytes
from wizard.files.plan_file import parse_plan
from wizard.files.plan_names import is_plan
from wizard.files.trouble import BrokenFile, CannotRead

from .console import say
from .exits import Exit, Stop


@dataclass(frozen=True, slots=True)
class Source:
    """A plan file, or standard input where the path is None."""

    path: Path | None

    @property
    def name(self) -> str:
        """Name the source as messages do."""
        return str(self.path) if self.path else "-"

    def read(self) -> Plan:
        """Read the plan. Raises `CannotRead` and `BrokenFile`."""
        return self.parse(self.data())

    def data(self) -> bytes:
        """Read the bytes of the file; those of standard input are there only once. Raises `CannotRead`."""
        return read_bytes(self.path) if self.path else sys.stdin.buffer.read()

    def parse(self, data: bytes) -> Plan:
        """Make the plan of the file's bytes. Raises `BrokenFile`."""
        return parse_plan(data, self.name)


def sources(names: list[str], said: Words) -> list[Source]:
    """Find the plans behind files, folders, patterns and `-`, each once and in the order given.

    Raises `Stop` where nothing at all is found.
    """
    found = found_now(names)
    if not found:
        raise Stop(Exit.FAILURE, said("commands.nothing_found", names=", ".join(names)))
    return found


def found_now(names: list[str]) -> list[Source]:
    """Find the plans that there are just now, each once however many names lead to it."""
    found: dict[str, Source] = {}
    for source in (source for name in names for source in _expanded(name)):
        found.setdefault(os.path.abspath(source.path) if source.path else "-", source)
    return list(found.values())


def _expanded(name: str) -> Iterator[Source]:
    """Expand one word. A shell that expands no patterns (Windows) leaves them to us."""
    path = Path(name)
    if name == "-":
        yield Source(None)
    elif path.is_dir():
        yield from (Source(one) for one in sorted(path.rglob("*")) if is_plan(one) and one.is_file())
    elif not path.exists() and glob.has_magic(name):
        # A pattern that fits nothing is told of like a file that is not there, as a shell would leave it.
        yield from [Source(one) for one in map(Path, sorted(glob.glob(name, recursive=True))) if one.is_file()] or [
            Source(path)
        ]
    else:
        yield Source(path)


def readable(source: Source, said: Words) -> Plan | Exit:
    """Read a plan; where that cannot be done, say why and give the code, so that a batch goes on."""
    try:
        return source.read()
    except BrokenFile as trouble:
        say(f"{source.name}: {trouble.sentence(said)}")
        return Exit.BROKEN
    except CannotRead as trouble:
        say(f"{source.name}: {trouble.sentence(said)}")
        return Exit.FAILURE


def one_plan(name: str, said: Words) -> Plan:
    """Read the plan of one file, or of standard input for `-`; where that cannot be done, say why and stop."""
    plan = readable(Source(None if name == "-" else Path(name)), said)
    if isinstance(plan, Exit):
        raise Stop(plan)
    return plan


def near(path: Path) -> str:
    """Name a file from where the reader stands, where it lies there."""
    with contextlib.suppress(OSError, ValueError):
        return str(path.relative_to(Path.cwd()))
    return str(path)
