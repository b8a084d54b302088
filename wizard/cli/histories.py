"""The history of a plan file, found and opened for reading alone."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from schemas.language import Words
from wizard.document.history import NewerHistory, history_path
from wizard.document.housing import own_path
from wizard.document.reading import ReadHistory

from .exits import Exit, Stop
from .inputs import Source, readable


@contextlib.contextmanager
def reading(file: Path, said: Words) -> Iterator[ReadHistory | None]:
    """Open the history of a plan; None where it has none. A plan that was mailed has none, and none is made here.

    A plan file that was broken by hand is no hindrance: its past can be read. Raises `Stop`.
    """
    plan = readable(Source(file), said)
    if isinstance(plan, Exit) and not file.is_file():
        raise Stop(plan)
    found = _longest(file, None if isinstance(plan, Exit) else plan.saved.plan, said)
    if found is None and isinstance(plan, Exit):
        raise Stop(plan)
    try:
        yield found
    except sqlite3.Error:
        raise Stop(Exit.BROKEN, said("commands.history.unreadable", name=file)) from None
    finally:
        if found is not None:
            found.close()


def _longest(file: Path, plan_id: str | None, said: Words) -> ReadHistory | None:
    """Open the history beside a plan or the one this user alone has of it: the one that goes on longest."""
    found: list[tuple[int, ReadHistory]] = []
    trouble: Stop | None = None
    for path in filter(Path.is_file, (own_path(file), history_path(file))):
        try:
            history = ReadHistory(path)
            if plan_id in (None, "", history.meta("plan")):
                found.append((history.head(), history))
            else:
                history.close()
        except NewerHistory:
            trouble = Stop(Exit.BROKEN, said("commands.history.newer", name=path))
        except sqlite3.Error:
            trouble = Stop(Exit.BROKEN, said("commands.history.unreadable", name=file))
    if not found and trouble is not None:
        raise trouble
    best = max(found, key=lambda one: one[0])[1] if found else None
    for _, history in found:
        if history is not best:
            history.close()
    return best
