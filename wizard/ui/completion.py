"""Completing a path that is being typed."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

from wizard.files.plan_names import is_plan


def typed_path(text: str, folder: Path) -> Path:
    """Give the path a text means: `~` is the home folder, and anything not absolute stands in `folder`."""
    return folder / os.path.expanduser(text.strip())


def completions(text: str, folder: Path, holds: Callable[[Path], bool] = lambda path: True) -> list[Path]:
    """List the folders and plans whose names begin as typed, whatever the case; folders first.

    Hidden ones are listed only where a dot was typed. A folder that cannot be read has none, nor has one that is not
    held; holds: whether one may go to a path.
    """
    typed = typed_path(text, folder)
    whole = not text.strip() or text.strip().endswith(("/", os.sep, "~"))
    place, start = (typed, "") if whole else (typed.parent, typed.name)
    try:
        found = [path for path in place.iterdir() if _begins(path.name, start) and holds(path)] if holds(place) else []
        return sorted(
            (path for path in found if is_plan(path) or path.is_dir()), key=lambda path: (not path.is_dir(), path.name)
        )
    except (OSError, ValueError):
        return []


def _begins(name: str, start: str) -> bool:
    return name.casefold().startswith(start.casefold()) and (start.startswith(".") or not name.startswith("."))


def completed(text: str, folder: Path, holds: Callable[[Path], bool] = lambda path: True) -> str:
    """Write a text on as far as everything that can be meant agrees; a folder gets its slash."""
    found = completions(text, folder, holds)
    if not found:
        return text
    if len(found) == 1:
        name = found[0].name + (os.sep if found[0].is_dir() else "")
    else:
        names = sorted(path.name for path in found)
        agreed = takewhile(lambda pair: pair[0] == pair[1], zip(names[0], names[-1], strict=False))
        name = "".join(one for one, _ in agreed)
    head, slash, start = text.strip().rpartition("/")
    return f"{head}{slash}{name}" if len(name) >= len(start) else text
