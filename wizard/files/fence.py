"""The folder that a restricted session keeps to: no file outside it is read or written, whoever asks for it.

Only the program's own place with the user is left open, where a plan is kept that its folder cannot take.
"""

from __future__ import annotations

import os
from pathlib import Path

from .installed import installed

_OURS = ("templates", "examples")
"""What comes with the program may be read by everyone."""


class _Fence:
    folders: tuple[Path, ...] = ()


def keep_to(folder: Path) -> None:
    """Keep to a folder from here on, for as long as the process runs."""
    from platformdirs import user_state_path

    _Fence.folders = (folder.resolve(), user_state_path("planbygger").resolve())


def lets_write(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file may be written: wherever links lead, it lies in the folder."""
    return not _Fence.folders or any(_stands_in(path, folder) for folder in _Fence.folders)


def lets_read(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file may be read: it lies in the folder or comes with the program."""
    return lets_write(path) or any(_stands_in(path, installed(name).resolve()) for name in _OURS)


def _stands_in(path: str | os.PathLike[str], folder: Path) -> bool:
    try:
        return Path(path).resolve().is_relative_to(folder)
    except (OSError, ValueError, RuntimeError):  # a circle of links, or a name no file system takes
        return False
