"""The roles grid on the question page: who does, decides, is asked and is told, for each task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from schemas.organisation import CONTACTS
from schemas.paths import below, exists
from schemas.specs import FieldSpec
from wizard.document.change import Change
from wizard.ui import roles
from wizard.ui.printable import printable
from wizard.ui.refusing import refusals
from wizard.ui.who import name_of
from wizard.ui.widgets.asked import Control, Way
from wizard.ui.widgets.line import LineControl
from wizard.ui.widgets.reference import SHOWN, ReferenceControl
from wizard.ui.widgets.roles_grid import RolesGrid

from .answering import Answering, Place
from .arranging import Arranging, named
from .new_role import NewRole
from .pointed import keys_at, pointed_at

if TYPE_CHECKING:
    from .questions import QuestionPage


class RolesView(Arranging, Vertical):
    """Types tasks one after the other, and a letter in each cell; beneath the grid stands what is typed or meant."""

    BINDINGS = [
        Binding("escape", "grid", show=False),
        Binding("up", "task(-1)", show=False),
        Binding("down", "task(1)", show=False),
    ]

    def __init__(self, page: QuestionPage) -> None:
        super().__init__(classes="roles")
        self.page = page
        self.grid = RolesGrid(page.words)
        self.said = Static("", classes="roles-said", markup=False)
        self.label = Static("", classes="roles-label", markup=False)
        self.named = LineControl()
        self.picker = ReferenceControl()
        self.line = Horizontal(self.label, self.named, self.picker, classes="roles-line")
        self.hint = Static("", classes="form-hint", markup=False)
        self.typing: Control | None = None
        self._typed_at: Place | None = None
        self._roles: set[str] = set()

    def build(self, spec: FieldSpec, deep: bool, path: str) -> None:
        """Show the grid and go to the task a path names; where there is none, one is typed at once."""
        if not self.children:
            self.mount(self.grid, self.said, self.line, self.hint)
        self.spec = spec
        self.fields = {field.name: field for field in spec.fields}
        self._roles |= roles.used(self.session.plan) or roles.proposed(self.session.plan)
        self._show()
        key, field = named(path, spec.place)
        self.grid.point_at_task(key, -1 if field in (None, "task") else 0)
        if self.grid.rows or self.session.read_only:
            self.to_grid()
        else:
            self.blank()

    @property
    def editing(self) -> bool:
        """Tell whether a task's name or a role is being typed."""
        return self.typing is not None

    @property
    def key(self) -> str | None:
        """Give the id of the task pointed at."""
        return self.grid.at.key if self.grid.at is not None else None

    @property
    def field(self) -> FieldSpec | None:
        """Give the field that is asked: the task's name while it is typed."""
        return self.fields["task"] if self.typing is self.named else None

    @property
    def place(self) -> str:
        """Give the path of what is pointed at."""
        if self.key is None:
            return self.spec.place
        return f"{self.spec.place}[{self.key}]" + (".task" if self.typing is self.named else "")

    def _show(self) -> None:
        self._roles |= roles.used(self.session.plan)
        plan = self.session.plan
        self.grid.show(roles.task_rows(plan), roles.roles(plan, self._roles), self.words)
        self._fit()
        self._say_where()

    def _fit(self) -> None:
        """Give the grid the lines that the question above and what is typed beneath leave."""
        self.grid.fit(self.screen.size.height, SHOWN if self.typing is self.picker else 0)

    def on_resize(self, event: events.Resize) -> None:
        self._fit()

    def _say_where(self) -> None:
        """Say in words what is pointed at, and which keys do what there."""
        self.said.update(printable(pointed_at(self.grid, self.spec.place, self.session, self.words)))
        self.said.display, self.line.display = not self.editing, self.editing
        typed = "task" if self.typing is self.named else "role" if self.editing else None
        self.hint.update(keys_at(self.grid, typed, self.session, self.words))

    def _type(self, control: LineControl, label: str) -> None:
        """Open the line beneath the grid."""
        self.typing = control
        self.label.update(self.words(f"roles.{label}"))
        self.named.display, self.picker.display = control is self.named, control is self.picker
        self._fit()
        self._say_where()
        self.screen.set_focus(control)
        self.page.pointed(self.field or self.spec)

    def open(self, key: str, field: str | None = None) -> None:
        """Edit the name of a task."""
        if not self.may():
            return
        self.grid.point_at_task(key, -1)
        self._ask(Place(self.session, f"{self.spec.place}[{key}]"))

    def blank(self) -> None:
        """Type a new task; it is added at its first key."""
        if self.may():
            self.grid.point_at(len(self.grid.rows), -1)
            self._ask(Place(self.session, None, self.spec.place, self._made))

    def _ask(self, place: Place) -> None:
        self._typed_at = place
        self.named.bind(Answering(self, self.fields["task"], place))
        self.named.cursor_position = len(self.named.value)
        self._type(self.named, "task")

    def _made(self) -> None:
        """Point at the task that came with the first key."""
        self._show()
        assert self._typed_at is not None
        self.grid.point_at_task(named(str(self._typed_at.top), self.spec.place)[0], -1)

    def add_role(self) -> None:
        """Pick or create the role of another column."""
        if self.may():
            self.picker.bind(NewRole(self))
            self._type(self.picker, "role")

    def take(self, key: str) -> None:
        """Put a role along the top, and point at it."""
        self._roles.add(key)
        self._show()
        self.grid.point_at(self.grid.row, [one for one, _ in self.grid.columns].index(key))

    def action_grid(self) -> None:
        """Go from the line to the grid; from there the key is the main screen's."""
        if not self.editing and self.screen.focused is self.grid:
            raise SkipAction
        self.to_grid()

    def to_grid(self) -> None:
        """Leave what is typed, and put the focus on the grid."""
        self.leave()
        self.typing = self._typed_at = None
        self._fit()
        self._say_where()
        self.screen.set_focus(self.grid)
        self.page.pointed(self.spec)

    def action_task(self, by: int) -> None:
        """Go from the task that is typed to the one above or below."""
        if self.typing is self.named:
            self._next_task(by)

    def _next_task(self, by: int) -> None:
        self.leave()
        at = self.grid.row + by
        if 0 <= at < len(self.grid.rows):
            self.open(self.grid.rows[at].key)
        elif by > 0:
            self.blank()

    def on_roles_grid_moved(self) -> None:
        self._say_where()

    def on_roles_grid_entered(self) -> None:
        """Add a role, edit a task's name, or go to the next task's first role."""
        if self.grid.adding:
            self.add_role()
        elif self.grid.at is None:
            self.blank()
        elif self.grid.column < 0:
            self.open(self.grid.at.key)
        elif self.grid.row + 1 < len(self.grid.rows):
            self.grid.point_at(self.grid.row + 1, 0)
        else:
            self.blank()

    def on_roles_grid_typed(self, event: RolesGrid.Typed) -> None:
        """Set or clear the cell pointed at; a letter at a task's name types it."""
        char = event.character
        if self.grid.column < 0 or self.grid.at is None:
            self._begin_task(char)
        elif self.grid.adding or char.casefold() == self.words("roles.letter.role"):
            if char:
                self.add_role()
        elif self.may():
            self._set(char)

    def _begin_task(self, char: str) -> None:
        if not char or not self.may():
            return
        self.open(self.grid.at.key) if self.grid.at is not None else self.blank()
        self.named.insert_text_at_cursor(char)

    def _set(self, char: str) -> None:
        row, role = self.grid.at, self.grid.role
        assert row is not None
        assert role is not None
        parts = roles.typed(row.cells.get(role[0], ()), char, self.words)
        if parts is None:
            self.page.say(self.words("roles.unknown", letters=roles.legend(self.words)))
            return
        self.page.say("")
        with refusals(self.say, self.words):
            self.session.apply(roles.cell_set(self.session.plan, row.key, role[0], parts))

    def focus_first(self) -> None:
        """Put the focus on what is typed, else on the grid."""
        self.screen.set_focus(self.typing or self.grid)

    def leave(self) -> None:
        """Settle what is typed."""
        if self.typing is not None:
            self.typing.leave()

    def renew(self) -> None:
        """Show anew what is being typed."""
        if self.typing is not None:
            self.typing.renew()

    def turn_field(self, way: Way) -> bool:
        """Go to the next cell of the task; False past the last one, and before the first."""
        if self.editing:
            self.action_grid()
            self.grid.point_at(self.grid.row, 0 if way == "on" else -1)
            return True
        column = self.grid.column + (1 if way == "on" else -1)
        if not -1 <= column <= len(self.grid.columns):
            return False
        self.grid.point_at(self.grid.row, column)
        return True

    def turn_from(self, spec: FieldSpec, way: Way) -> None:
        """Go on from a task's name to the next task, a new one; an empty new one ends the grid."""
        if self.grid.at is None and not self.named.value.strip():
            self.typing = None
            self.page.turn(way)
        else:
            self._next_task(1 if way == "on" else -1)

    def changed(self, change: Change) -> None:
        """Take in a change: the grid's own tasks, or the names of its roles."""
        tops = (self.spec.place, CONTACTS)
        if not any(below(path, top) for path in change.paths() for top in tops):
            return
        self._show()
        if self._typed_at is not None and not exists(self.session.plan, self._typed_at.top or self.spec.place):
            self._gone(change)
        else:
            self.renew()

    def _gone(self, change: Change) -> None:
        """Go back to the grid, because the task that is named was removed by another."""
        self._typed_at = None
        self.to_grid()
        self.page.warn(self.words("company.record_gone", name=name_of(change.author)))

    def people(self) -> None:
        """Say where others are typing."""
        self._say_where()

    def removed(self) -> None:
        """Go back to the grid; where it is empty, a task is typed."""
        self.to_grid() if self.grid.rows else self.blank()

    def moved(self, key: str) -> None:
        """Point at the task that was moved."""
        self.grid.point_at_task(key, self.grid.column)
