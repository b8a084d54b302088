"""An answer that can only be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import RenderResult

from schemas.paths import get, mark_at
from wizard.ui.printable import printable
from wizard.ui.saying import full_text

from .asked import Asked, Control

if TYPE_CHECKING:
    from wizard.document.session import Session


class Shown(Control, can_focus=True):
    """Shows an answer where the plan is open in another process. Keys do nothing here."""

    def __init__(self, asked: Asked, session: Session) -> None:
        super().__init__(classes="control shown")
        self.session = session
        self.text = ""
        self.bind(asked)

    def show(self, value: Any) -> None:
        """Show the plan's own value."""
        assert self.asked is not None
        place = self.asked.spec.place
        self.text = full_text(mark_at(place), get(self.session.plan, place), self.session.plan, self.asked.words)
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        """Write the answer out."""
        from rich.text import Text

        return Text(printable(self.text) or "–")
