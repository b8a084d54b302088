"""Room mode: one question and its answer, large and calm, with nothing internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widgets import Static

from schemas.outline import COMPONENTS
from schemas.paths import get
from wizard.ui.slides import answer_lines, slide_at, slides
from wizard.ui.steps import number_of

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.language import Words
    from wizard.document.session import Session


class RoomScreen(Above):
    """What a room sees on the wall; it dismisses with the question it came to."""

    BINDINGS = [
        ("right,pagedown,n,space,enter", "turn(1)", ""),
        ("left,pageup,p,backspace", "turn(-1)", ""),
        ("down", "scroll(1)", ""),
        ("up", "scroll(-1)", ""),
    ]

    def __init__(self, session: Session, words: Words, path: str) -> None:
        super().__init__(session, words, path)
        self.slides = slides(session.plan, words)
        self.first = self.number = slide_at(self.slides, path)

    def compose(self) -> ComposeResult:
        yield Static("", id="room-where", markup=False)
        with VerticalScroll(id="room-middle", can_focus=False):
            yield Static("", id="room-question", markup=False)
            yield Static("", id="room-answer", markup=False)
        yield Static(self.words("screens.room.hint"), id="room-hint", markup=False)

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        slide = self.slides[self.number]
        lines = answer_lines(self.session.plan, slide, get(self.session.plan, slide.path), self.words)
        self.query_one("#room-where", Static).update(self._where(slide.step))
        self.query_one("#room-question", Static).update(slide.question)
        answer = self.query_one("#room-answer", Static)
        answer.update("\n\n".join(lines) or self.words("screens.room.empty"))
        answer.set_class(slide.internal or not lines, "-quiet")
        self.query_one("#room-middle").scroll_home(animate=False)

    def _where(self, step: str) -> str:
        number = number_of(step)
        part = self.words(f"parts.{step}.title")
        if number is None:
            return part
        return self.words("screens.room.where", number=number, total=len(COMPONENTS), part=part)

    def action_turn(self, by: int) -> None:
        """Go to the next question or the one before; at the ends nothing happens."""
        self.number = max(0, min(self.number + by, len(self.slides) - 1))
        self._show()

    def action_scroll(self, by: int) -> None:
        """Scroll a long answer by a few lines."""
        self.query_one("#room-middle").scroll_relative(y=3 * by, animate=False)

    def action_leave(self) -> None:
        """Go back to the question the room came to."""
        self.dismiss(None if self.number == self.first else self.slides[self.number].path)
