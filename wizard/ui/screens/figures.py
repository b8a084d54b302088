"""The figures of the plan, drawn in characters, each with what it shows in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from wizard.ui.following import Following
from wizard.ui.printable import printable
from wizard.ui.steps import step_of

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from wizard.render.figures.sketch import Sketch


AROUND = 4
"""Columns beside a drawing: the margins, and the scroll bar."""


class Sketched(Message):
    """The figures are ready to be drawn."""

    def __init__(self, sketches: tuple[Sketch, ...]) -> None:
        super().__init__()
        self.sketches = sketches


class FiguresScreen(Above):
    """Shows the figure that is about the step one came from; N and P go to the others."""

    BINDINGS = [
        ("n,right", "turn(1)", ""),
        ("p,left", "turn(-1)", ""),
        ("q", "leave", ""),
    ]
    INTERNAL: ClassVar[bool] = True
    sketches: tuple[Sketch, ...] = ()
    name_now = ""

    def compose(self) -> ComposeResult:
        yield Static("", id="figure-title", classes="leaf-title", markup=False)
        with VerticalScroll(id="figure-text"):
            yield Static("", id="figure-words", markup=False)
            yield Static("", id="figure-drawing", markup=False)
            yield Static("", id="figure-more", markup=False)
        yield Static("", id="figure-hint", classes="leaf-hint", markup=False)

    def on_mount(self) -> None:
        from wizard.ui.figures.all import FIRST

        self.name_now = FIRST.get(step_of(self.path), "path")
        self.query_one("#figure-text").focus()
        self.following = Following(self, self.session, self._sketch)
        self._sketch()

    def on_unmount(self) -> None:
        self.following.end()

    def _sketch(self) -> None:
        """Have the figures laid out in a thread: what it takes is imported only now."""
        plan, words, internal = self.session.plan, self.words, self.INTERNAL

        def work() -> None:
            from wizard.render.edition import Edition
            from wizard.render.figures.all import sketches
            from wizard.render.visible import visible

            edition = Edition.INTERNAL if internal else Edition.PUBLIC
            found = sketches(visible(plan, edition), edition, words, date.today())
            self.post_message(Sketched(tuple(found.values())))

        self.run_worker(work, thread=True, exclusive=True, group="figures")

    def on_sketched(self, message: Sketched) -> None:
        """Show the figure that was there before, else the first one."""
        message.stop()
        self.sketches = message.sketches
        if self.sketches and not any(one.name == self.name_now for one in self.sketches):
            self.name_now = self.sketches[0].name
        self._show()

    def on_resize(self) -> None:
        self._show()

    @property
    def number(self) -> int:
        """Give the place of the figure that is shown, from 0."""
        return next((at for at, one in enumerate(self.sketches) if one.name == self.name_now), 0)

    def _show(self) -> None:
        say = self.words
        drawing, title, hint = self.query_one("#figure-drawing", Static), "", "hint_one"
        said, *more = (say("figures.screen.none"),)
        drawing.update("")
        if self.sketches:
            sketch = self.sketches[self.number]
            title = say("figures.screen.where", title=sketch.title, number=self.number + 1, count=len(self.sketches))
            said, *more = sketch.sentences
            drawing.update("\n".join(self._lines(sketch)))
            hint = "hint" if len(self.sketches) > 1 else "hint_one"
        self.query_one("#figure-title", Static).update(printable(title))
        self.query_one("#figure-words", Static).update(printable(said))
        self.query_one("#figure-more", Static).update(printable("\n".join(more)))
        self.query_one("#figure-hint", Static).update(say(f"figures.screen.{hint}"))

    def _lines(self, sketch: Sketch) -> list[str]:
        from wizard.render.figures.all import INTERNAL
        from wizard.ui.figures.all import draw

        lines = draw(sketch, self.size.width - AROUND) or [self.words("figures.screen.too_narrow")]
        tool = [self.words("figures.screen.internal"), ""] if sketch.name in INTERNAL else []
        return [*tool, *lines]

    def action_turn(self, by: int) -> None:
        """Go to the next figure or the one before."""
        if self.sketches:
            self.name_now = self.sketches[(self.number + by) % len(self.sketches)].name
            self._show()
            self.query_one("#figure-text").scroll_home(animate=False)


class RoomFiguresScreen(FiguresScreen):
    """Shows on the wall what the public edition shows: the plan's own figures, nothing of the work on it."""

    INTERNAL = False
