"""The question when the plan file and the plan do not fit together: what is to stand. Nothing is lost by any answer."""

from __future__ import annotations

import sqlite3
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from schemas.compare import compare
from wizard.document.telling import short_sentence
from wizard.ui.printable import printable
from wizard.ui.widgets.listing import PagedList

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from wizard.document.elsewhere import Choice, Question
    from wizard.document.session import Session

CHOICES: dict[str, tuple[Choice, ...]] = {"older": ("keep", "take"), "unknown": ("both", "keep", "take")}
"""What can be chosen, the safe choice first: Escape takes it."""
TOLD = {"keep": "kept", "take": "took", "both": "bothed"}
WIDEST, AROUND, MOST = 90, 12, 4
"""Columns a sentence has at most, those around it, and the lines of one difference."""


def asks(session: Session) -> bool:
    """Tell whether a file waits for the user's judgement."""
    return session.read_only is None and session.elsewhere.question is not None


class PlanFileScreen(Above):
    """Says what is otherwise in the file, and lets one choose once."""

    BINDINGS = [Binding("tab,shift+tab", "other", show=False)]

    def compose(self) -> ComposeResult:
        assert self.session.elsewhere.question is not None
        self.question: Question = self.session.elsewhere.question
        self.kind = self.question.arrival.kind
        self.choices = CHOICES[self.kind]
        told = self._differences()
        one = self.words("elsewhere.ask.differences_one")
        count = one if len(told) == 1 else self.words("elsewhere.ask.differences", count=len(told))
        with Vertical(classes="leaf board"):
            yield Static(self._say("title"), classes="leaf-title", markup=False)
            yield Static(self._lead(), id="board-head", markup=False)
            yield PagedList(*(Option(self._say(choice)) for choice in self.choices), id="file-choices", markup=False)
            with VerticalScroll(id="file-differences"):
                yield Static(printable("\n".join([count, *told])), markup=False)
            yield Static(self.words("elsewhere.ask.nothing_lost"), id="board-says", markup=False)
            hint = "hint" if self.app.size.width >= WIDEST else "hint_short"
            yield Static(
                self.words(f"elsewhere.ask.{hint}", default=self._say("default")), id="board-keys", markup=False
            )

    def on_mount(self) -> None:
        listed = self.query_one(OptionList)
        listed.highlighted = 0
        self.set_focus(listed)

    def _say(self, key: str, **values: object) -> str:
        return self.words(f"elsewhere.ask.{self.kind}.{key}", **values)

    def _lead(self) -> str:
        if self.kind != "older":
            return self._say("lead")
        if (at := self.question.arrival.at) is None:
            return self._say("lead_undated")
        moment = at.astimezone()
        return self._say("lead", when=f"{self.words.date(moment.date(), 'long')} {moment:%H:%M}")

    def _differences(self) -> list[str]:
        """Say what the file has otherwise than the plan, a sentence each."""
        plan, file = self.session.plan, self.question.arrival.plan
        width = max(20, min(self.app.size.width, WIDEST) - AROUND)
        told = []
        for one in compare(plan, file):
            said = self.words("elsewhere.ask.in_file", what=short_sentence(one, plan, file, self.words))
            lines = wrap(said, width, initial_indent="· ", subsequent_indent="  ", max_lines=MOST, placeholder=" …")
            told.append("\n".join(lines))
        return told

    def action_other(self) -> None:
        """Go to the differences, to read what does not fit, or back to the choice."""
        listed, differences = self.query_one(OptionList), self.query_one("#file-differences")
        self.set_focus(differences if listed.has_focus else listed)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(self.choices[event.option_index])

    def action_leave(self) -> None:
        """Take the safe choice."""
        self._choose(self.choices[0])

    def _choose(self, choice: Choice) -> None:
        if self.session.elsewhere.question is not None:
            try:
                self.session.elsewhere.answer(choice)
            except sqlite3.Error:
                self.query_one("#board-says", Static).update(self.words("document.not_kept"))
                return
            self.main.tell(self._say(TOLD[choice]))
        self.dismiss(None)
