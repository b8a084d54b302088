"""The folder that a restricted session keeps to: no file outside it is read or written, whoever asks for it."""

from __future__ import annotations

import os
from pathlib import Path

from .installed import installed

_OURS = ("templates", "examples")
"""What comes with the program may be read by everyone."""


class _Fence:
    folder: Path | None = None


def keep_to(folder: Path) -> None:
    """Keep to a folder from here on, for as long as the process runs."""
    _Fence.folder = folder.resolve()


def lets_write(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file may be written: wherever links lead, it lies in the folder."""
    return _Fence.folder is None or _stands_in(path, _Fence.folder)


def lets_read(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file may be read: it lies in the folder or comes with the program."""
    return lets_write(path) or any(_stands_in(path, installed(name).resolve()) for name in _OURS)


def _stands_in(path: str | os.PathLike[str], folder: Path) -> bool:
    try:
        return Path(path).resolve().is_relative_to(folder)
    except (OSError, ValueError, RuntimeError):  # a circle of links, or a name no file system takes
        return False
