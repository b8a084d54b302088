"""The review: the findings, the matrix and the benefits, three views of one page; each leads to its fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from schemas.checks import Finding, check, unread
from schemas.checks.benefits import benefits
from schemas.checks.matrix import matrix
from wizard.document.reach import reaches
from wizard.ui.route import parts_of
from wizard.ui.tracing import Traced, traced_benefit, traced_cell

from .findings import FindingsView
from .page import Page
from .trace import BenefitsView, MatrixView, TraceView

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.language import Words
    from schemas.plan import Plan

VIEWS = ("findings", "matrix", "benefits")
"""The views, in the order that Tab goes through them."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a look through a plan found."""

    plan: Plan
    findings: tuple[Finding, ...]
    matrix: tuple[Traced, ...]
    benefits: tuple[Traced, ...]


def looked_through(
    plan: Plan, words: Words, texts: dict[str, str] | None = None, over: Callable[[], bool] = lambda: False
) -> Look | None:
    """Look through a plan as of today; None where it was over before it was done.

    texts: what stands in fields and is no answer yet, by path.
    """
    today = date.today()
    found = (*(unread(path, text) for path, text in (texts or {}).items()), *check(plan, today))
    if over():
        return None
    cells = tuple(traced_cell(cell, words) for cell in matrix(plan, today))
    gains = tuple(traced_benefit(benefit, words) for benefit in benefits(plan, today))
    return None if over() else Look(plan, found, cells, gains)


class Looked(Message):
    """A look through a plan came to its end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look


class ReviewPage(Page):
    """Follows the plan, a moment after the last key; Tab, or 1, 2 and 3, go from view to view."""

    BINDINGS = [
        Binding("tab", "turn_view(1)", show=False),
        Binding("shift+tab", "turn_view(-1)", show=False),
        *(Binding(str(number), f"view('{name}')", show=False) for number, name in enumerate(VIEWS, 1)),
    ]

    _reviewed: tuple[Plan, dict[str, str]] | None = None
    _ready = False
    view = VIEWS[0]
    names: tuple[str, ...] = VIEWS

    def compose(self) -> ComposeResult:
        self.names = VIEWS if parts_of(self.session) is None else VIEWS[:1]
        yield Static("", id="review-views", markup=False)
        yield FindingsView(self.words)
        yield MatrixView(self.words)
        yield BenefitsView(self.words)
        yield Static("", id="review-hint", classes="leaf-hint", markup=False)

    def on_mount(self) -> None:
        self._ready = True
        if self.session.components is not None:
            self.query_one("#review-none", Static).update(self.words("hosting.review_none"))
        self._show_view()
        self.review()

    @property
    def views(self) -> dict[str, FindingsView | TraceView]:
        """Give the views by name."""
        return {
            "findings": self.query_one(FindingsView),
            "matrix": self.query_one(MatrixView),
            "benefits": self.query_one(BenefitsView),
        }

    @property
    def place(self) -> str:
        """Give the step with the view and what is marked there, so that one comes back to it: `review[matrix …]`."""
        at = self.views[self.view].at
        return f"{self.step}[{self.view} {at}]" if at else self.step

    def enter(self, path: str) -> None:
        """Begin at the view and the line that one comes back to, else at the first view."""
        view, _, at = path.partition("[")[2].removesuffix("]").partition(" ")
        self.view = view if view in self.names else VIEWS[0]
        self._show_view()
        if view in self.names:
            self.views[view].go_to(at)
        self.views[self.view].take_focus()

    def action_turn_view(self, by: int) -> None:
        """Go to the next view, or to the one before."""
        self.action_view(self.names[(self.names.index(self.view) + by) % len(self.names)])

    def action_view(self, name: str) -> None:
        """Show a view; who sees some parts of the plan alone has the findings in them and no other view."""
        if name not in self.names:
            return
        self.view = name
        self._show_view()
        self.views[name].take_focus()

    def _show_view(self) -> None:
        say = self.words
        marked = [f"[{n} {say(f'review.view.{v}')}]" if v == self.view else f" {n} {say(f'review.view.{v}')} "
                  for n, v in enumerate(self.names, 1)]  # fmt: skip
        self.query_one("#review-views", Static).update(" ".join(marked))
        for name, view in self.views.items():
            view.display = name == self.view
        hint = f"review.hint.{self.view}" if len(self.names) > 1 else "hosting.review_hint"
        self.query_one("#review-hint", Static).update(say(hint))

    def calm(self) -> None:
        """Look through the plan again, once nobody has typed for a moment."""
        self.review()

    def review(self) -> None:
        """Look through the plan in a thread that a newer look replaces; the keys go on meanwhile."""
        now = self.session.plan, {path: str(text) for path, text in self.session.unsettled.items()}
        if self._ready and now != self._reviewed:
            self._reviewed = now
            self.run_worker(lambda: self._look(*now), thread=True, exclusive=True, group="review")

    def _look(self, plan: Plan, texts: dict[str, str]) -> None:
        worker = get_current_worker()
        if (look := looked_through(plan, self.words, texts, lambda: worker.is_cancelled)) is not None:
            self.post_message(Looked(look))

    def on_looked(self, message: Looked) -> None:
        """Show what was found, unless the plan has moved on."""
        message.stop()
        look = message.look
        if self._reviewed is None or look.plan is not self._reviewed[0]:
            return
        findings = tuple(one for one in look.findings if reaches(parts_of(self.session), one.path))
        self.query_one(FindingsView).show(look.plan, findings)
        self.query_one(MatrixView).show(look.plan, look.matrix)
        self.query_one(BenefitsView).show(look.plan, look.benefits)
