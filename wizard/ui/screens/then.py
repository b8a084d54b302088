"""The plan or one answer as it was, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from schemas.checks.cpr import masked
from schemas.describing import where
from schemas.paths import exists
from wizard.document.telling import safe
from wizard.ui.as_it_was import as_it_was
from wizard.ui.printable import printable

from .above import Above
from .preview import PreviewScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.language import Words
    from schemas.plan import Plan
    from wizard.document.session import Session


class ThenScreen(PreviewScreen):
    """Scrolls through an edition of the plan as it stood at a point in time."""

    def __init__(self, session: Session, words: Words, path: str, plan: Plan, when: str) -> None:
        super().__init__(session, words, path)
        self._then = plan
        self.when = when

    @property
    def plan(self) -> Plan:
        """Give the plan as it was."""
        return self._then

    @property
    def heading(self) -> str:
        """Say which point in time it is."""
        return self.words("past.then.title", when=self.when)

    def readable(self, text: str) -> str:
        """Hide what should never have been written: it may have been taken out since."""
        return masked(text)


class FieldThenScreen(Above):
    """Shows what stood at a question at a point in time, in full."""

    BINDINGS = [("q", "leave", ""), ("enter", "leave", "")]

    def __init__(self, session: Session, words: Words, path: str, plan: Plan, when: str) -> None:
        super().__init__(session, words, path)
        self.then = plan
        self.when = when

    def compose(self) -> ComposeResult:
        place = safe(where(self.path, self.then if exists(self.then, self.path) else self.session.plan, self.words))
        title = self.words("past.then.field", where=place, when=self.when)
        with Vertical(classes="leaf"):
            yield Static(printable(title), classes="leaf-title", markup=False)
            with VerticalScroll(id="then-text"):
                yield Static(as_it_was(self.then, self.path, self.words), markup=False)
            yield Static(self.words("screens.help.hint"), classes="leaf-hint", markup=False)

    def on_mount(self) -> None:
        self.query_one("#then-text").focus()
