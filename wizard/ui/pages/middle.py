"""The middle of the main screen: the questions, or a page of its own in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from wizard.ui.lazily import load
from wizard.ui.steps import step_of

from . import PAGES
from .page import Page
from .questions import QuestionPage

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.language import Words
    from wizard.document.session import Session


class Middle(Vertical):
    """Holds the page of the step one is at. The questions stay, hidden while another page stands there."""

    def __init__(self, words: Words) -> None:
        super().__init__(id="middle")
        self.questions = QuestionPage(words)
        self.page: Page = self.questions

    def compose(self) -> ComposeResult:
        yield self.questions

    @property
    def asking(self) -> bool:
        """Tell whether the questions stand there."""
        return self.page is self.questions

    def go(self, session: Session, words: Words, path: str, last: bool = False) -> None:
        """Go to a step or a question; `last` is for coming back into a step from behind."""
        step = step_of(path)
        self.page.leave()
        if step in PAGES:
            self._open(session, words, step, path)
            return
        self._close()
        self._deepen(path, words)
        self.questions.enter(path)
        if last and self.questions.specs:
            self.questions.enter(self.questions.specs[-1].place)

    def _deepen(self, path: str, words: Words) -> None:
        """Ask everything of a step where the question one goes to is not among its core ones."""
        from wizard.ui.questions import is_deep

        if is_deep(path, words):
            self.questions.deep |= {step_of(path)}

    def _open(self, session: Session, words: Words, step: str, path: str) -> None:
        if self.page.step != step or self.asking:
            self._close()
            self.page = load(PAGES[step])(session, words, step)
            self.questions.display = False
            self.mount(self.page)
            self.screen.set_class(True, "-paged")
        self.page.call_after_refresh(self._enter, self.page, path)

    def _enter(self, page: Page, path: str) -> None:
        """Put the focus on a page, unless it was left again before it stood there."""
        if page is self.page and page.is_mounted:
            page.enter(path)

    def _close(self) -> None:
        if not self.asking:
            self.page.display = False
            self.page.remove()
            self.page = self.questions
        self.questions.display = True
        self.screen.set_class(False, "-paged")

    def speak(self, session: Session, words: Words) -> None:
        """Say everything anew in another language, at the same place."""
        if self.asking:
            self.questions.speak(words)
            return
        step, place = self.page.step, self.page.place
        self.questions.words = words
        self._close()
        self._open(session, words, step, place)
