"""A grid of tasks and roles: the tasks always in view, the roles scrolled to as there is room."""

from __future__ import annotations

from textwrap import wrap

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget

from schemas.language import Words
from wizard.ui.printable import printable
from wizard.ui.roles import TaskRow, deciding, letter

HEAD = 3
"""Lines in which a role's name is written."""

STATUS = 18
"""Columns that say whether exactly one role decides."""


class RolesGrid(Widget, can_focus=True):
    """Shows the grid and points at a cell. It changes nothing: what is typed goes up as a message.

    Column -1 is the task's name; past the last role comes the column that adds one. The row past the last is a new one.
    """

    BINDINGS = [
        Binding("up", "point(-1, 0)", show=False),
        Binding("down", "point(1, 0)", show=False),
        Binding("left", "point(0, -1)", show=False),
        Binding("right", "point(0, 1)", show=False),
        Binding("home", "point(0, -1000)", show=False),
        Binding("end", "point(0, 1000)", show=False),
        Binding("enter", "enter", show=False),
    ]

    class Moved(Message):
        """Another cell is pointed at."""

    class Entered(Message):
        """Enter was pressed at a cell."""

    class Typed(Message):
        """A character was typed at a cell, or the empty one, which clears it."""

        def __init__(self, character: str) -> None:
            super().__init__()
            self.character = character

    def __init__(self, words: Words) -> None:
        super().__init__(classes="roles-grid")
        self.words = words
        self.rows: list[TaskRow] = []
        self.columns: list[tuple[str, str]] = []
        self.row = 0
        self.column = -1
        self._first = 0

    @property
    def at(self) -> TaskRow | None:
        """Give the task pointed at; None at the new one."""
        return self.rows[self.row] if self.row < len(self.rows) else None

    @property
    def role(self) -> tuple[str, str] | None:
        """Give the role pointed at; None at the tasks' names and where one is added."""
        return self.columns[self.column] if 0 <= self.column < len(self.columns) else None

    @property
    def adding(self) -> bool:
        """Tell whether the column that adds a role is pointed at."""
        return self.column == len(self.columns)

    def show(self, rows: list[TaskRow], columns: list[tuple[str, str]], words: Words) -> None:
        """Show these tasks and roles; the pointer stays at its task and its role."""
        key, role = self.at.key if self.at is not None else None, self.role
        self.rows, self.columns, self.words = rows, columns, words
        keys = [row.key for row in rows]
        self.row = len(rows) if key is None else keys.index(key) if key in keys else min(self.row, len(rows))
        known = [one for one, _ in columns]
        self.column = known.index(role[0]) if role and role[0] in known else min(self.column, len(columns))
        self.refresh()

    def fit(self, height: int, taken: int) -> None:
        """Take the lines of a screen that the question above and what is typed beneath (`taken`) leave."""
        room = height - (20 if height >= 32 else 14) - taken
        self.styles.height = HEAD + max(2, min(len(self.rows) + 1, room - HEAD))

    def point_at(self, row: int, column: int) -> None:
        """Point at a cell."""
        moved = (row, column) != (self.row, self.column)
        self.row = max(0, min(len(self.rows), row))
        self.column = max(-1, min(len(self.columns), column))
        self.refresh()
        if moved:
            self.post_message(self.Moved())

    def point_at_task(self, key: str | None, column: int) -> None:
        """Point at a cell of a task; at the first task where there is none of that id."""
        keys = [row.key for row in self.rows]
        self.point_at(keys.index(key) if key in keys else 0, column)

    def action_point(self, down: int, right: int) -> None:
        """Move the pointer."""
        self.point_at(self.row + down, self.column + right)

    def action_enter(self) -> None:
        """Say that Enter was pressed."""
        self.post_message(self.Entered())

    def on_key(self, event: events.Key) -> None:
        """Report a letter, and what clears a cell. At the tasks' names the keys of any list do as they do there."""
        if event.key in ("space", "backspace", "delete") and self.column >= 0:
            event.stop()
            self.post_message(self.Typed(""))
        elif event.character is not None and event.character.isalpha():
            event.stop()
            self.post_message(self.Typed(event.character))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    @property
    def _task_width(self) -> int:
        return max(20, min(36, self.size.width // 4))

    @property
    def _column_width(self) -> int:
        return 10 if self.size.width < 90 else 12

    def _shown_columns(self) -> range:
        """Give the columns there is room for, the one pointed at among them."""
        room = max(1, (self.size.width - self._task_width - STATUS) // self._column_width)
        last = max(0, len(self.columns) + 1 - room)
        if self.column >= 0:
            self._first = max(self.column - room + 1, min(self._first, self.column))
        self._first = min(self._first, last)
        return range(self._first, min(self._first + room, len(self.columns) + 1))

    def render(self) -> Text:
        """Write the roles' names, then a line for each task."""
        columns = self._shown_columns()
        lines = [*self._head(columns), *self._body(columns)]
        return Text("\n", no_wrap=True, overflow="crop", end="").join(lines)

    def _head(self, columns: range) -> list[Text]:
        width = self._column_width
        names = [self._role_lines(column, width - 1) for column in columns]
        lines = []
        for number in range(HEAD):
            last = number == HEAD - 1
            sign = "‹" if last and columns.start > 0 else " "
            line = Text(f"  {self.words('roles.head') if last else '':<{self._task_width + STATUS - 3}}{sign}")
            for column, name in zip(columns, names, strict=True):
                line.append(f"{name[number]:<{width}}", "bold reverse" if column == self.column else "bold")
            more = last and columns.stop <= len(self.columns)
            line.append("›" if more else "")
            lines.append(line)
        return lines

    def _role_lines(self, column: int, width: int) -> list[str]:
        """Set a role's name in the lines of the head, at their lower end."""
        said = self.columns[column][1] if column < len(self.columns) else self.words("roles.new_role")
        pieces = [piece for word in printable(said).split() for piece in _broken(word, width)]
        lines = wrap(" ".join(pieces), width, break_on_hyphens=True)
        if len(lines) > HEAD:
            lines = [*lines[: HEAD - 1], lines[HEAD - 1][: width - 1] + "…"]
        return [""] * (HEAD - len(lines)) + lines

    def _body(self, columns: range) -> list[Text]:
        """Write the tasks there is room for, the one pointed at among them."""
        room = max(1, self.size.height - HEAD)
        first = max(0, min(self.row - room + 1 if self.row >= room else 0, len(self.rows) + 1 - room))
        lines = [self._line(number, columns) for number in range(first, min(first + room, len(self.rows)))]
        if len(lines) < room:
            at = self.row == len(self.rows)
            said = f"{'›' if at else ' '} {self.words('roles.new_task')}"
            lines.append(Text(f"{said:<{self._task_width}}", "bold reverse" if at and self.has_focus else ""))
        return lines

    def _line(self, number: int, columns: range) -> Text:
        row = self.rows[number]
        here = number == self.row
        width = self._task_width
        name = printable(" ".join(row.task.split())) or self.words("roles.unnamed")
        cut = name if len(name) <= width - 3 else name[: width - 4] + "…"
        line = Text(f"{'›' if here else ' '} ", no_wrap=True)
        pointed = here and self.column < 0 and self.has_focus
        line.append(f"{cut:<{width - 2}}", "bold reverse" if pointed else "bold" if here else "")
        line.append(f"{deciding(row, self.words):<{STATUS}}", "" if row.deciding == 1 else "bold")
        for column in columns:
            self._cell(line, row, column, here and column == self.column)
        return line

    def _cell(self, line: Text, row: TaskRow, column: int, at: bool) -> None:
        """Write a cell: its letters, or a dot where the role has no part; brackets where it is pointed at."""
        if column == len(self.columns):
            said = "+" if at else " "
        else:
            parts = row.cells.get(self.columns[column][0], ())
            said = "".join(letter(part, self.words) for part in parts).upper() or "·"
        text = f"[{said}]" if at else f" {said} "
        line.append(text, "bold reverse" if at and self.has_focus else "bold" if said.isalpha() else "")
        line.append(" " * (self._column_width - len(text)))


def _broken(word: str, width: int) -> list[str]:
    """Break a word that is wider than a column, with hyphens."""
    if len(word) <= width:
        return [word]
    return [word[: width - 1] + "-", *_broken(word[width - 1 :], width)]
