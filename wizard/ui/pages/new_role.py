"""The question which role stands along the top of the roles grid next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schemas.organisation import CONTACTS
from wizard.document.session import ReadOnlyPlan
from wizard.ui import roles
from wizard.ui.widgets.asked import Way

if TYPE_CHECKING:
    from schemas.language import Words

    from .roles import RolesView


class NewRole:
    """The question which role stands along the top next."""

    def __init__(self, view: RolesView) -> None:
        self.view = view
        self.spec = view.fields["performs"]
        self.words: Words = view.words
        self.typed: Any = None

    def value(self) -> Any:
        """Give what is typed."""
        return self.typed

    def draft(self, value: Any) -> bool:
        """Keep what is typed."""
        self.typed = value
        self.view.say("")
        return True

    def decide(self, value: Any) -> None:
        """Take a role."""
        self.typed = None
        if value:
            self.view.take(value)

    def left(self) -> None:
        """Nothing settles here: a role along the top is no answer."""

    def turn(self, way: Way) -> None:
        """Go back to the grid."""
        self.view.action_grid()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.view.say(sentence)

    def targets(self) -> list[tuple[str, str]]:
        """Give the roles that do not stand there yet."""
        return roles.choosable(self.view.session.plan, self.view.grid.columns)

    def create(self, name: str) -> None:
        """Add a role to the register, and take it."""
        try:
            self.decide(self.view.session.add(CONTACTS, {"role": name}))
        except ReadOnlyPlan as refused:
            self.say(self.words(refused.key))
