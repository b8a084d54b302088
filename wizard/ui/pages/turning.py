"""Going from field to field and from record to record in the form of a list."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from .arranging import Arranging

if TYPE_CHECKING:
    from schemas.specs import FieldSpec
    from wizard.ui.widgets.asked import Way
    from wizard.ui.widgets.form import RecordForm
    from wizard.ui.widgets.rows import RowList

    from .answering import Place


class Turning(Arranging):
    """What Enter, Tab and the arrows do in a form; the view asks the field they lead to."""

    at: Place | None
    fields: tuple[FieldSpec, ...]
    form: RecordForm
    rows: RowList

    @property
    @abstractmethod
    def field(self) -> FieldSpec | None:
        """Give the field that is asked; None where the list has the focus."""

    @abstractmethod
    def to(self, name: str) -> None:
        """Ask a field of the record."""

    @abstractmethod
    def close(self) -> None:
        """Go back to the list."""

    def action_field(self, way: Way) -> None:
        """Go to the field below or above; at either end of the form nothing happens."""
        field = self.field
        if field is not None and (name := self.form.next_to(field.name, 1 if way == "on" else -1)) is not None:
            self._go(name)

    def _go(self, name: str) -> None:
        """Go from one field to another; what the first one had to say is said with its name."""
        field = self.form.field
        self.page.say("")
        self.leave()
        note = self.page.note
        self.to(name)
        if note:
            self.page.say(f"{field.label}: {note}")

    def turn_field(self, way: Way) -> bool:
        """Go to the next field or record from wherever the focus is; False where the list itself has it."""
        if (field := self.field) is None:
            return False
        self.turn_from(field, way)
        return True

    def turn_from(self, spec: FieldSpec, way: Way) -> None:
        """Go on from a field: to the next one, the next record, a new one; an empty new one ends the list."""
        if self.at is not None and self.at.top is None and spec is self.fields[0]:
            self._end(way)
        elif (name := self.form.next_to(spec.name, 1 if way == "on" else -1)) is not None:
            self._go(name)
        else:
            self._next_record(1 if way == "on" else -1)

    def _end(self, way: Way) -> None:
        if way == "back" and self.rows.rows:
            self.close()
        else:
            self.page.turn(way)

    def _next_record(self, by: int) -> None:
        self.leave()
        keys = [item.id for item in self.items]
        at = keys.index(str(self.key)) + by if self.key in keys else len(keys)
        if at < 0:
            self.close()
        elif at < len(keys):
            self.open(keys[at])
        elif self.at is not None and self.at.top is not None:
            self.blank()
        else:
            self._end("on")
