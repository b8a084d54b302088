"""The plan as it was, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.checks.cpr import masked

from .preview import PreviewScreen

if TYPE_CHECKING:
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
