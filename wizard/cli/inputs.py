"""Which plans a command is meant for, and reading them one at a time."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from schemas.language import Words
from schemas.plan import Plan
from wizard.files.plan_file import parse_plan, read_plan
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
        return read_plan(self.path) if self.path else parse_plan(sys.stdin.buffer.read(), "-")


def sources(names: list[str], said: Words) -> list[Source]:
    """Find the plans behind files, folders, patterns and `-`, each once and in the order given.

    Raises `Stop` where nothing at all is found.
    """
    found = dict.fromkeys(source for name in names for source in _expanded(name))
    if not found:
        raise Stop(Exit.FAILURE, said("commands.nothing_found", names=", ".join(names)))
    return list(found)


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
