"""Importing a class when it is needed, so that the first frame waits for nothing."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def load(name: str) -> Any:
    """Import what `module:Class` names."""
    module, _, found = name.partition(":")
    return getattr(import_module(module), found)
