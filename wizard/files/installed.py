"""Where what comes with the program lies: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def installed(name: str) -> Path:
    """Give a folder of the program, such as `templates` or `examples`."""
    packed = _PACKAGE / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
