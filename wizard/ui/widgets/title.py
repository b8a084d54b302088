"""The line at the top: the plan's name at the left, the block's time at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import RenderResult
from textual.widget import Widget

from wizard.ui.printable import printable

if TYPE_CHECKING:
    from textual.timer import Timer

    from schemas.language import Words
    from wizard.document.session import Session
    from wizard.ui.screens.main import MainScreen

KEPT = "clock"
"""The name under which the block timer is kept beside the plan."""


class TitleLine(Widget):
    """Names the plan, as far as there is room beside the time that is left; it moves once a minute at most."""

    def __init__(self) -> None:
        super().__init__(id="title")
        self.plan_name = ""
        self.time = ""
        self.waiting = ""
        self._timer: Timer | None = None

    def show(self, name: str) -> None:
        """Name the plan."""
        if name != self.plan_name:
            self.plan_name = name
            self.refresh()

    def wait(self, sentence: str) -> None:
        """Say what waits for a choice; with an empty sentence nothing does."""
        if sentence != self.waiting:
            self.waiting = sentence
            self.refresh()

    def follow(self, session: Session, words: Words) -> None:
        """Show how the block timer stands now, and go on by itself while time goes."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if session.recall(KEPT) is None:
            return
        from wizard.ui.timekeeper import Timekeeper

        keeper = Timekeeper(session)
        if (time := keeper.line(words)) != self.time:
            self.time = time
            self.refresh()
        if (wait := keeper.wait()) is not None:
            self._timer = self.set_timer(wait, lambda: self.follow(session, words))

    def offer(self, main: MainScreen, session: Session, step: str) -> None:
        """Tell how the block of a step is started, where the drejebog has one that is still to come."""
        if session.recall(KEPT) is not None:
            from wizard.ui.timekeeper import offer

            if sentence := offer(session, step, main.words):
                main.tell(sentence)

    def render(self) -> RenderResult:
        """Write the name and the time; the time is cut last."""
        room = self.content_size.width
        time = Text(printable("  ".join(filter(None, [self.waiting, self.time]))), no_wrap=True, end="")
        time.truncate(room, overflow="ellipsis")
        text = Text(printable(self.plan_name), no_wrap=True, end="")
        if time.plain:
            text.truncate(max(0, room - time.cell_len - 2), overflow="ellipsis", pad=True)
            text.append("  ")
            text.append_text(time)
        return text
