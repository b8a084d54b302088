"""A list of records on the question page: its rows, and the form of the one being typed."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.containers import Vertical
from textual.geometry import Size
from textual.widgets import Static

from schemas.fields import marks
from schemas.paths import below, exists
from schemas.specs import FieldSpec
from wizard.document.change import Change
from wizard.ui.company import typed_in
from wizard.ui.questions import columns
from wizard.ui.saying import one_line
from wizard.ui.who import name_of
from wizard.ui.widgets.asked import Asked
from wizard.ui.widgets.form import RecordForm
from wizard.ui.widgets.rows import RowList

from .answering import Answering, Place
from .arranging import named
from .record_lines import RecordLines
from .turning import Turning

if TYPE_CHECKING:
    from .questions import QuestionPage

FEW = 4
"""Fields of a form that leave room for the rows above it, also on a small screen."""

TALL = 32
"""Lines of a screen from which there is room for the rows above any form."""


class RecordsView(Turning, Vertical):
    """Types records one after the other: Enter goes from field to field and from record to record.

    One view serves every list of the page, one after the other.
    """

    BINDINGS = [
        Binding("escape", "close", show=False),
        Binding("up", "field('back')", show=False),
        Binding("down", "field('on')", show=False),
    ]

    def __init__(self, page: QuestionPage) -> None:
        super().__init__(classes="records")
        self.page = page
        self.rows = RowList()
        self.form = RecordForm()
        self.heading = Static("", classes="form-heading", markup=False)
        self.asks = Static("", classes="form-asks", markup=False)
        self.hint = Static("", classes="form-hint", markup=False)
        self.at: Place | None = None
        self.startled = 0.0

    def build(self, spec: FieldSpec, deep: bool, path: str) -> None:
        """Show a list and go to what a path names: a record, a field of it, or the list."""
        if not self.children:
            self.mount(self.rows, self.heading, self.asks, self.form, self.hint)
            self.form.build()
        self.at = None
        self.spec = spec
        self.fields = columns(spec, deep)
        self.marks = {mark.name: mark for mark in marks(spec.item)} if spec.item is not None else {}
        self.lines = RecordLines(self.fields, self.words)
        self.set_class(len(self.fields) <= FEW, "-few")
        self.rows.pointer = 0
        self._list()
        key, field = named(path, spec.place)
        if key and exists(self.session.plan, f"{spec.place}[{key}]"):
            self.open(key, field)
        elif self.rows.rows or self.session.read_only:
            self.close()
        else:
            self.blank()

    @property
    def editing(self) -> bool:
        """Tell whether the form is open."""
        return self.at is not None

    @property
    def beginning(self) -> bool:
        """Tell whether no record is being edited: the list has the focus, or the form is an empty one."""
        return self.at is None or self.at.top is None

    @property
    def key(self) -> str | None:
        """Give the id of the record in the form, else of the one pointed at."""
        if self.at is None:
            return self.rows.key
        return None if self.at.top is None else named(self.at.top, self.spec.place)[0]

    @property
    def field(self) -> FieldSpec | None:
        """Give the field that is asked; None where the list has the focus."""
        return self.form.field if self.editing else None

    @property
    def place(self) -> str:
        """Give the path of what is being typed."""
        if self.at is None or self.at.top is None:
            return self.spec.place
        return f"{self.at.top}.{self.form.field.name}"

    def _list(self) -> None:
        self.rows.show(self.lines.of(self.items, self.session.plan, typed_in(self.session, self.spec.place)))
        self.rows.set_class(not self.rows.rows, "-none")

    def _show(self, form: bool) -> None:
        self.rows.set_class(form, "-above")
        self.heading.display = self.asks.display = self.form.display = form
        if not form:
            key = "read" if self.session.read_only else "rows"
            self.hint.update(self.words(f"interface.hint.{key}") + self._more())

    def _more(self) -> str:
        """Name what else can be done with this list."""
        key = f"forms.hint.{self.spec.place.replace('.', '_')}"
        return self.words(key) if self.session.read_only is None and self.words.has(key) else ""

    def open(self, key: str, field: str | None = None) -> None:
        """Edit a record."""
        if not self.may():
            return
        self._fill(Place(self.session, f"{self.spec.place}[{key}]"), field)
        self.rows.point_at(key)

    def blank(self) -> None:
        """Offer a new record; it is added at its first key."""
        if self.session.read_only is None:
            if self.rows.rows:
                self.rows.point_at(self.rows.rows[-1][0])
            self._fill(Place(self.session, None, self.spec.place, self._head))

    def _fill(self, place: Place, field: str | None = None) -> None:
        self.at = place
        self._show(form=True)
        self.form.fill(self.fields, self._ask, self._said)
        self.to(field if field in [one.name for one in self.fields] else self._first_open())

    def _fit(self) -> None:
        """Give the form the room that the question, the rows and the lines around it leave."""
        height, width = self.screen.size.height, self.page.size.width or self.screen.size.width - 30
        lines = height - 25 if height >= TALL else min(10, height - 13)
        lines -= 3 * self.page.query_one("#confirm").display
        if height < TALL:
            lines -= 4 if len(self.fields) <= FEW and self.rows.rows else 0
            lines -= self.editing and len(self.form.field.question) > width - 3
        self.form.fit(Size(min(width, 84), max(4, lines)))

    def on_resize(self, event: events.Resize) -> None:
        if self.editing:
            self._fit()

    def _ask(self, field: FieldSpec) -> Asked:
        assert self.at is not None
        return Answering(self, field, self.at)

    def _said(self, field: FieldSpec) -> str:
        said = one_line(self.marks[field.name], self._ask(field).value(), self.session.plan, self.words)
        top = self.at.top if self.at is not None else None
        holder = typed_in(self.session, f"{top}.{field.name}").get("") if top else None
        return f"{self.words('company.typing_in', name=holder)} {said}" if holder else said

    def to(self, name: str) -> None:
        """Ask a field of the record."""
        self.form.ask(name)
        self._fit()
        self._head()
        self.page.pointed(self.form.field)

    def _head(self) -> None:
        """Say which record this is, which of its fields is asked, and what the field asks."""
        keys = [item.id for item in self.items]
        number = keys.index(str(self.key)) + 1 if self.key in keys else len(keys) + 1
        said = self.words(
            f"interface.{'record' if self.key in keys else 'new_record'}",
            label=self.spec.label,
            number=number,
            of=len(keys),
        )
        if len(self.fields) > FEW:
            said += self.words("forms.field", number=self.form.at + 1, of=len(self.fields))
        self.heading.update(said)
        self.asks.update(self.form.field.question)
        key = f"forms.hint.{self.form.field.kind}"
        self.hint.update(self.words(key if self.words.has(key) else "interface.hint.form"))

    def _first_open(self) -> str:
        """Name the first field that is not answered, so that what is given is not asked again; else the first one."""
        said = {one.name: self._ask(one).value() for one in self.fields}
        empty = [one for one in self.fields if said[one.name] in (None, "", [])]
        core = [one for one in empty if one.depth == "core"]
        return next((one.name for one in (*core, *empty)), self.fields[0].name)

    def focus_first(self) -> None:
        """Put the focus on the form where it is open, else on the list."""
        self.screen.set_focus(self.form.control if self.editing else self.rows)

    def close(self) -> None:
        """Go back to the list."""
        self.leave()
        self.form.release()
        key, self.at = self.key, None
        self._show(form=False)
        self._list()
        self.rows.point_at(key)
        self.screen.set_focus(self.rows)
        self.page.pointed(self.spec)

    def action_close(self) -> None:
        """Go back to the list; from there the key is the main screen's."""
        if not (self.editing and self.rows.rows):
            raise SkipAction
        self.close()

    def leave(self) -> None:
        """Settle what is typed in the form."""
        if self.editing and (control := self.form.control) is not None:
            control.leave()

    def renew(self) -> None:
        """Show anew what is being typed."""
        self.form.renew()

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.open(event.key)

    def changed(self, change: Change) -> None:
        """Take in a change: the rows of its records, and the form where it is one of them."""
        if not all(below(path, self.spec.place) for path in change.paths()):
            self.lines.forget()
        self._list()
        if self.at is None:
            if change.cause in ("undo", "redo") and change.session == self.session.id:
                self.rows.point_at(named(change.paths()[-1], self.spec.place)[0])
        elif self.at.top is not None and not exists(self.session.plan, self.at.top):
            self._gone(change)
        else:
            self.form.renew()
            self._head()
            if change.session == self.session.id:
                self.rows.point_at(self.key)

    def _gone(self, change: Change) -> None:
        """Go back to the list, because the record in the form was removed; where it is empty, offer a new one."""
        if change.session != self.session.id:
            self.page.warn(self.words("company.record_gone", name=name_of(change.author)))
            self.startled = monotonic()
        self.removed()

    def people(self) -> None:
        """Show where others are typing."""
        self._list()
        if self.editing:
            self.form.renew()

    def removed(self) -> None:
        """Go back to the list; where it is empty, offer a new record."""
        self.at = None
        self.close() if self.rows.rows else self.blank()

    def moved(self, key: str) -> None:
        """Point at the record that was moved."""
        self.rows.point_at(key)
