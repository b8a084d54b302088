"""Bringing back what stood in the past: a field, a record, a component or everything, as one change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from schemas.fields import Item
from schemas.paths import NoSuchPath, answers, below, exists, get, parse, records
from schemas.plan import Plan

from .change import Change
from .difference import difference
from .edits import Edit, Remove, Set, apply, plain
from .past import plan_at
from .session import Session


def restore(session: Session, seq: int, path: str | None = None) -> Change | None:
    """Bring a field, a record, a list or a component back as it stood after a change; None: everything.

    Gives None where it stands so already. It is a change of its own, and can be undone. Raises `NoSuchPath` where
    nothing stood there then, `LookupError` where the history does not reach back, `ReadOnlyPlan` and `Held`.
    """
    raise NotImplementedError


def restoring(now: Plan, then: Plan, path: str | None = None) -> tuple[Edit, ...]:
    """Give the edits that bring a path back as it stood; nothing where it stands so already. Raises `NoSuchPath`.

    A record that is gone comes back in its place, and a field of one brings its whole record back.
    """
    raise NotImplementedError
