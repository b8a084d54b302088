"""What can be brought back from the past of a plan, and bringing it back as one change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemas.describing import where
from schemas.paths import NoSuchPath, exists, get
from wizard.document.change import moving, removing
from wizard.document.edits import touched
from wizard.document.restoring import restoring
from wizard.document.session import ReadOnlyPlan
from wizard.document.telling import safe
from wizard.ui.who import name_of

if TYPE_CHECKING:
    from schemas.language import Words
    from schemas.plan import Plan
    from wizard.document.edits import Edit
    from wizard.document.session import Session
    from wizard.ui.past_rows import Row

PLACES = 3
"""Places of a moment that can be brought back one by one."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing to bring back: what it is called, how the plan was then, and where it stands; None for everything."""

    label: str
    then: Plan
    path: str | None

    def edits(self, now: Plan) -> tuple[Edit, ...]:
        """Give what brings it back; nothing where it stands so already. Raises `NoSuchPath` where it has no place."""
        if self.path is not None and self.path.endswith("]") and not exists(self.then, self.path):
            return _away(now, self.path)
        edits = restoring(now, self.then, self.path)
        if not edits and self.path is not None and self.path.endswith("]"):
            return _moved(now, self.then, self.path)
        return edits


def _away(now: Plan, path: str) -> tuple[Edit, ...]:
    """Take a record away that was not there then."""
    at, _, key = path.removesuffix("]").rpartition("[")
    return removing(now, at, key) if exists(now, path) else ()


def _moved(now: Plan, then: Plan, path: str) -> tuple[Edit, ...]:
    """Put a record after the nearest one that it stood after then and that still stands, else first."""
    at, _, key = path.removesuffix("]").rpartition("[")
    standing = {item.id for item in get(now, at)}
    order = [item.id for item in get(then, at)]
    before = [one for one in order[: order.index(key)] if one in standing]
    return moving(now, at, key, before[-1] if before else None)


def wishes(row: Row, before: Plan, after: Plan, now: Plan, words: Words) -> tuple[Wish, ...]:
    """List what can be brought back of a moment: each place it touched, and everything, before it and after it."""
    found: list[Wish] = []
    for path in row.paths[:PLACES]:
        name = safe(where(path, before if exists(before, path) else after, words))
        found.append(Wish(words("past.bring.before", where=name), before, path))
        found.append(Wish(words("past.bring.after", where=name), after, path))
    if row.paths:
        found.append(Wish(words("past.bring.everything_before"), before, None))
        found.append(Wish(words("past.bring.everything_after"), after, None))
    else:
        found.append(Wish(words("past.bring.everything", when=row.when), after, None))
    return tuple(wish for wish in found if _changes(wish, now))


def _changes(wish: Wish, now: Plan) -> bool:
    try:
        return bool(wish.edits(now))
    except NoSuchPath:
        return False


def bring(session: Session, wish: Wish, words: Words) -> str:
    """Bring something back as one change, and say what came of it."""
    session.settle()
    try:
        edits = wish.edits(session.plan)
        if holder := next(filter(None, (session.holder(touched(edit)) for edit in edits)), None):
            return words("past.bring.held", author=name_of(holder))
        if not edits:
            return words("past.bring.nothing")
        change = session.apply(edits, "restore")
    except NoSuchPath:
        return words("past.bring.gone")
    except ReadOnlyPlan as refused:
        return words(refused.key)
    return words("past.bring.done" if change is not None else "past.bring.clash")
