"""Opens the wizard, where there is a terminal for it and a file to open."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.language import Words

from .console import draws, on_terminal
from .exits import Exit, Stop
from .names import COMMANDS, looks_like_file

if TYPE_CHECKING:
    from wizard.ui.access import Access


def open_wizard(name: str | None, said: Words, access: Access | None = None) -> int:
    """Open the wizard on a plan file, or on its start page where none is named; `access` says how far one gets."""
    if access is not None and access.folder is not None:
        path = _shut_in(name, access.folder, said)
    else:
        path = _existing(name, said) if name is not None else None
    if reason := no_screen():
        raise Stop(Exit.FAILURE, said(f"commands.opening.{reason}"))
    from wizard.ui.modes import keeping_keys

    with keeping_keys():
        from wizard.ui.access import ALL
        from wizard.ui.app import run

        return run(path, said.language, access=access or ALL)


def _shut_in(name: str | None, folder: Path, said: Words) -> Path | None:
    """Keep to a folder from here on, and find the plan there that is meant."""
    from .access import plan_inside
    from .shutting import shut_in

    path = plan_inside(name, folder, said) if name is not None else None
    shut_in(folder)
    if not on_terminal():
        raise Stop(Exit.FAILURE, said("hosting.no_terminal"))
    return path


def no_screen() -> str | None:
    """Say why a full screen is not to be had here; None where it is."""
    if not on_terminal():
        return "no_terminal"
    if not draws():
        return "drawn_away"
    return "dumb" if os.environ.get("TERM") == "dumb" else None


def _existing(name: str, said: Words) -> Path:
    """Find the file that is meant, or say what else may be meant."""
    path = Path(name)
    try:
        if path.is_file():
            return path
        folder = path.is_dir()
    except PermissionError:
        raise Stop(Exit.FAILURE, said("files.no_access", name=name)) from None
    if folder:
        raise Stop(Exit.USAGE, said("commands.opening.folder", name=name))
    if looks_like_file(name):
        raise Stop(Exit.FAILURE, said("commands.opening.no_file", name=name))
    raise Stop(Exit.USAGE, unknown(name, said))


def unknown(name: str, said: Words) -> str:
    """Say that a word is neither a command nor a file, and which command comes near it."""
    from difflib import get_close_matches

    if near := get_close_matches(name, COMMANDS, n=1):
        return said("commands.opening.near", name=name, near=near[0])
    return said("commands.opening.unknown", name=name)
