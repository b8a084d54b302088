"""Where the examples lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .plan_names import plans_in

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def folder() -> Path:
    """Give the folder of the example plans."""
    installed = _PACKAGE / "examples"
    return installed if installed.is_dir() else _PACKAGE.parent / "examples"


def examples() -> list[Path]:
    """List the example plans by name; none where they were not installed."""
    return plans_in(folder())
