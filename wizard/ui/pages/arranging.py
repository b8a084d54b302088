"""What is done with whole records of a list: adding, copying, removing and moving them."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from wizard.ui.refusing import refusals

if TYPE_CHECKING:
    from schemas.fields import Item
    from schemas.language import Words
    from schemas.specs import FieldSpec
    from wizard.document.session import Session

    from .questions import QuestionPage


class Arranging:
    """The commands of a list, for the view that shows it.

    The view says which record is meant (`key`), shows the list (`close`), a record (`open`) or a new one (`blank`).
    """

    page: QuestionPage
    spec: FieldSpec

    @property
    def session(self) -> Session:
        """Give the session whose plan is shown."""
        return self.page.session

    @property
    def words(self) -> Words:
        """Give the words of the language then chosen."""
        return self.page.words

    @property
    def items(self) -> tuple[Item, ...]:
        """Give the records as they stand in the plan."""
        from schemas.paths import get

        return tuple(get(self.session.plan, self.spec.place))

    @property
    @abstractmethod
    def key(self) -> str | None:
        """Give the id of the record that is meant."""

    @abstractmethod
    def open(self, key: str, field: str | None = None) -> None:
        """Edit a record."""

    @abstractmethod
    def blank(self) -> None:
        """Offer a new record."""

    @abstractmethod
    def removed(self) -> None:
        """Show the list after a record was removed."""

    @abstractmethod
    def moved(self, key: str) -> None:
        """Show where a record that was moved stands now."""

    @abstractmethod
    def leave(self) -> None:
        """Settle what is typed."""

    def add(self) -> None:
        """Type a new record."""
        self.leave()
        self.blank()

    def begin(self, values: dict[str, Any]) -> None:
        """Add a record that is filled in already, to be adapted; one change, so that one undo takes it back."""
        self.leave()
        if self.may():
            with refusals(self.say, self.words):
                self.open(self.session.add(self.spec.place, values))

    def duplicate(self) -> None:
        """Add a copy of the record after it and edit the copy."""
        if (key := self.key) is not None and self.may():
            with refusals(self.say, self.words):
                self.open(self.session.duplicate(self.spec.place, key))

    def remove_record(self) -> None:
        """Remove the record pointed at; undo brings it back."""
        if (key := self.key) is None or not self.may():
            return
        with refusals(self.warn, self.words):
            self.session.remove(self.spec.place, key)
            self.page.warn(self.words("interface.removed"))
            self.removed()

    def move_record(self, by: int) -> None:
        """Move the record pointed at up or down."""
        keys = [item.id for item in self.items]
        if (key := self.key) is None or key not in keys or not self.may():
            return
        at = keys.index(key) + by
        if 0 <= at < len(keys):
            keys.remove(key)
            with refusals(self.warn, self.words):
                self.session.move(self.spec.place, key, keys[at - 1] if at else None)
                self.moved(key)

    def say(self, sentence: str) -> None:
        """Show a sentence beneath what is typed."""
        self.page.say(sentence)

    def warn(self, sentence: str) -> None:
        """Show a sentence that outlasts it."""
        self.page.warn(sentence)

    def may(self) -> bool:
        """Tell whether the plan can be changed, and say so where it cannot."""
        if self.session.read_only is not None:
            self.page.say(self.words(self.session.read_only))
        return self.session.read_only is None


def named(path: str, top: str) -> tuple[str | None, str | None]:
    """Give the record's id and the field that a path below a list names."""
    if not path.startswith(f"{top}["):
        return None, None
    key, _, field = path[len(top) + 1 :].partition("]")
    return key, field.removeprefix(".") or None
