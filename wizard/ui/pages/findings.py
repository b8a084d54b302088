"""The findings of the review: what is missing or at odds, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from schemas.checks import Finding, Severity, sentence, severity_name
from wizard.ui.messages import Jump
from wizard.ui.printable import printable
from wizard.ui.steps import step_of
from wizard.ui.widgets.listing import Listing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import OptionList

    from schemas.language import Words
    from schemas.plan import Plan

SIGNS = {Severity.LAW: "§", Severity.CLARIFY: "?", Severity.ADVICE: "i"}


class FindingsView(Vertical):
    """Lists findings by severity and part, and keeps the marked one marked; Enter goes to its field."""

    def __init__(self, words: Words) -> None:
        super().__init__(classes="review-view")
        self.words = words
        self.findings: dict[str, Finding] = {}
        self._sought: tuple[int, str | None] = 0, None

    def compose(self) -> ComposeResult:
        yield Static("", id="review-counts", markup=False)
        yield Static(self.words("screens.review.none"), id="review-none", markup=False)
        yield Listing(id="review-findings", markup=False)

    @property
    def at(self) -> str:
        """Give the row and the key of the marked finding, so that one comes back to it."""
        rows = self.query_one(Listing)
        marked = rows.highlighted_option
        return f"{rows.highlighted} {marked.id}" if marked and marked.id else ""

    def go_to(self, at: str) -> None:
        """Mark the finding that one comes back to, or what has taken its place."""
        row, _, key = at.partition(" ")
        if row.isdecimal():
            self._sought = int(row), key
            self._mark(self.query_one(Listing), *self._sought)

    def take_focus(self) -> None:
        """Put the focus on the list at once, so that the very next key already goes there."""
        self.screen.set_focus(self.query_one(Listing))

    def show(self, plan: Plan, found: tuple[Finding, ...]) -> None:
        """Show what was found; the cursor stays on its finding, or near it."""
        rows = self.query_one(Listing)
        marked, top = rows.highlighted_option, rows.scroll_offset.y
        at, key = (rows.highlighted or 0, marked.id) if marked else self._sought
        options = list(self._options(plan, found))
        rows.clear_options()
        rows.add_options(options)
        self.query_one("#review-none").display = not found
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
        event.stop()
        if event.option_id in self.findings:
            self.post_message(Jump(self.findings[event.option_id].path))
