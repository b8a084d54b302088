"""`render --watch`: goes on, and renders what changes until somebody ends it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from wizard.cli.console import say
from wizard.cli.exits import Exit, Stop
from wizard.cli.inputs import Source, found_now, near

from .making import Batch
from .stopping import Stopping
from .telling import shortened

PAUSE = 0.5
"""So many seconds lie between two looks at the files."""

NAMED = 3
"""How many of the plans that changed are named."""

Stand = tuple[int, int] | None
"""When a file was written last and how large it is; None for one that is not there."""

Render = Callable[[list[Source], Batch, frozenset[Source] | None], Exit]
"""Renders all plans of a list, or those among them that are named."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How the plans stand, and the files that their look is made from."""

    plans: dict[Source, Stand]
    looks: dict[Path, Stand]

    def changed(self, before: Seen) -> list[Source]:
        """Give the plans that must be made again."""
        if self.looks != before.looks:
            return list(self.plans)
        return [source for source in self.plans if self.differs(before, source)]

    def differs(self, before: Seen, source: Source) -> bool:
        """Tell whether a plan is new or was saved."""
        return source not in before.plans or self.plans[source] != before.plans[source]

    def names(self, before: Seen) -> list[str]:
        """Name the files that have changed, come or gone."""
        looks = (path for path in {**before.looks, **self.looks} if self.looks.get(path) != before.looks.get(path))
        return [*sorted(map(near, looks)), *(source.name for source in self.plans if self.differs(before, source))]


def watch(names: list[str], batch: Batch, render: Render) -> Exit:
    """Render everything, then what is saved or new, until the end is asked for. Raises `Stop` for standard input."""
    said = batch.said
    if "-" in names:
        raise Stop(Exit.USAGE, said("batch.usage.watch_stdin"))
    say(said("batch.watch.started", names=said.join(names)))
    seen = _seen(names, batch)
    if seen.plans:
        render(list(seen.plans), batch, None)
    else:
        say(said("batch.watch.waiting"))
    while _goes_on(batch.stopping):
        seen = _once(seen, names, batch, render)
    if batch.stopping.cut:
        return Exit.INTERRUPTED
    say(said("batch.watch.ended"))
    return Exit.OK


def _once(before: Seen, names: list[str], batch: Batch, render: Render) -> Seen:
    """Look at the files, and render what has changed since."""
    now = _seen(names, batch)
    if not (changed := now.changed(before)):
        return now
    if (later := _after_a_while(names, batch)) != now:
        # Somebody is in the middle of saving.
        return before
    if now.looks != before.looks:
        batch.wish.looks.forget()
    say(batch.said("batch.watch.again", names=shortened(now.names(before), NAMED, batch.said)))
    # Where a plan has come or gone, the files of others may have got other names.
    render(list(now.plans), batch, frozenset(changed) if now.plans.keys() == before.plans.keys() else None)
    return later


def _after_a_while(names: list[str], batch: Batch) -> Seen:
    time.sleep(PAUSE / 4)
    return _seen(names, batch)


def _goes_on(stopping: Stopping) -> bool:
    """Wait until the next look; false where the end is asked for."""
    end = time.monotonic() + PAUSE
    while not stopping.asked and time.monotonic() < end:
        time.sleep(PAUSE / 10)
    return not stopping.asked


def _seen(names: list[str], batch: Batch) -> Seen:
    plans = {source: _stand(source.path) for source in found_now(names) if source.path}
    looks = batch.wish.looks.files(source.path for source in plans if source.path)
    return Seen(plans, {path: _stand(path) for path in looks})


def _stand(path: Path) -> Stand:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
