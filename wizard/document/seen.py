"""A session as somebody sees it who is limited to some parts of the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from schemas.paths import NoSuchPath
from schemas.plan import Plan

from .change import Change
from .conflicts import Conflict
from .edits import touched
from .limiting import limited
from .reach import Components, reached, reaches
from .session import Session


def seen(session: Session) -> Session:
    """Give a session as it may be shown: itself, or where it is limited a view without the other parts."""
    return session if session.components is None else cast("Session", Seen(session))


WHOLE = frozenset({"history", "ledger", "drafts", "trail", "keeper"})
"""What a session is made of, and what speaks of the whole plan."""


class Seen:
    """Stands before a limited session: answers from the parts alone, and passes on what it is told.

    The session itself refuses changes beyond the parts; here what stands there is left out.
    """

    def __init__(self, session: Session) -> None:
        vars(self)["session"] = session
        vars(self)["_shown"] = None

    def __getattr__(self, name: str) -> Any:
        if name in WHOLE:
            raise AttributeError(name)
        return getattr(vars(self)["session"], name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(vars(self)["session"], name, value)

    @property
    def _session(self) -> Session:
        return cast("Session", vars(self)["session"])

    @property
    def _components(self) -> Components:
        return self._session.components

    @property
    def plan(self) -> Plan:
        """The plan with its other parts empty; the same one as long as the whole is the same."""
        whole, shown = self._session.plan, vars(self)["_shown"]
        if shown is None or shown[0] is not whole:
            shown = vars(self)["_shown"] = whole, limited(whole, self._components)
        return cast("Plan", shown[1])

    @property
    def unsettled(self) -> dict[str, Any]:
        """Drafts that are no valid value, by path."""
        return {path: value for path, value in self._session.unsettled.items() if reaches(self._components, path)}

    @property
    def brought_back(self) -> tuple[str, ...]:
        """Paths that a crash had left as drafts."""
        return tuple(path for path in self._session.brought_back if reaches(self._components, path))

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What waits for a choice and lies in the parts altogether."""
        found = self._session.conflicts
        return tuple(one for one in found if reached(self._components, tuple(map(touched, one.edits))))

    @property
    def elsewhere(self) -> Any:
        """What is told of the plan file; which of two whole plans is to stand is not for a guest to choose."""
        return _Unasked(self._session)

    def value(self, path: str) -> Any:
        """Give what a control at a path should show. Raises `NoSuchPath` beyond the parts."""
        if not reaches(self._components, path):
            raise NoSuchPath(path)
        return self._session.value(path)

    def changes(self, after: int = 0, until: int | None = None) -> list[Change]:
        """Read the log after a seq, with what was changed in the parts."""
        return [mine for one in self._session.changes(after, until) if (mine := self._of(one)) is not None]

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Hear of what changes in the parts; gives what ends it."""

        def heard(change: Change) -> None:
            if (mine := self._of(change)) is not None:
                listener(mine)

        return self._session.subscribe(heard)

    def _of(self, change: Change) -> Change | None:
        edits = tuple(edit for edit in change.edits if reaches(self._components, touched(edit)))
        return replace(change, edits=edits) if edits else None


class _Unasked:
    """What a session tells of its file, without its questions."""

    question = None

    def __init__(self, session: Session) -> None:
        vars(self)["told"] = session.elsewhere

    def __getattr__(self, name: str) -> Any:
        return getattr(vars(self)["told"], name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(vars(self)["told"], name, value)
