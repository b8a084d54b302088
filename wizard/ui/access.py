"""What someone may see and do here, as the command line says it. Costs nothing to import."""

from __future__ import annotations

import re
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

LONGEST_NAME = 40
_NOT_IN_A_NAME = re.compile(r"[\s()\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Access:
    """How far a person gets into plans.

    name: what tells them from others of their login; empty where nobody said. read_only: they follow along.
    components: the parts of a plan they see and change; None for all. folder: the only folder whose plans they
    reach, with its links followed; None where nothing is restricted.
    """

    name: str = ""
    read_only: bool = False
    components: frozenset[str] | None = None
    folder: Path | None = None

    @property
    def makes(self) -> bool:
        """Tell whether plans may be made: not by who only reads, nor by who sees a part of each."""
        return not self.read_only and self.components is None

    def holds(self, path: Path) -> bool:
        """Tell whether a path may be touched: wherever its links lead, it lies in the folder."""
        if self.folder is None:
            return True
        try:
            return path.resolve().is_relative_to(self.folder)
        except (OSError, ValueError, RuntimeError):  # a circle of links, or a name no file system takes
            return False


ALL = Access()
"""What the owner of a machine may do at it."""


def never_stop() -> None:
    """Let no signal put the program to sleep or dump its memory: what stands behind it may be a shell."""
    if sys.platform != "win32":
        for number in (signal.SIGTSTP, signal.SIGQUIT):
            signal.signal(number, signal.SIG_IGN)


def access_of(app: object) -> Access:
    """Give how far one gets in a running program."""
    found = getattr(app, "access", ALL)
    assert isinstance(found, Access)
    return found


def tidy_name(text: str) -> str:
    """Give a name as others will see it: one line, without brackets and what steers a terminal, not too long."""
    return _NOT_IN_A_NAME.sub(" ", text).strip()[:LONGEST_NAME].strip()
