"""The plans a person opened lately, and the plans in a folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_state_path

SUFFIXES = (".plan.yaml", ".plan.yml", ".plan.json")
KEPT = 12
"""How many plans the list remembers."""


def is_plan(path: Path) -> bool:
    """Tell by its name whether a file is a plan."""
    return path.name.endswith(SUFFIXES) and not path.name.startswith(".")


def plans_in(folder: Path) -> list[Path]:
    """List the plan files of a folder by name; a folder that cannot be read has none."""
    try:
        return sorted(path for path in folder.iterdir() if is_plan(path) and path.is_file())
    except OSError:
        return []


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
        return [path for path in self._read() if path.is_file()]

    def remember(self, path: Path) -> None:
        """Put a plan first in the list."""
        kept = [path.resolve(), *(old for old in self._read() if old != path.resolve())][:KEPT]
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(json.dumps([str(path) for path in kept], ensure_ascii=False), encoding="utf-8")
        except (OSError, UnicodeError):
            pass

    def _read(self) -> list[Path]:
        try:
            found = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return []
        return [Path(name) for name in found if isinstance(name, str)] if isinstance(found, list) else []
