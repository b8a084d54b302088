"""The example plans that come with the program."""

from __future__ import annotations

from pathlib import Path

from .installed import installed
from .plan_names import plans_in


def folder() -> Path:
    """Give the folder of the example plans."""
    return installed("examples")


def examples() -> list[Path]:
    """List the example plans by name; none where they were not installed."""
    return plans_in(folder())
