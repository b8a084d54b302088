"""The form of one record: its fields one below the other."""

from __future__ import annotations

from collections.abc import Callable

from textual.containers import VerticalScroll
from textual.widgets import Static

from schemas.specs import FieldSpec

from .asked import Asked, Control
from .controls import control_for


class RecordForm(VerticalScroll, can_focus=False):
    """Shows a record's fields; the same controls serve one record after the other."""

    def __init__(self) -> None:
        super().__init__(classes="form")
        self.controls: dict[str, Control] = {}

    def fill(self, fields: tuple[FieldSpec, ...], ask: Callable[[FieldSpec], Asked]) -> None:
        """Show a record. ask: gives each field as the question of this record."""
        if tuple(self.controls) == tuple(field.name for field in fields):
            for field in fields:
                self.controls[field.name].bind(ask(field))
            return
        self.remove_children()
        self.controls = {field.name: control_for(ask(field), compact=True) for field in fields}
        for field in fields:
            self.mount(Static(field.label, classes="form-label", markup=False), self.controls[field.name])

    def next_to(self, name: str, by: int) -> str | None:
        """Name the field after or before another; None at either end."""
        names = list(self.controls)
        at = names.index(name) + by
        return names[at] if 0 <= at < len(names) else None

    def renew(self) -> None:
        """Show every field's value anew, where it is another."""
        for control in self.controls.values():
            control.renew()
