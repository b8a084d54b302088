"""The page that asks a part's questions one at a time, made from the fields' own descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from wizard.ui.lazily import load
from wizard.ui.messages import Tell, Turn
from wizard.ui.printable import printable
from wizard.ui.steps import number_of, step_of
from wizard.ui.widgets.asked import Control, Way
from wizard.ui.widgets.line import LineControl

from . import VIEWS
from .page import Page

if TYPE_CHECKING:
    from schemas.language import Words
    from schemas.specs import FieldSpec
    from wizard.document.change import Change
    from wizard.document.session import Session

    from .records import RecordsView

FIRST = ("Front", "municipality")
"""The question that is drawn before the program has read what a plan is."""

LONGEST_TITLE = 36
"""Characters of a title that leave room for the count beside it on 80 columns."""


class QuestionPage(Page):
    """Asks one question at a time. It is drawn once, without a session, and lives as long as the main screen."""

    BINDINGS = [
        Binding("tab", "tab('on')", show=False),
        Binding("shift+tab", "tab('back')", show=False),
    ]

    class Asking(Message):
        """Another question stands on the page."""

        def __init__(self, spec: FieldSpec) -> None:
            super().__init__()
            self.spec = spec

    def __init__(self, words: Words) -> None:
        # The first frame is drawn before there is a session; the main screen brings it.
        super().__init__(cast("Session", None), words, "front")
        self.deep: frozenset[str] = frozenset()
        self.specs: tuple[FieldSpec, ...] = ()
        self.at = 0
        self.note = ""
        self.control: Control | None = None
        self.records: RecordsView | None = None
        self._kept: dict[str, Widget] = {}

    def compose(self) -> ComposeResult:
        said = self.words.field(*FIRST)
        yield Static(self._crumb(1, None), id="crumb", markup=False)
        yield Static("", id="confirm", markup=False)
        yield Static(said["question"], id="question", markup=False)
        self._kept["line"] = self.control = LineControl()
        yield Vertical(self.control, id="box")
        with VerticalScroll(id="notes", can_focus=False):
            yield Static("", id="state", markup=False)
            yield Static("", id="note", markup=False)
            yield Static("", id="findings", markup=False)

    def veil(self) -> None:
        """Take away the question that is drawn first, which is not for everybody."""
        for name in ("#crumb", "#question"):
            self.query_one(name, Static).update("")

    def _crumb(self, number: int, of: int | None) -> str:
        """Say where one is, and that the step asks more on a key."""
        more = f" · {self.words('deeper.key')}" if of is not None and self._deeper() else ""
        title = self.words(f"parts.{self.step}.title")
        if len(title) > LONGEST_TITLE - len(more):
            title = self.words(f"parts.{self.step}.short")
        if (component := number_of(self.step)) is not None:
            title = f"{component}. {title}"
        return title if of is None else self.words("interface.crumb", title=title, number=number, of=of) + more

    def _deeper(self) -> bool:
        from wizard.ui.questions import goes_deeper

        return self.step not in self.deep and goes_deeper(self.step, self.words.language)

    @property
    def spec(self) -> FieldSpec:
        """Give the question that stands on the page."""
        return self.specs[self.at]

    @property
    def place(self) -> str:
        """Give the path of what is asked: inside a record where its form is open."""
        if not self.specs:
            return self.step
        return self.records.place if self.records is not None else self.spec.place

    def enter(self, path: str) -> None:
        """Ask the question a path belongs to; a step's own name means its first one."""
        from schemas.paths import below
        from wizard.ui.questions import questions

        self._let_go()
        self.step = step_of(path)
        self.specs = questions(self.step, self.words, self.step in self.deep)
        self.at = next((n for n, one in enumerate(self.specs) if below(path, one.place)), 0)
        self._ask(path)

    def speak(self, words: Words) -> None:
        """Ask the same in another language."""
        place = self.place
        self.words = words
        self.enter(place)

    def _let_go(self) -> None:
        """Leave the control that stands here; what it had to say outlasts it."""
        if not self.specs:
            return
        self.say("")
        if self.records is not None:
            self.records.leave()
        elif self.control is not None:
            self.control.leave()
        if self.note:
            self.warn(f"{self.passing[0].label}: {self.note}")

    def _ask(self, path: str = "") -> None:
        self.query_one("#crumb", Static).update(self._crumb(self.at + 1, len(self.specs)))
        self._confirm()
        self.query_one("#question", Static).update(self.spec.question)
        self.say("")
        self._note("#findings", "")
        self.screen.set_class(self.spec.place in VIEWS, "-grid")
        if self.spec.kind == "records":
            self._ask_records(path)
        else:
            self._ask_one()
            self.pointed(self.spec)

    def _confirm(self) -> None:
        """Above the first question of a component that the room only confirms, say where it stands."""
        from wizard.ui.route import confirmation

        said = "" if self.at else confirmation(self.session.plan, self.step, self.words)
        line = self.query_one("#confirm", Static)
        if said or line.display:
            line.update(said)
            line.display = bool(said)

    def _ask_records(self, path: str) -> None:
        view = VIEWS.get(self.spec.place, VIEWS[""])
        if view not in self._kept:
            self._kept[view] = load(view)(self)
        self.control, self.records = None, cast("RecordsView", self._kept[view])
        self._stand(self.records)
        self.records.build(self.spec, self.step in self.deep, path)

    def _ask_one(self) -> None:
        from wizard.ui.widgets.controls import control_for
        from wizard.ui.widgets.shown import Shown

        from .answering import Answering, Place

        asked = Answering(self, self.spec, Place(self.session, self.spec.place.rpartition(".")[0]))
        kind = "shown" if self.session.read_only else self.spec.kind
        if kind in self._kept:
            self.control = cast("Control", self._kept[kind])
            self.control.bind(asked)
        else:
            self._kept[kind] = self.control = Shown(asked, self.session) if kind == "shown" else control_for(asked)
        self.records = None
        self._stand(self.control)
        self.focus_first()

    def _stand(self, wanted: Widget) -> None:
        """Show a widget of the box and hide the others: what was put up once serves every question of its kind."""
        box = self.query_one("#box")
        if wanted.parent is None and wanted is not self._kept.get("line"):  # that one comes with the box itself
            box.mount(wanted)
        wanted.display = True
        for other in box.children:
            if other is not wanted and other.display:
                if isinstance(other, Control):
                    other.bind(None)
                other.display = False

    def focus_first(self) -> None:
        """Put the focus where one answers."""
        if self.records is not None:
            self.records.focus_first()
        elif self.control is not None:
            self.screen.set_focus(self.control)

    def turn_from(self, spec: FieldSpec, way: Way) -> None:
        """Go on from a question, or back."""
        self.turn(way)

    def turn(self, way: Way) -> None:
        """Ask the next question or the one before; past the last one the next step follows."""
        at = self.at + (1 if way == "on" else -1)
        if not 0 <= at < len(self.specs):
            self._let_go()
            self.post_message(Turn(way))
            return
        self._let_go()
        self.at = at
        self._ask()

    def action_tab(self, way: Way) -> None:
        """Go on to the next field, or back."""
        if self.records is not None and self.records.turn_field(way):
            return
        self.turn(way)

    def say(self, sentence: str) -> None:
        """Show a sentence beneath the control."""
        if sentence != self.note:
            self.note = sentence
            self._note("#note", sentence)

    def _note(self, where: str, sentence: str) -> None:
        """Write a line beneath the control; an empty one takes no room."""
        line = self.query_one(where, Static)
        line.update(printable(sentence))
        line.display = bool(sentence)

    def warn(self, sentence: str) -> None:
        """Show a sentence that outlasts the question."""
        self.post_message(Tell(sentence))

    def pointed(self, spec: FieldSpec) -> None:
        """Tell the screen which question has the focus, be it a field of a record."""
        self._state()
        self.post_message(self.Asking(spec))

    @property
    def passing(self) -> tuple[FieldSpec, str]:
        """Give the question that is passed by when that is asked for, and its path: a field where a form is open."""
        field = self.records.field if self.records is not None else None
        if field is not None and self.place.endswith(f"].{field.name}"):
            return field, self.place
        return self.spec, self.spec.place

    def _state(self) -> None:
        """Say how the question stands, and who else types there."""
        from .beneath import standing

        self._note("#state", standing(self.session, self.spec, *self.passing, self.words))

    def changed(self, change: Change) -> None:
        """Show what a change touched."""
        if not self.specs:
            return
        if self.records is not None:
            self.records.changed(change)
        elif self.control is not None and any(change.touches(path) for path in (self.spec.place, self.spec.to) if path):
            self.control.renew()
        if change.touches("workshop"):
            self._confirm()
        self._state()

    def renew(self) -> None:
        """Show anew what stands in the control."""
        if self.records is not None:
            self.records.renew()
        elif self.control is not None:
            self.control.renew()
        if self.specs:
            self._state()

    def people(self) -> None:
        """Show where others are typing."""
        if not self.specs:
            return
        if self.records is not None:
            self.records.people()
        self._state()

    def calm(self) -> None:
        """Look at what the checks say of this question."""
        from .beneath import findings

        if self.specs:
            top = self.place if self.records is not None else self.spec.place
            self._note("#findings", findings(self.session.plan, top, self.words))

    def forget(self, path: str) -> None:
        """Put a field back to the plan's own value: what was typed there is no answer yet."""
        from schemas.paths import get
        from wizard.document.edits import plain

        self.session.set(path, plain(get(self.session.plan, path)))
        self.say("")
        self.renew()

    def leave(self) -> None:
        """Let go, because another page takes over."""
        self._let_go()
        self.screen.set_class(False, "-grid")
