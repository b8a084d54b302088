"""The plans a person opened lately."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_state_path

KEPT = 12
"""How many plans the list remembers."""


@dataclass(frozen=True, slots=True)
class Recent:
    """The list of plans opened lately, newest first, in a small JSON file.

    The list is a convenience: where its file is broken or cannot be written, it is empty and nobody is told.
    """

    file: Path

    @classmethod
    def of_user(cls) -> Recent:
        """Give the list of the person who runs the program."""
        return cls(user_state_path("planbygger") / "recent.json")

    def paths(self) -> list[Path]:
        """Give the plans that still exist, newest first."""
        return [path for path in self._read() if _is_file(path)]

    def remember(self, path: Path) -> None:
        """Put a plan first in the list."""
        with contextlib.suppress(OSError, ValueError):
            path = path.resolve()
            kept = [path, *(old for old in self._read() if old != path)][:KEPT]
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(json.dumps([str(path) for path in kept], ensure_ascii=False), encoding="utf-8")

    def _read(self) -> list[Path]:
        try:
            found = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return []
        return [Path(name) for name in found if isinstance(name, str)] if isinstance(found, list) else []


def _is_file(path: Path) -> bool:
    """Tell whether a path leads to a file; one that no file system takes does not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
