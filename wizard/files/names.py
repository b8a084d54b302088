"""File names that every system takes and that stay in their folder."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from .trouble import CannotWrite

LONGEST = 80
"""The most characters of a name before its suffix; far below what any file system sets."""

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ß": "ss", "ð": "d", "þ": "th"}
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


def safe_name(text: str, suffix: str = "") -> str:
    """Make a file name of any text: "Ærø Kommune – handleplan" gives `aeroe-kommune-handleplan`.

    It holds small letters, digits and hyphens, is never empty, and is no name that Windows keeps for itself.
    suffix: put at the end as it is, such as `.docx` or `-intern.html`.
    """
    # An å may come as an a with a ring of its own.
    letters = unicodedata.normalize("NFC", text).translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-") or "plan"
    return f"{name}-plan{suffix}" if _RESERVED.fullmatch(name) else name + suffix


def inside(folder: str | os.PathLike[str], name: str) -> Path:
    """Give the path of a file that is to be written in a folder; raises `CannotWrite` where the name leads out of it.

    A link in the folder that points elsewhere leads out of it too.
    """
    path = Path(folder, name)
    try:
        held = path.name == name and path.resolve().parent == Path(folder).resolve()
    except (OSError, ValueError, RuntimeError):
        held = False
    if not held or "\\" in name or ":" in name or name.startswith("."):
        raise CannotWrite("outside", name=name)
    return path
