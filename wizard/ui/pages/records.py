"""A list of records on the question page: its rows, and the form of the one being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.actions import SkipAction
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from schemas.fields import Item, Marks, marks
from schemas.paths import below, exists, get, is_empty
from schemas.specs import FieldSpec
from wizard.document.change import Change
from wizard.ui.questions import columns
from wizard.ui.saying import full_text
from wizard.ui.widgets.asked import Asked, Way
from wizard.ui.widgets.form import RecordForm
from wizard.ui.widgets.rows import Row, RowList

from .answering import Answering, Place

if TYPE_CHECKING:
    from .questions import QuestionPage

GAP = "–"
"""Stands in a row for a core answer that is missing."""

FEW = 4
"""Fields of a form that leave room for the rows above it, also on a small screen."""


class RecordsView(Vertical):
    """Types records one after the other: Enter goes from field to field and from record to record."""

    BINDINGS = [Binding("escape", "close", show=False)]

    def __init__(self, page: QuestionPage, spec: FieldSpec, deep: bool) -> None:
        super().__init__(classes="records")
        self.set_class(len(columns(spec, deep)) <= FEW, "-few")
        self.page = page
        self.session = page.session
        self.words = page.words
        self.spec = spec
        self.fields = columns(spec, deep)
        self.rows = RowList()
        self.form = RecordForm()
        self.heading = Static("", classes="form-heading", markup=False)
        self.hint = Static("", classes="form-hint", markup=False)
        self.at: Place | None = None
        self._said: dict[str, tuple[Item, str]] = {}

    def build(self, path: str) -> None:
        """Put up the list and go to what a path names: a record, a field of it, or the list."""
        self.mount(self.rows, self.heading, self.form, self.hint)
        self._list()
        key, field = _named(path, self.spec.place)
        if key is not None and exists(self.session.plan, f"{self.spec.place}[{key}]"):
            self.open(key, field)
        elif self.rows.rows or self.session.read_only:
            self.close()
        else:
            self.blank()

    @property
    def items(self) -> tuple[Item, ...]:
        """Give the records as they stand in the plan."""
        return tuple(get(self.session.plan, self.spec.place))

    @property
    def editing(self) -> bool:
        """Tell whether the form is open."""
        return self.at is not None

    @property
    def key(self) -> str | None:
        """Give the id of the record in the form, else of the one pointed at."""
        if self.at is None:
            return self.rows.key
        return None if self.at.top is None else _named(self.at.top, self.spec.place)[0]

    @property
    def place(self) -> str:
        """Give the path of what is being typed."""
        if self.at is None or self.at.top is None:
            return self.spec.place
        return f"{self.at.top}.{self.field.name}" if self.field is not None else self.at.top

    def _list(self) -> None:
        self.rows.show([self._row(item) for item in self.items])

    def _row(self, item: Item) -> Row:
        known = self._said.get(item.id)
        if known is None or known[0] is not item:
            self._said[item.id] = known = (item, self._line(item))
        return item.id, known[1]

    def _line(self, item: Item) -> str:
        by_name: dict[str, Marks] = {mark.name: mark for mark in marks(type(item))}
        said: list[str] = []
        for one in self.fields:
            text = full_text(by_name[one.name], getattr(item, one.name), self.session.plan, self.words)
            if text or one.depth == "core":
                said.append(" ".join(text.split()) or GAP)
        return " · ".join(said)

    def _show(self, form: bool) -> None:
        self.rows.set_class(form, "-above")
        self.heading.display = self.form.display = form
        key = "read" if self.session.read_only else "form" if form else "rows"
        self.hint.update(self.words(f"interface.hint.{key}"))

    def open(self, key: str, field: str | None = None) -> None:
        """Edit a record."""
        if self.session.read_only is not None:
            self.page.say(self.words(self.session.read_only))
            return
        self._fill(Place(self.session, f"{self.spec.place}[{key}]"))
        self.rows.point_at(key)
        self._focus(field)

    def blank(self) -> None:
        """Offer a new record; it is added at its first key."""
        if self.session.read_only is None:
            self._fill(Place(self.session, None, self.spec.place, self._head))
            if self.rows.rows:
                self.rows.point_at(self.rows.rows[-1][0])
            self._focus()

    def _fill(self, place: Place) -> None:
        self.at = place
        self.form.fill(self.fields, self._ask)
        self._show(form=True)
        self._head()

    def _ask(self, field: FieldSpec) -> Asked:
        assert self.at is not None
        return Answering(self, field, self.at)

    def _head(self) -> None:
        keys = [item.id for item in self.items]
        number = keys.index(self.key) + 1 if self.key in keys else len(keys) + 1
        said = "record" if self.key in keys else "new_record"
        self.heading.update(self.words(f"interface.{said}", label=self.spec.label, number=number, of=len(keys)))

    def _focus(self, field: str | None = None) -> None:
        names = list(self.form.controls)
        self.screen.set_focus(self.form.controls[field if field in names else self._first_open()])

    def _first_open(self) -> str:
        """Name the first field that is not answered, so that what is given is not asked again; else the first one."""
        named = {one.name: self._ask(one).value() for one in self.fields}
        core = (one.name for one in self.fields if one.depth == "core")
        return next((name for name in core if is_empty(named[name]) or named[name] == []), self.fields[0].name)

    def focus_first(self) -> None:
        """Put the focus on the form where it is open, else on the list."""
        if self.editing:
            self._focus()
        else:
            self.screen.set_focus(self.rows)

    def close(self) -> None:
        """Go back to the list."""
        self.leave()
        key, self.at = self.key, None
        self._show(form=False)
        self._list()
        self.rows.point_at(key)
        self.screen.set_focus(self.rows)

    @property
    def field(self) -> FieldSpec | None:
        """Give the field of the form that has the focus."""
        focused = self.screen.focused
        found = (one for one in self.fields if self.editing and self.form.controls.get(one.name) is focused)
        return next(found, None)

    def on_descendant_focus(self) -> None:
        self.page.pointed(self.field or self.spec)

    def action_close(self) -> None:
        """Go back to the list; from there the key is the main screen's."""
        if not (self.editing and self.rows.rows):
            raise SkipAction
        self.close()

    def leave(self) -> None:
        """Settle what is typed in the form."""
        for control in self.form.controls.values() if self.editing else ():
            if control.has_focus:
                control.leave()

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.open(event.key)

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
            self.screen.set_focus(self.form.controls[name])
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

    def say(self, sentence: str) -> None:
        """Show a sentence beneath the form."""
        self.page.say(sentence)

    def warn(self, sentence: str) -> None:
        """Show a sentence that outlasts the form."""
        self.page.warn(sentence)

    def changed(self, change: Change) -> None:
        """Take in a change: the rows of its records, and the form where it is one of them."""
        inside = all(below(path, self.spec.place) for path in change.paths())
        if not inside:
            self._said.clear()
        self._list()
        if self.at is None:
            if change.cause in ("undo", "redo"):
                self.rows.point_at(_named(change.paths()[-1], self.spec.place)[0])
            return
        if self.at.top is not None and not exists(self.session.plan, self.at.top):
            self.close()
            return
        self.form.renew()
        self._head()
        self.rows.point_at(self.key)

    def add(self) -> None:
        """Type a new record."""
        self.leave()
        self.blank()

    def duplicate(self) -> None:
        """Add a copy of the record after it and edit the copy."""
        if (key := self.key) is not None and self._may():
            self.open(self.session.duplicate(self.spec.place, key))

    def remove_record(self) -> None:
        """Remove the record pointed at; undo brings it back."""
        if (key := self.key) is None or not self._may():
            return
        self.at = None
        self.session.remove(self.spec.place, key)
        self.page.warn(self.words("interface.removed"))
        if self.rows.rows:
            self.close()
        else:
            self.blank()

    def move_record(self, by: int) -> None:
        """Move the record pointed at up or down."""
        keys = [item.id for item in self.items]
        if self.key not in keys or not self._may():
            return
        key = str(self.key)
        at = keys.index(key) + by
        if 0 <= at < len(keys):
            keys.remove(key)
            self.session.move(self.spec.place, key, keys[at - 1] if at else None)
            self.rows.point_at(key)

    def _may(self) -> bool:
        if self.session.read_only is not None:
            self.page.say(self.words(self.session.read_only))
        return self.session.read_only is None


def _named(path: str, top: str) -> tuple[str | None, str | None]:
    """Give the record's id and the field that a path below a list names."""
    if not path.startswith(f"{top}["):
        return None, None
    key, _, field = path[len(top) + 1 :].partition("]")
    return key, field.removeprefix(".") or None
