"""The starting point: the leaflet's seven questions, each answered with one key, the room's counts and one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.actions import SkipAction
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Label, Static
from textual.widgets.option_list import Option

from schemas.choices import Answer, ReadinessOrder
from schemas.outline import COMPONENTS
from schemas.paths import below, mark_at
from schemas.specs import FieldSpec, spec
from schemas.standings import is_answered, spread, standings
from schemas.workshop import Readiness, Standing
from wizard.document.edits import touched
from wizard.ui.company import typed_in
from wizard.ui.messages import Tell
from wizard.ui.refusing import refusals
from wizard.ui.standing_lines import bar, order_says, proposal, reason_shown, room_says, row
from wizard.ui.widgets.line import LineControl
from wizard.ui.widgets.listing import Listing

from .answering import Answering, Place
from .counting import Counting
from .page import Page

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from schemas.language import Words
    from wizard.document.change import Change
    from wizard.document.session import Session
    from wizard.ui.widgets.asked import Way


class ReadinessPage(Page):
    """Seven rows; J, D and N (in English Y, P and N), or 1, 2 and 3, answer the one that is marked.

    A (in English C) opens the line for how many said each. Once all seven are answered, B and F (in English U and L)
    decide whether the room goes on by need or in the leaflet's order.
    """

    TOP: ClassVar[str] = "workshop.before"

    BINDINGS = [
        ("j,y,1", "answer('yes')", ""),
        ("d,p,2", "answer('partly')", ""),
        ("n,3", "answer('no')", ""),
        ("delete,backspace", "answer('')", ""),
        ("a,c", "counts", ""),
        ("b,u", "order('need')", ""),
        ("f,l", "order('leaflet')", ""),
        ("escape", "rows", ""),
    ]

    def __init__(self, session: Session, words: Words, step: str) -> None:
        super().__init__(session, words, step)
        self.add_class("readiness")
        self.line = LineControl()
        self.counts = LineControl()
        # What stands there is gone on with: an answer that changes from partly to yes keeps its line.
        self.line.select_on_focus = False
        self.counts.select_on_focus = True

    def compose(self) -> ComposeResult:
        say = self.words
        yield Static("", id="readiness-question", classes="question", markup=False)
        yield from self.head()
        yield Listing(*(Option(self.row(name), id=name) for name in COMPONENTS), id="readiness-rows", markup=False)
        with Horizontal(id="readiness-counts"):
            yield Label(say("readiness.ask_counts"), markup=False)
            yield self.counts
            yield Static("", id="readiness-bar", markup=False)
        yield Static("", id="readiness-room", markup=False)
        yield Label("", id="readiness-asks", markup=False)
        yield self.line
        yield Static("", id="readiness-summary", markup=False)
        yield Static(say("readiness.keys"), id="readiness-keys", classes="leaf-hint", markup=False)

    def head(self) -> ComposeResult:
        """Head the rows."""
        return ()

    def on_mount(self) -> None:
        self.query_one(Listing).highlighted = 0
        self._summarise()

    def on_descendant_focus(self) -> None:
        """Name the keys: in a line the letters are typed, and answer nothing."""
        typing = self.line.has_focus or self.counts.has_focus
        self.query_one("#readiness-keys", Static).update(self.words(f"readiness.keys{'_typing' if typing else ''}"))

    @property
    def component(self) -> str:
        """Give the component whose row is marked."""
        return COMPONENTS[self.query_one(Listing).highlighted or 0]

    @property
    def place(self) -> str:
        """Give the path of the answer, the counts or the line that is being asked."""
        name = "note" if self.line.has_focus else "count_yes" if self.counts.has_focus else "answer"
        return f"{self.TOP}.{self.component}.{name}"

    def enter(self, path: str) -> None:
        """Mark the row that a path stands in, and open its line or its counts where the path leads there."""
        rows = self.query_one(Listing)
        for number, name in enumerate(COMPONENTS):
            if below(path, f"{self.TOP}.{name}"):
                rows.highlighted = number
                self._show_row()
        field = path.rpartition(".")[2]
        if field == "note" and self.standing(self.component).answer is not None:
            self._to(self.line)
        else:
            self._to(self.counts if field.startswith("count_") else rows)

    def _to(self, widget: Widget) -> None:
        """Put the focus somewhere at once, so that the very next key already goes there."""
        self.screen.set_focus(widget)

    @property
    def readiness(self) -> Readiness:
        """Give the seven answers that this page asks for."""
        found: Readiness = getattr(self.session.plan.workshop, self.TOP.partition(".")[2])
        return found

    def standing(self, name: str) -> Standing:
        """Give the answer of a component."""
        return standings(self.readiness)[name]

    def row(self, name: str) -> Content:
        """Write the row of a component."""
        counted = any(spread(one) for one in standings(self.readiness).values())
        return row(name, self.standing(name), self.words, counted)

    def on_option_list_option_highlighted(self) -> None:
        self._show_row()

    def on_option_list_option_selected(self) -> None:
        """Take the answer that the counts propose where there is none; else open the line."""
        standing = self.standing(self.component)
        if standing.answer is not None:
            self._to(self.line)
        elif (found := spread(standing)) is not None and found.proposed is not None:
            self.action_answer(found.proposed.value)

    def _show_row(self) -> None:
        """Ask the marked question in full, with its counts and its line."""
        name = self.component
        top = f"{self.TOP}.{name}"
        said = self.words.field("Standing", "answer", top)
        self.query_one("#readiness-question", Static).update(said["question"])
        answer = self.standing(name).answer
        note = self.words.field("Standing", "note", top)
        asks = note.get(answer.value, note["question"]) if answer else ""
        if holder := typed_in(self.session, f"{top}.note").get(""):
            asks = f"{asks} {self.words('company.typing_in', name=holder)}"
        asked = self.query_one("#readiness-asks", Label)
        asked.update(asks)
        asked.display = self.line.display = answer is not None
        self._show_room()
        if self.counts.asked is None or self.counts.asked.spec.place != f"{top}.count_yes":
            self.line.bind(Answering(self, self._spec("note"), Place(self.session, top)))
            self.counts.bind(Counting(self, self._spec("count_yes"), top))
        else:
            self.renew()

    def _show_room(self) -> None:
        """Say how far the room agrees on the marked question, and what its counts propose."""
        standing = self.standing(self.component)
        found = spread(standing)
        self.query_one("#readiness-bar", Static).update(bar(found) if found else "")
        said = self.room(standing)
        room = self.query_one("#readiness-room", Static)
        room.update(" ".join(said))
        room.display = bool(said)

    def room(self, standing: Standing) -> list[str]:
        """Say what stands between the counts and the line, as sentences."""
        said = (one(standing, self.words) for one in (room_says, proposal, reason_shown))
        return [sentence for sentence in said if sentence]

    def _spec(self, name: str) -> FieldSpec:
        path = f"{self.TOP}.{self.component}.{name}"
        return spec(mark_at(path), self.words, path)

    def _summarise(self) -> None:
        self.query_one("#readiness-summary", Static).update("\n".join(self.summary()))

    def summary(self) -> list[str]:
        """Say how many are answered, and how the room goes on from there."""
        done = sum(one.answer is not None for one in standings(self.readiness).values())
        first, *rest = order_says(self.session.plan, self.words)
        counted = self.words("readiness.counts", done=done, total=len(COMPONENTS))
        return [f"{counted}. {first}", *rest]

    def _refused(self) -> bool:
        """Tell whether the plan can only be read here, and say so."""
        if self.session.read_only is not None:
            self.post_message(Tell(self.words(self.session.read_only)))
        return self.session.read_only is not None

    def action_answer(self, value: str) -> None:
        """Answer the marked question; a yes or a partly goes on to its line, a no to the next question."""
        if self._refused():
            return
        with refusals(self.say, self.words):
            self.session.set(f"{self.TOP}.{self.component}.answer", value or None)
        self._show_row()
        if value in (Answer.YES, Answer.PARTLY):
            self._to(self.line)
        elif value == Answer.NO:
            self.next_row()

    def action_counts(self) -> None:
        """Open the line for how many said each."""
        self._to(self.counts)

    def action_order(self, value: str) -> None:
        """Go on by need, or in the leaflet's order, once all seven are answered."""
        if is_answered(self.readiness) and not self._refused():
            with refusals(self.say, self.words):
                self.session.set("workshop.order", ReadinessOrder(value).value)

    def next_row(self) -> None:
        """Mark the next question; the last one stays marked."""
        rows = self.query_one(Listing)
        rows.highlighted = min((rows.highlighted or 0) + 1, len(COMPONENTS) - 1)
        self._to(rows)

    def action_rows(self) -> None:
        """Go back from a line to the questions; from there the key is the main screen's."""
        if not (self.line.has_focus or self.counts.has_focus):
            raise SkipAction
        self._to(self.query_one(Listing))

    def changed(self, change: Change) -> None:
        """Write the rows anew that a change may concern."""
        if not self.is_mounted or not any(below(touched(edit), "workshop") for edit in change.edits):
            return
        for name in COMPONENTS:
            self.query_one(Listing).replace_option_prompt(name, self.row(name))
        self._show_row()
        self._summarise()

    def renew(self) -> None:
        """Show anew what stands in the two lines; one in which somebody stood that is no longer there is left."""
        self.line.renew()
        self.counts.renew()
        if not self.line.display and self.line.has_focus:
            self._to(self.query_one(Listing))

    def people(self) -> None:
        """Show where others are typing."""
        if self.is_mounted:
            self._show_row()

    def leave(self) -> None:
        """Settle what is being typed."""
        self.line.leave()
        self.counts.leave()

    def turn_from(self, spec: FieldSpec, way: Way) -> None:
        """Go on from a line to the next question, from the counts to their answer, or back to the row."""
        on = way == "on" and spec.name == "note"
        (self.line if spec.name == "note" else self.counts).leave()
        if on:
            self.next_row()
        else:
            self._to(self.query_one(Listing))

    def say(self, sentence: str) -> None:
        """Show a sentence above the keys."""
        self.post_message(Tell(sentence))

    def warn(self, sentence: str) -> None:
        """Show a sentence above the keys."""
        self.post_message(Tell(sentence))
