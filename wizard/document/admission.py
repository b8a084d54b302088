"""Whether a plan can be changed here, or only read."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from pathlib import Path

from schemas.plan import Plan

from .history import History, NewerHistory
from .housing import Damaged
from .mending import begin_anew, mend
from .opening import Opened, open_plan


def admitted(path: Path, data: bytes, plan: Plan, wished: bool) -> Opened:
    """Open the history of a plan that was read from `data`, or say in `read_only` why not.

    wished: whether to follow along only.
    """
    reason = None if os.access(path, os.W_OK) else "document.read_only_file"
    if reason is None:
        try:
            found = _opened(path, data, plan)
        except NewerHistory:
            reason = "document.read_only_newer"
        except (sqlite3.Error, OSError):
            reason = "document.read_only_no_history"
        else:
            return replace(found, arrival=None, read_only="document.read_only_wished") if wished else found
    return Opened(History(None), plan, plan.saved.seq, read_only=reason)


def _opened(path: Path, data: bytes, plan: Plan) -> Opened:
    """Open the history; a damaged one is mended, and begun anew where that does not help."""
    try:
        return open_plan(path, data, plan)
    except Damaged as damaged:
        mended = mend(damaged.path, plan, data)
    try:
        return replace(open_plan(path, data, plan), mended=mended)
    except Damaged as damaged:
        mended = begin_anew(damaged.path)
    return replace(open_plan(path, data, plan), mended=mended)
