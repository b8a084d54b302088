"""A record that is typed and comes into the plan as one change, when it is finished."""

from __future__ import annotations

from typing import Any

from schemas.fields import Item
from schemas.ids import new_id
from schemas.paths import is_empty, mark_at

from .edits import WrongType, normal
from .session import Session


class Coming:
    """A record on its way into a list. Each key is kept, as every draft is, so that no crash loses it.

    where: path of the list. given: what the record holds from the start; alone it is not worth keeping.
    """

    def __init__(self, session: Session, where: str, given: dict[str, Any]) -> None:
        model = mark_at(where).item
        assert model is not None
        assert issubclass(model, Item)
        self.session = session
        self.path = f"{where}[{new_id(model)}]"
        self.given = given
        self.typed: dict[str, Any] = {}

    def value(self, name: str) -> Any:
        """Give what a control should show."""
        return self.typed.get(name, self.given.get(name))

    @property
    def blank(self) -> bool:
        """Tell whether nothing was typed, or all of it was taken away again."""
        return all(is_empty(value) for value in self.typed.values())

    def draft(self, name: str, value: Any) -> None:
        """Keep what is typed of a field, before it is echoed. Raises `ReadOnlyPlan`."""
        self.typed[name] = value
        if self.blank:
            self.drop()
            return
        self.session.draft(self.path, self._values())
        if self._fits(name):
            self.session.drop(f"{self.path}.{name}")
        else:
            self.session.draft(f"{self.path}.{name}", value)

    def _values(self) -> dict[str, Any]:
        fitting = {name: value for name, value in self.typed.items() if self._fits(name)}
        return {name: value for name, value in {**self.given, **fitting}.items() if value is not None}

    def _fits(self, name: str) -> bool:
        try:
            normal(f"{self.path}.{name}", self.typed[name])
        except WrongType:
            return False
        return True

    def finish(self) -> None:
        """Add the record; what is no valid value yet, such as half a date, stays a draft of its field."""
        self.session.draft(self.path, self._values())
        self.session.settle(self.path)
        for name in self.typed:
            self.session.settle(f"{self.path}.{name}")

    def drop(self) -> None:
        """Forget all that was typed."""
        for name in self.typed:
            self.session.drop(f"{self.path}.{name}")
        self.session.drop(self.path)
