"""What the screens that commands put above the main one have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.document.session import Session

    from .main import MainScreen


class Above(ModalScreen[str | None]):
    """A screen above the main one; it dismisses with the path to jump to, or with None to stay.

    path: the question that stands on the main screen, or a step's name where that is no single question.
    deep: the steps of which the main screen asks everything.
    """

    deep: frozenset[str] = frozenset()

    BINDINGS = [("escape", "leave", "")]

    def __init__(self, session: Session, words: Words, path: str) -> None:
        super().__init__()
        self.session = session
        self.words = words
        self.path = path

    @property
    def main(self) -> MainScreen:
        """Give the main screen below."""
        from .main import MainScreen

        return next(one for one in self.app.screen_stack if isinstance(one, MainScreen))

    def action_leave(self) -> None:
        """Go back without going anywhere."""
        self.dismiss(None)
