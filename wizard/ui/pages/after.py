"""The end: the seven questions asked again, before and after side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from schemas.standings import standings
from wizard.ui.printable import printable
from wizard.ui.standing_lines import both_say, head_of_both, row_of_both

from .readiness import ReadinessPage

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.workshop import Standing


class AfterPage(ReadinessPage):
    """The same seven rows and keys as the starting point's; each row also shows where the room stood then."""

    TOP: ClassVar[str] = "workshop.after"

    def head(self) -> ComposeResult:
        """Head the two columns."""
        yield Static(head_of_both(self.words), id="readiness-head", markup=False)

    def _before(self, name: str) -> Standing:
        return standings(self.session.plan.workshop.before)[name]

    def row(self, name: str) -> Content:
        """Write a row: before, and now."""
        return row_of_both(name, self._before(name), self.standing(name), self.words)

    def room(self, standing: Standing) -> list[str]:
        """Say what was noted at the beginning, and how far the room agrees now."""
        note = printable(self._before(self.component).note.strip()).rstrip(".")
        said = [self.words("readiness.then_said", note=f"{note}.")] if note else []
        return [*said, *super().room(standing)]

    def summary(self) -> list[str]:
        """Say how many are answered, and how far the plan has brought them."""
        return both_say(self.session.plan, self.words)

    def action_order(self, value: str) -> None:
        """Leave the order alone: it belongs to the beginning."""
