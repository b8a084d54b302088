"""What stands in the middle of the main screen: one step of the way through a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.document.change import Change
    from wizard.document.session import Session


class Page(Vertical):
    """A step of the wizard. It shows the session's plan and stores nothing of it.

    The main screen mounts a page when its step is reached, hands it every change of the plan and mounts it anew
    in another language. A page that wants to be somewhere else posts `Jump`, one that is done posts `Turn`.
    Changes are made by calling the session, which may raise `ReadOnlyPlan`: look at `session.read_only` first.
    """

    def __init__(self, session: Session, words: Words, step: str) -> None:
        super().__init__(id=f"page-{step}", classes="page")
        self.session = session
        self.words = words
        self.step = step

    @property
    def place(self) -> str:
        """Give the path of what is being asked now; the step itself where that is no single question."""
        return self.step

    def enter(self, path: str) -> None:
        """Put the focus where a path says; the step's own name means its beginning."""
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus on the first widget that takes it."""
        for widget in self.query("*"):
            if widget.focusable:
                widget.focus()
                return

    def changed(self, change: Change) -> None:
        """Take in a change of the plan, at once; touch only the widgets of its paths."""

    def renew(self) -> None:
        """Show every value anew that is another one; what is being typed stays."""

    def people(self) -> None:
        """Show anew where others are typing."""

    def calm(self) -> None:
        """Do what may wait until nobody has typed for 200 ms: findings, counts, previews."""

    def leave(self) -> None:
        """Let go of what is being typed, because another page takes over or the program ends."""
