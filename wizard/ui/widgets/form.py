"""The form of one record: the field that is typed, and a line for each of the others."""

from __future__ import annotations

from collections.abc import Callable

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from schemas.specs import FieldSpec
from wizard.ui.printable import printable

from .asked import Asked, Control
from .choice import INDENT
from .controls import control_for

LABEL = 18
"""Columns of the labels, with the gap after them."""

TALL = 14
"""Lines of room from which a text is typed in more of them."""

LISTED = 7
"""Lines of a control that lists records beneath the one it is typed in."""


class RecordForm(Vertical):
    """Shows a record's fields and asks one of them; the same controls serve every field of their kind.

    A record of twenty fields costs no more than one of two: only what is typed is a widget of its own.
    """

    def __init__(self) -> None:
        super().__init__(classes="form")
        self.fields: tuple[FieldSpec, ...] = ()
        self.at = 0
        self.room = Size(50, 10)
        self._above = Static("", classes="form-lines", markup=False)
        self._label = Static("", classes="form-label", markup=False)
        self._row = Vertical(classes="form-row")
        self._below = Static("", classes="form-lines", markup=False)
        self._controls: dict[str, Control] = {}

    def build(self) -> None:
        """Put up what every record needs."""
        self.mount(self._above, self._row, self._below)
        self._row.mount(self._label)

    def fill(
        self, fields: tuple[FieldSpec, ...], ask: Callable[[FieldSpec], Asked], say: Callable[[FieldSpec], str]
    ) -> None:
        """Take on a record. ask: gives each field as its question. say: what stands in it, on one line."""
        self.fields, self._ask, self._say = fields, ask, say
        self.at = min(self.at, len(fields) - 1)

    @property
    def field(self) -> FieldSpec:
        """Give the field that is asked."""
        return self.fields[self.at]

    @property
    def control(self) -> Control | None:
        """Give the control of the field that is asked."""
        return self._controls.get(self.field.kind) if self.fields else None

    def next_to(self, name: str, by: int) -> str | None:
        """Name the field after or before another; None at either end."""
        names = [field.name for field in self.fields]
        at = names.index(name) + by
        return names[at] if 0 <= at < len(names) else None

    def ask(self, name: str) -> None:
        """Ask a field, and put the focus there."""
        self.at = next(number for number, field in enumerate(self.fields) if field.name == name)
        asked, kind = self._ask(self.field), self.field.kind
        control = self._controls.get(kind)
        if control is None:
            self._controls[kind] = control = control_for(asked)
            self._row.mount(control)
        else:
            control.bind(asked)
        control.display = True
        self.screen.set_focus(control)
        for other in self._controls.values():
            if other is not control and other.display:
                other.bind(None)
                other.display = False
        self._arrange()

    def release(self) -> None:
        """Let go of the record."""
        if (control := self.control) is not None:
            control.bind(None)

    def renew(self) -> None:
        """Show every field's value anew, where it is another."""
        if (control := self.control) is not None and control.asked is not None:
            control.renew()
            self._arrange()

    def fit(self, room: Size) -> None:
        """Take other room, in columns and lines."""
        if room != self.room:
            self.room = room
            if self.control is not None:
                self._arrange()

    def _arrange(self) -> None:
        """Write the lines around the field that is asked: as many as there is room for, and at least that one."""
        control = self.control
        assert control is not None
        wide = self._wide()
        self._row.set_class(wide, "-wide")
        self._label.update(self.field.label)
        taken = self._height(control, wide) + wide
        control.styles.max_height = max(1, self.room.height - wide)
        left = max(0, self.room.height - taken)
        before, after = self.at, len(self.fields) - 1 - self.at
        below = min(after, max(left - before, (left + 1) // 2))
        above = min(before, left - below)
        airy = self.room.height > 2 * len(self.fields) + taken
        self._write(self._above, self.fields[self.at - above : self.at], airy, last=airy)
        self._write(self._below, self.fields[self.at + 1 : self.at + 1 + below], airy, first=airy)

    def _wide(self) -> bool:
        """Tell whether the field needs the whole width, its label standing above it."""
        kind = self.field.kind
        if kind in ("choice", "choices"):
            return max(len(label) for _, label in self.field.choices) + INDENT > self.room.width - LABEL - 3
        return kind in ("text", "lines", "references")

    def _height(self, control: Control, wide: bool) -> int:
        """Give the lines that the control takes at most."""
        most = self.room.height - wide
        kind = self.field.kind
        if kind in ("text", "lines"):
            return min(most, 8 if most >= TALL else 6)
        if kind in ("reference", "references"):
            return min(most, LISTED + 2 * (kind == "references"))
        if kind in ("choice", "choices", "flag"):
            width = self.room.width - 3 - (0 if wide else LABEL)
            return min(most, control.get_content_height(self.room, self.room, width))
        return 1

    def _write(
        self, lines: Static, fields: tuple[FieldSpec, ...], airy: bool, first: bool = False, last: bool = False
    ) -> None:
        said = Content("\n\n" if airy else "\n").join(self._line(field) for field in fields)
        lines.display = bool(fields)
        lines.update(Content.assemble("\n" * first, said, "\n" * last))

    def _line(self, field: FieldSpec) -> Content:
        label = field.label if len(field.label) < LABEL else field.label[: LABEL - 2] + "…"
        return Content.assemble((f"{label:<{LABEL}}", "$text-muted"), printable(self._say(field)) or "–")
