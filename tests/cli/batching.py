"""Rendering in a folder of one's own, told as it is seen: what the tests of batches share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Told(NamedTuple):
    code: int
    out: list[str]
    err: list[str]


Render = Callable[..., Told]


def plan(path: str, municipality: str = "Eksempelby Kommune", more: str = "") -> Path:
    """Write a small plan."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(f"front:\n  municipality: {municipality}\n{more}", "utf-8")
    return Path(path)
