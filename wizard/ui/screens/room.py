"""Room mode: one question and its answer, large and calm, with nothing internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widgets import Static

from schemas.outline import COMPONENTS
from schemas.paths import get
from wizard.ui.following import Following
from wizard.ui.printable import printable
from wizard.ui.route import parts_of
from wizard.ui.slides import Slide, answer_lines, slide_at, slides
from wizard.ui.steps import number_of, within
from wizard.ui.wall import Wall
from wizard.ui.whereabouts import keep
from wizard.ui.widgets.title import KEPT

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from schemas.language import Words
    from wizard.document.session import Session


AROUND = 14
"""Lines that stand around the question and the answer: where one is, the keys, the rule and the space between."""


class RoomScreen(Above):
    """What a room sees on the wall; it dismisses with the question it came to."""

    BINDINGS = [
        ("right,pagedown,n,space,enter", "turn(1)", ""),
        ("left,pageup,p,backspace", "turn(-1)", ""),
        ("down", "scroll(1)", ""),
        ("up", "scroll(-1)", ""),
        ("t", "drawings", ""),
    ]

    def __init__(self, session: Session, words: Words, path: str) -> None:
        super().__init__(session, words, path)
        self.slides: tuple[Slide, ...] = ()
        self._clock: Timer | None = None

    @property
    def place(self) -> str:
        """Give the question that stands on the wall."""
        return self.slides[self.number].path

    def compose(self) -> ComposeResult:
        self.slides = self._slides(self.path)
        self.number = slide_at(self.slides, self.path)
        self.first = self.place
        yield Static("", id="room-where", markup=False)
        with VerticalScroll(id="room-middle", can_focus=False):
            yield Static("", id="room-question", markup=False)
            yield Static("", id="room-rule", markup=False)
            yield Static("", id="room-answer", markup=False)
        yield Static("", id="room-hint", markup=False)

    def _slides(self, at: str) -> tuple[Slide, ...]:
        shown = slides(self.session.plan, self.words, self.deep, at)
        return tuple(slide for slide in shown if within(slide.step, parts_of(self.session)))

    def on_mount(self) -> None:
        self.following = Following(self, self.session, self._follow)

    def on_unmount(self) -> None:
        self.following.end()

    def _follow(self) -> None:
        """Show what others have just written, without leaving the question or the place in a long answer."""
        place, top = self.place, self.query_one("#room-middle").scroll_offset.y
        self.slides = self._slides(place)
        self.number = slide_at(self.slides, place)
        self._show()
        self.query_one("#room-middle").scroll_to(y=top, animate=False)

    follow_clock = _follow

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        slide = self.slides[self.number]
        wall = Wall.of(self.size.width, self.size.height)
        question = wall.large(slide.question)
        self.query_one("#room-where", Static).update(self._where(slide.step) + self._time())
        self.query_one("#room-question", Static).update(question)
        self.query_one("#room-rule", Static).update("─" * (wall.width // 5))
        self._answer(slide, wall, self.size.height - len(question.splitlines()) - AROUND)
        middle = self.query_one("#room-middle")
        middle.styles.max_width = wall.width
        middle.scroll_home(animate=False)
        self.call_after_refresh(self._hint)

    def _answer(self, slide: Slide, wall: Wall, lines: int) -> None:
        """Set the answer: a short one in the middle, like the question; a longer one as a text is read."""
        said = answer_lines(self.session.plan, slide, get(self.session.plan, slide.path), self.words)
        quiet = slide.internal or not said
        text = wall.calm(said or (self.words("screens.room.empty"),), lines)
        answer = self.query_one("#room-answer", Static)
        answer.update(text)
        side = (wall.width - wall.measure) // 2 - 1
        answer.styles.padding = (0, side, 1, side)
        answer.set_class(quiet, "-quiet")
        answer.set_class(quiet or "\n" not in text, "-short")

    def _hint(self) -> None:
        """Name the keys; the one for more only where there is more."""
        more = self.query_one("#room-middle").max_scroll_y > 0
        self.query_one("#room-hint", Static).update(self.words(f"screens.room.{'hint_more' if more else 'hint'}"))

    def _time(self) -> str:
        """Say what is left of the block, where time is kept; it is written anew when the minute is over."""
        if self.session.recall(KEPT) is None:
            return ""
        from wizard.ui.timekeeper import Timekeeper

        keeper = Timekeeper(self.session)
        if self._clock is not None:
            self._clock.stop()
        if (wait := keeper.wait()) is not None:
            self._clock = self.set_timer(wait, self._show)
        line = keeper.line(self.words)
        return f"\n{printable(line)}" if line else ""

    def _where(self, step: str) -> str:
        """Say which part of how many this is, and which of its questions."""
        number = number_of(step)
        part = self.words(f"parts.{step}.title")
        ours = [at for at, slide in enumerate(self.slides) if slide.step == step]
        values = {"part": part, "question": ours.index(self.number) + 1, "of": len(ours)}
        if number is None and len(ours) == 1:
            return part
        if number is None:
            return self.words("screens.room.elsewhere", **values)
        return self.words("screens.room.where", number=number, total=len(COMPONENTS), **values)

    def action_turn(self, by: int) -> None:
        """Go to the next question or the one before; at the ends nothing happens."""
        self.number = max(0, min(self.number + by, len(self.slides) - 1))
        keep(self.session, self.place, self.deep)
        self.session.stand(self.place)
        self._show()

    def action_scroll(self, by: int) -> None:
        """Scroll a long answer by a few lines."""
        self.query_one("#room-middle").scroll_relative(y=3 * by, animate=False)

    def action_drawings(self) -> None:
        """Show the drawings that the public edition has; ratings and readiness are not for a wall."""
        if self.session.components is not None:  # they would name what lies beyond
            return
        from .figures import RoomFiguresScreen

        self.app.push_screen(RoomFiguresScreen(self.session, self.words, self.place))

    def action_leave(self) -> None:
        """Go back to the question the room came to."""
        self.dismiss(None if self.place == self.first else self.place)
