"""The starting point: the leaflet's seven questions, each answered with one key and one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.actions import SkipAction
from textual.content import Content
from textual.widgets import Label, Static
from textual.widgets.option_list import Option

from schemas.choices import Answer
from schemas.outline import COMPONENTS
from schemas.paths import below, mark_at
from schemas.specs import FieldSpec, spec
from schemas.workshop import Standing
from wizard.document.edits import touched
from wizard.ui.messages import Tell
from wizard.ui.printable import printable
from wizard.ui.widgets.line import LineControl
from wizard.ui.widgets.listing import Listing

from .answering import Answering, Place
from .page import Page

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from schemas.language import Words
    from wizard.document.change import Change
    from wizard.document.session import Session
    from wizard.ui.widgets.asked import Way

BEFORE = "workshop.before"
SIGNS = {Answer.YES: "✓", Answer.PARTLY: "◐", Answer.NO: "✗", None: "·"}
"""A sign beside each answer's word, so that a column of them is read at a glance."""


class ReadinessPage(Page):
    """Seven rows; J, D and N (in English Y, P and N), or 1, 2 and 3, answer the one that is marked."""

    BINDINGS = [
        ("j,y,1", "answer('yes')", ""),
        ("d,p,2", "answer('partly')", ""),
        ("n,3", "answer('no')", ""),
        ("delete,backspace", "answer('')", ""),
        ("escape", "rows", ""),
    ]

    def __init__(self, session: Session, words: Words, step: str) -> None:
        super().__init__(session, words, step)
        self.line = LineControl()
        # What stands there is gone on with: an answer that changes from partly to yes keeps its line.
        self.line.select_on_focus = False

    def compose(self) -> ComposeResult:
        say = self.words
        yield Static("", id="readiness-question", classes="question", markup=False)
        yield Listing(*(Option(self._row(name), id=name) for name in COMPONENTS), id="readiness-rows", markup=False)
        yield Label("", id="readiness-asks", markup=False)
        yield self.line
        yield Static("", id="readiness-summary", markup=False)
        yield Static(say("screens.readiness.keys"), classes="leaf-hint", markup=False)

    def on_mount(self) -> None:
        self.query_one(Listing).highlighted = 0
        self._summarise()

    @property
    def component(self) -> str:
        """Give the component whose row is marked."""
        return COMPONENTS[self.query_one(Listing).highlighted or 0]

    @property
    def place(self) -> str:
        """Give the path of the answer, or of the line below it, that is being asked."""
        typing = self.line.has_focus
        return f"{BEFORE}.{self.component}.{'note' if typing else 'answer'}"

    def enter(self, path: str) -> None:
        """Mark the row that a path stands in, and open its line where the path leads there."""
        rows = self.query_one(Listing)
        for number, name in enumerate(COMPONENTS):
            if below(path, f"{BEFORE}.{name}"):
                rows.highlighted = number
                self._show_row()
        if path.endswith(".note") and self._standing(self.component).answer is not None:
            self._to(self.line)
        else:
            self._to(rows)

    def _to(self, widget: Widget) -> None:
        """Put the focus somewhere at once, so that the very next key already goes there."""
        self.screen.set_focus(widget)

    def _standing(self, name: str) -> Standing:
        standing: Standing = getattr(self.session.plan.workshop.before, name)
        return standing

    def _row(self, name: str) -> Content:
        """Write a row: number, component, sign and word of the answer, and the line or what it lacks."""
        standing = self._standing(name)
        answer = standing.answer
        label = self.words(f"parts.{name}.short")
        said = self.words.choice("Answer", answer.value) if answer else self.words("screens.readiness.unanswered")
        note = printable(standing.note.strip())
        missing = self.words(f"screens.readiness.{answer.value}_lacks") if answer in (Answer.YES, Answer.PARTLY) else ""
        return Content.assemble(
            f"{COMPONENTS.index(name) + 1} {label:<15} ",
            (f"{SIGNS[answer]} {said:<11}", "bold" if answer else ""),
            " ",
            note or (missing, "italic"),
        )

    def on_option_list_option_highlighted(self) -> None:
        self._show_row()

    def on_option_list_option_selected(self) -> None:
        if self._standing(self.component).answer is not None:
            self._to(self.line)

    def _show_row(self) -> None:
        """Ask the marked question in full, and open its line."""
        name = self.component
        said = self.words.field("Standing", "answer", f"{BEFORE}.{name}")
        self.query_one("#readiness-question", Static).update(said["question"])
        answer = self._standing(name).answer
        note = self.words.field("Standing", "note", f"{BEFORE}.{name}")
        asks = note.get(answer.value, note["question"]) if answer else ""
        self.query_one("#readiness-asks", Label).update(asks)
        self.line.display = answer is not None
        self.line.bind(Answering(self, self._note(name), Place(self.session, f"{BEFORE}.{name}")))

    def _note(self, name: str) -> FieldSpec:
        path = f"{BEFORE}.{name}.note"
        return spec(mark_at(path), self.words, path)

    def _summarise(self) -> None:
        self.query_one("#readiness-summary", Static).update("\n".join(self._summary()))

    def _summary(self) -> list[str]:
        """Say how many are answered and which components to begin with: first the no, then the partly."""
        answers = {name: self._standing(name).answer for name in COMPONENTS}
        done = sum(answer is not None for answer in answers.values())
        lines = [self.words("screens.readiness.counts", done=done, total=len(COMPONENTS))]
        for sought in (Answer.NO, Answer.PARTLY):
            if names := [self.words(f"parts.{name}.short") for name, answer in answers.items() if answer is sought]:
                key = "first" if len(lines) == 1 else "then"
                lines.append(self.words(f"screens.readiness.{key}", names=self.words.join(names)))
        if len(lines) == 1:
            lines.append(self.words(f"screens.readiness.{'confirmed' if done == len(COMPONENTS) else 'waiting'}"))
        return lines

    def action_answer(self, value: str) -> None:
        """Answer the marked question; a yes or a partly goes on to its line, a no to the next question."""
        if self.session.read_only is not None:
            self.post_message(Tell(self.words(self.session.read_only)))
            return
        self.session.set(f"{BEFORE}.{self.component}.answer", value or None)
        self._show_row()
        if value in ("yes", "partly"):
            self._to(self.line)
        elif value == "no":
            self.next_row()

    def next_row(self) -> None:
        """Mark the next question; the last one stays marked."""
        rows = self.query_one(Listing)
        rows.highlighted = min((rows.highlighted or 0) + 1, len(COMPONENTS) - 1)
        self._to(rows)

    def action_rows(self) -> None:
        """Go back from the line to the questions; from there the key is the main screen's."""
        if not self.line.has_focus:
            raise SkipAction
        self._to(self.query_one(Listing))

    def changed(self, change: Change) -> None:
        """Write the rows of a change anew."""
        if not self.is_mounted:
            return
        paths = [touched(edit) for edit in change.edits]
        for name in COMPONENTS:
            if any(below(path, f"{BEFORE}.{name}") for path in paths):
                self.query_one(Listing).replace_option_prompt(name, self._row(name))
        if any(below(path, f"{BEFORE}.{self.component}") for path in paths):
            self._show_row()
        self._summarise()

    def leave(self) -> None:
        """Settle the line that is being typed."""
        self.line.leave()

    def turn_from(self, spec: FieldSpec, way: Way) -> None:
        """Go from a line to the next question, or back to its row."""
        self.line.leave()
        if way == "on":
            self.next_row()
        else:
            self._to(self.query_one(Listing))

    def say(self, sentence: str) -> None:
        """Show a sentence above the keys."""
        self.post_message(Tell(sentence))

    def warn(self, sentence: str) -> None:
        """Show a sentence above the keys."""
        self.post_message(Tell(sentence))
