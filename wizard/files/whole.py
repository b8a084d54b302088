"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
from pathlib import Path

from .fence import lets_write
from .trouble import CannotWrite

_KEYS = {
    errno.ENOSPC: "no_space",
    errno.EDQUOT: "no_space",
    errno.EFBIG: "no_space",
    errno.EACCES: "no_write_access",
    errno.EPERM: "no_write_access",
    errno.EROFS: "read_only_disk",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "is_folder",
    errno.ENAMETOOLONG: "name_too_long",
}

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace a file's bytes in one step that also survives a power cut; raises `CannotWrite`.

    The file keeps its mode and, where this user may set it, its group. A link stays a link: what it points to
    is replaced.
    """
    if not lets_write(path):
        raise CannotWrite("beyond", name=Path(path).name)
    try:
        target = Path(path).resolve()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        _replace(target, data)
    except (OSError, ValueError, RuntimeError) as error:
        # `resolve` raises RuntimeError for links that lead in a circle, ValueError for a name with NUL in it.
        code = getattr(error, "errno", None) or 0
        raise CannotWrite(_KEYS.get(code, "unwritable"), name=Path(path).name) from error


def _replace(target: Path, data: bytes) -> None:
    old = _stat(target)
    temporary = target.parent / f".planbygger-{secrets.token_hex(8)}.tmp"
    # What is private stays so while it is written; a new file gets what this user's new files have.
    number = os.open(temporary, _NEW, 0o600 if old else 0o666)
    try:
        with open(number, "wb") as file:
            file.write(data)
            file.flush()
            if old:
                _keep_rights(old, temporary)
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    _sync_folder(target.parent)


def _stat(target: Path) -> os.stat_result | None:
    try:
        return os.stat(target)
    except FileNotFoundError:
        return None


def _keep_rights(old: os.stat_result, temporary: Path) -> None:
    """Give the new file the old one's group and mode."""
    if sys.platform != "win32" and os.stat(temporary).st_gid != old.st_gid:
        # Only root and members of the group may; the plan is saved all the same.
        with contextlib.suppress(OSError):
            os.chown(temporary, -1, old.st_gid)
    os.chmod(temporary, stat.S_IMODE(old.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last; what cannot be synced (Windows, some network drives) is written all the same."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
