"""The rows about a plan with a long past: one change, and opening it, against the same plan without one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from measuring import Row, interleaved
from plans import heavy

from wizard.document.change import Change
from wizard.document.edits import Set
from wizard.document.history import SNAPSHOT_EVERY, history_path
from wizard.document.opening import now
from wizard.document.session import Session

BEHIND = 100_000
"""Changes behind the plan."""
NAME = "measures.measures"


def rows(folder: Path, runs: int) -> Iterator[Row]:
    """Measure every row in a folder of its own."""
    old, fresh = heavy(folder / "old.plan.yaml"), heavy(folder / "fresh.plan.yaml")
    Session.open(fresh, "Ane").close()
    _live(old)
    yield from _changing(old, fresh, max(200, runs))
    yield _opening(old, fresh, max(5, runs))


def _live(path: Path) -> None:
    """Give a plan its past: a title that was changed over and over by three people."""
    session = Session.open(path, "Ane")
    history, plan = session.history, session.plan
    title, before = "", plan.front.title
    with history.writing():
        for number in range(1, BEHIND + 1):
            title = f"Beredskabsplan, udkast {number}"
            edits = (Set("front.title", title, before),)
            history.append(Change(number, now(), ("Ane", "Bo", "Carla")[number % 3], "past", "user", None, edits))
            before = title
            if number % SNAPSHOT_EVERY == 0:
                front = plan.front.model_copy(update={"title": title})
                changed = plan.model_copy(update={"front": front})
                history.put_snapshot(number, changed.model_dump(mode="json", exclude_defaults=True))
    session.close()
    Session.open(path, "Ane").close()


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def _changing(old: Path, fresh: Path, runs: int) -> Iterator[Row]:
    numbers = count()
    sessions = [Session.open(path, "Ane") for path in (old, fresh)]
    places = [f"{NAME}[{session.plan.measures.measures[-1].id}].name" for session in sessions]

    def changes(session: Session, place: str) -> Callable[[], float]:
        return lambda: _timed(lambda: session.set(place, f"Indsats {next(numbers)}"))

    mine, base = interleaved(runs, *(changes(*one) for one in zip(sessions, places, strict=True)))
    for session in sessions:
        session.close()
    what = f"one change, log and all, {BEHIND:,} changes behind it, 200 measures"
    yield Row(what, mine, base, "the same plan without a past", "ms", 1.2)


def _opening(old: Path, fresh: Path, runs: int) -> Row:
    def opened(path: Path) -> Callable[[], float]:
        def work() -> float:
            start = time.perf_counter()
            session = Session.open(path, "Ane")
            taken = (time.perf_counter() - start) * 1e3
            session.close()
            return taken

        return work

    size = history_path(old).stat().st_size / 1e6
    mine, base = interleaved(runs, opened(old), opened(fresh))
    return Row(f"opening it (a history of {size:.0f} MB)", mine, base, "the same plan without a past", "ms", 1.2)
