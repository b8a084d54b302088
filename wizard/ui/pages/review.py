"""The review: what is missing or at odds, the gravest first; Enter goes to the field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from schemas.checks import Finding, Severity, check, sentence, severity_name, unread
from wizard.ui.messages import Jump
from wizard.ui.printable import printable
from wizard.ui.steps import step_of
from wizard.ui.widgets.listing import Listing

from .page import Page

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.plan import Plan

SIGNS = {Severity.LAW: "§", Severity.CLARIFY: "?", Severity.ADVICE: "i"}


class Looked(Message):
    """A look through a plan came to its end."""

    def __init__(self, plan: Plan, found: tuple[Finding, ...]) -> None:
        super().__init__()
        self.plan = plan
        self.found = found


class ReviewPage(Page):
    """The findings by severity and part. It follows the plan and keeps the marked one marked."""

    def compose(self) -> ComposeResult:
        yield Static("", id="review-counts", markup=False)
        yield Static(self.words("screens.review.none"), id="review-none", markup=False)
        yield Listing(id="review-findings", markup=False)
        yield Static(self.words("screens.review.hint"), id="review-hint", classes="leaf-hint", markup=False)

    _reviewed: tuple[Plan, dict[str, str]] | None = None
    _ready = False
    _sought: tuple[int, str | None] = 0, None

    def on_mount(self) -> None:
        self.findings: dict[str, Finding] = {}
        self._ready = True
        self.review()

    @property
    def place(self) -> str:
        """Give the step with the marked finding, so that one comes back to it: `review[row code path]`."""
        rows = self.query_one(Listing)
        marked = rows.highlighted_option
        return f"{self.step}[{rows.highlighted} {marked.id}]" if marked and marked.id else self.step

    def enter(self, path: str) -> None:
        """Begin at the list, at the finding that one comes back to or what has taken its place."""
        rows = self.query_one(Listing)
        rows.focus()
        row, _, key = path.partition("[")[2].removesuffix("]").partition(" ")
        if row:
            self._sought = int(row), key
            self._mark(rows, *self._sought)

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
        found = [unread(path, text) for path, text in texts.items()]
        self.post_message(Looked(plan, (*found, *check(plan, date.today()))))

    def on_looked(self, message: Looked) -> None:
        """Show what was found, unless the plan has moved on; the cursor stays on its finding, or near it."""
        message.stop()
        plan, found = message.plan, message.found
        if self._reviewed is None or plan is not self._reviewed[0]:
            return
        rows = self.query_one(Listing)
        marked, top = rows.highlighted_option, rows.scroll_offset.y
        at, key = (rows.highlighted or 0, marked.id) if marked else self._sought
        options = list(self._options(plan, found))
        rows.clear_options()
        rows.add_options(options)
        rows.display = bool(found)
        self.query_one("#review-none").display = not found
        self.query_one("#review-hint").display = bool(found)
        self.query_one("#review-counts", Static).update(self._counts(found))
        self._mark(rows, at, key)
        if marked:
            rows.scroll_to(y=top, animate=False, immediate=True)
        else:
            self.call_after_refresh(rows.scroll_to_highlight)

    def _mark(self, rows: OptionList, at: int, key: str | None) -> None:
        """Mark the finding that was marked before, else the nearest one that can be."""
        if key is not None and key in self.findings:
            rows.highlighted = rows.get_option_index(key)
            return
        able = [number for number, option in enumerate(rows.options) if not option.disabled]
        if able:
            rows.highlighted = min(able, key=lambda number: abs(number - at))

    def _counts(self, found: tuple[Finding, ...]) -> str:
        said = [
            f"{severity_name(severity, self.words)}: {sum(one.severity is severity for one in found)}"
            for severity in Severity
        ]
        return " · ".join(said)

    def _options(self, plan: Plan, found: tuple[Finding, ...]) -> Iterator[Option]:
        """List the findings below their severity and part; the same finding keeps its key from look to look."""
        self.findings = {}
        for severity in Severity:
            ours = [finding for finding in found if finding.severity is severity]
            for step, group in groupby(ours, lambda finding: step_of(finding.path)):
                heading = f"{severity_name(severity, self.words)} · {self.words(f'parts.{step}.title')}"
                yield Option(Content.styled(heading, "bold"), disabled=True)
                for finding in group:
                    yield self._option(plan, finding)

    def _option(self, plan: Plan, finding: Finding) -> Option:
        key = f"{finding.code} {finding.path}"
        if key in self.findings:
            key += f" {len(self.findings)}"
        self.findings[key] = finding
        said = printable(sentence(finding, plan, self.words))
        return Option(Content(f"{SIGNS[finding.severity]} {said}"), id=key)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_id in self.findings:
            self.post_message(Jump(self.findings[event.option_id].path))
