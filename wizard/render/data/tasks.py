"""What is left to do as a table: the tasks of the workshop and the homework, by the role that answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.choices import CaughtKind, CaughtState
from schemas.language import Words, words
from schemas.plan import Plan
from schemas.specs import FieldSpec, specs
from schemas.workshop import Caught
from wizard.render.homework import Duty, homework, part_of

from .cells import Cells
from .plain import plain_line
from .table import Cell, Table
from .titles import table

COLUMNS = ("who", "text", "about", "due", "state", "outcome", "session")
"""What stands of each, as the record of the workshop calls it."""


def tasks(plan: Plan) -> Table:
    """Read what is to be done, in the order of the homework, and below it the tasks that are settled."""
    said = words(plan.front.language.value)
    fields = {field.name: field for field in specs(Caught, said, "workshop.caught[]")}
    heads = {name: fields[name].label for name in COLUMNS}
    heads |= {"text": said("homework.what"), "about": said("homework.part"), "due": said("homework.due")}
    return table(plan, "tasks", tuple(heads.values()), tuple(_Rows(plan, said, fields).rows()))


class _Rows:
    def __init__(self, plan: Plan, said: Words, fields: dict[str, FieldSpec]) -> None:
        self.plan = plan
        self.said = said
        self.cells = Cells(plan, said)
        self.fields = fields
        self.open = dict(fields["state"].choices)[CaughtState.OPEN]

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        for share in homework(self.plan).shares:
            for duty in share.duties:
                role = plain_line(share.role)
                yield self._task(role, duty.task) if duty.task else self._duty(role, duty)
        for caught in self.plan.workshop.caught:
            if caught.kind is CaughtKind.TASK and caught.state is not CaughtState.OPEN and caught.text.strip():
                yield self._task(plain_line(caught.who), caught)

    def _duty(self, role: str, duty: Duty) -> tuple[Cell, ...]:
        return (role or None, plain_line(duty.what), duty.part, None, self.open, None, None)

    def _task(self, role: str, task: Caught) -> tuple[Cell, ...]:
        rest = (self.cells.cell(self.fields[name], getattr(task, name)) for name in COLUMNS[3:])
        return (role or None, plain_line(task.text), part_of(task, self.said), *rest)
