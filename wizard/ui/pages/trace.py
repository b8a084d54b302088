"""The matrix and the benefits of the review: a grid of standings, and below it the one pointed at in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from wizard.ui.messages import Jump
from wizard.ui.printable import printable
from wizard.ui.screens.pick import PickScreen
from wizard.ui.tracing import Traced, counted, heads, labels, picked, sign, told
from wizard.ui.widgets.standing_grid import StandingGrid

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize

    from schemas.language import Words
    from schemas.plan import Plan

WIDE = 84
"""Columns that have room for the tasks' names in full."""


class TraceView(Vertical):
    """Shows standings; Enter goes to what is missing of the one pointed at, or lets one choose where that is much."""

    ID: ClassVar[str]
    COLUMNS: ClassVar[int]

    def __init__(self, words: Words) -> None:
        super().__init__(classes="review-view")
        self.words = words
        self.plan: Plan | None = None
        self.traced: tuple[Traced, ...] = ()
        self._sought = ""

    def compose(self) -> ComposeResult:
        yield Static("", classes="review-tool", markup=False)
        yield Static("", classes="review-count", markup=False)
        yield StandingGrid(id=f"review-{self.ID}")
        with VerticalScroll(classes="review-detail", can_focus=False):
            yield Static("", markup=False)

    @property
    def grid(self) -> StandingGrid:
        """Give the grid."""
        return self.query_one(StandingGrid)

    @property
    def one(self) -> Traced:
        """Give the standing pointed at."""
        row, column = self.grid.at
        return self.traced[row * self.COLUMNS + column]

    @property
    def at(self) -> str:
        """Give the key of the standing pointed at, so that one comes back to it."""
        return self.one.key if self.traced else self._sought

    def go_to(self, at: str) -> None:
        """Point at a standing by its key."""
        self._sought = at
        keys = [one.key for one in self.traced]
        if at in keys:
            self.grid.point(*divmod(keys.index(at), self.COLUMNS))
            self._tell()

    def take_focus(self) -> None:
        """Put the focus on the grid at once, so that the very next key already goes there."""
        self.screen.set_focus(self.grid)

    def show(self, plan: Plan, traced: tuple[Traced, ...]) -> None:
        """Show the standings of a plan; the pointer stays where it was."""
        sought = "" if self.traced else self._sought
        self.plan, self.traced = plan, traced
        self.query_one(".review-tool", Static).update(self.words("review.tool"))
        self.query_one(".review-count", Static).update(counted(traced, self.words))
        self._lay_out()
        if sought:
            self.go_to(sought)
        self._tell()

    def on_resize(self, event: Resize) -> None:
        if self.traced:
            self._lay_out()

    def _lay_out(self) -> None:
        signs = [sign(one.standing, self.words) for one in self.traced]
        rows = tuple(tuple(signs[at : at + self.COLUMNS]) for at in range(0, len(signs), self.COLUMNS))
        self.grid.show(self.heads(self.size.width >= WIDE), self.labels(), rows)

    def heads(self, wide: bool) -> tuple[str, ...]:
        """Name the columns; nothing where there is one."""
        raise NotImplementedError

    def labels(self) -> tuple[str, ...]:
        """Name the rows."""
        raise NotImplementedError

    def _tell(self) -> None:
        """Say what is found and what is missing of the standing pointed at."""
        assert self.plan is not None
        lines: list[tuple[str, str]] = [(f"{self.one.title}: {sign(self.one.standing, self.words)}", "bold")]
        for heading, said in told(self.one, self.plan, self.words):
            lines += [("\n", ""), (f"{heading}: " if heading else "", "bold"), (printable(said), "")]
        detail = self.query_one(".review-detail")
        detail.query_one(Static).update(Content.assemble(*lines))
        detail.scroll_home(animate=False)

    def on_standing_grid_pointed(self, event: StandingGrid.Pointed) -> None:
        event.stop()
        self._tell()

    def on_standing_grid_chosen(self, event: StandingGrid.Chosen) -> None:
        """Go to the only field there is to go to, or ask which one."""
        event.stop()
        paths = self.one.missing or self.one.found
        if len(paths) == 1:
            self.post_message(Jump(paths[0]))
        elif paths:
            self._ask(paths)

    def _ask(self, paths: tuple[str, ...]) -> None:
        assert self.plan is not None
        heading = self.words(f"trace.{'missing' if self.one.missing else 'found'}")
        lines = [picked(path, self.plan, self.words) for path in paths]
        screen = PickScreen(self.words, f"{self.one.title} – {heading.lower()}", lines)
        self.app.push_screen(screen, self._jump)

    def _jump(self, path: str | None) -> None:
        if path is not None:
            self.post_message(Jump(path))


class MatrixView(TraceView):
    """Seven components by three tasks."""

    ID = "matrix"
    COLUMNS = 3

    def heads(self, wide: bool) -> tuple[str, ...]:
        return heads(self.words, wide)

    def labels(self) -> tuple[str, ...]:
        return labels(self.words)


class BenefitsView(TraceView):
    """The nine benefits, one below the other."""

    ID = "benefits"
    COLUMNS = 1

    def heads(self, wide: bool) -> tuple[str, ...]:
        return ()

    def labels(self) -> tuple[str, ...]:
        return tuple(one.title for one in self.traced)
