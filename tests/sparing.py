"""What `make test` tries of many alike, and `make test-all` in full."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pytest


def sparing(always: Iterable[Any], rest: Iterable[Any]) -> list[Any]:
    """Give the parameters of a test: those that are always tried, and the rest, which is for the full run."""
    return [*always, *(pytest.param(one, marks=pytest.mark.full) for one in rest)]


def examples(few: int, many: int) -> int:
    """Give how many examples hypothesis looks at: few, or the many that `make test-all` has the time for."""
    return many if os.environ.get("PLANBYGGER_THOROUGH") else few
