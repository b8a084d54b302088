"""Lifts an older plan file's data to the present form, one step a version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .plan import SCHEMA_VERSION

Data = dict[str, Any]

STEPS: dict[int, Callable[[Data], Data]] = {}
"""The step that lifts a version to the next, by the version it starts from."""


class NewerPlan(Exception):
    """A plan written by a newer program: version `found`."""

    def __init__(self, found: int) -> None:
        super().__init__(found)
        self.found = found


def version_of(data: Data) -> int:
    """Tell which version a plan file's data is; a file that does not say is taken for the present one.

    What is no whole number of 1 or more is left for the schema to refuse: the present version is given.
    """
    text = str(data.get("schema_version", "")).strip()
    # Ten digits are plenty for a version and keep `int` from a number of a million.
    if text.isdecimal() and text.isascii() and 0 < len(text) <= 10 and int(text) > 0:
        return int(text)
    return SCHEMA_VERSION


def lift(data: Data) -> Data:
    """Give the data in the present form; raises `NewerPlan`. The mapping handed in is not changed."""
    version = version_of(data)
    if version > SCHEMA_VERSION:
        raise NewerPlan(version)
    while version < SCHEMA_VERSION:
        data = {**_stepped(data, STEPS[version]), "schema_version": version + 1}
        version += 1
    return data


def _stepped(data: Data, step: Callable[[Data], Data]) -> Data:
    """Take a step with a plan, and with what a group's plan held at its start."""
    group = data.get("group")
    lifted = step(data)
    if isinstance(group, dict) and isinstance(start := group.get("start"), dict):
        lifted = {**lifted, "group": {**group, "start": step(start)}}
    return lifted
