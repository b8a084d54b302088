"""The main screen: steps at the left, the question in the middle, guidance at the right, keys at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from wizard.ui.calm import Calm
from wizard.ui.commands import COMMANDS, NAMED
from wizard.ui.commands.command import bindings, key_name
from wizard.ui.commands.limits import can, opens
from wizard.ui.company import Company
from wizard.ui.lazily import load
from wizard.ui.messages import Jump, Reopen, Tell, Turn
from wizard.ui.pages.middle import Middle
from wizard.ui.pages.page import Page
from wizard.ui.pages.questions import QuestionPage
from wizard.ui.route import leads, parts_of, steps_of
from wizard.ui.screens import SCREENS
from wizard.ui.steps import above_of, step_of
from wizard.ui.whereabouts import keep, kept
from wizard.ui.widgets.asked import Way
from wizard.ui.widgets.banner import Banner
from wizard.ui.widgets.guidance import Guidance
from wizard.ui.widgets.keyline import KeyLine
from wizard.ui.widgets.status import StatusLine
from wizard.ui.widgets.steps import StepList
from wizard.ui.widgets.title import TitleLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from schemas.language import Words
    from wizard.document.change import Change
    from wizard.document.session import Session
    from wizard.ui.app import WizardApp


class MainScreen(Screen[None]):
    """Holds the page of the step one is at, and hands it the plan's changes."""

    app: WizardApp
    BINDINGS = [*bindings(COMMANDS)]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (76, "-normal"), (118, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (20, "-low"), (32, "-tall")]
    AUTO_FOCUS = "LineControl"

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.session: Session | None = None
        self.middle = Middle(words)
        self._calm = Calm(self, self.calm)
        self._ticking: Timer
        self.company: Company | None = None
        self.came_from = ""

    def compose(self) -> ComposeResult:
        yield TitleLine()
        yield Banner()
        with Horizontal(id="body"):
            yield StepList(self.words)
            yield self.middle
            yield Guidance()
        yield StatusLine()
        yield KeyLine()
        yield Static(self.words("interface.too_small"), id="small", markup=False)

    def on_mount(self) -> None:
        self._name_keys()
        if self.app.access.components is not None:
            self.query_one(StepList).limit(self.app.access.components)
            self.questions.veil()

    @property
    def questions(self) -> QuestionPage:
        """Give the page of the questions, shown or not."""
        return self.middle.questions

    @property
    def page(self) -> Page:
        """Give the page that stands in the middle."""
        return self.middle.page

    @property
    def asks(self) -> bool:
        """Tell whether a question stands on the page."""
        return self.session is not None and self.middle.asking and bool(self.questions.specs)

    @property
    def writable(self) -> bool:
        """Tell whether the plan can be changed here."""
        return self.session is not None and self.session.read_only is None

    def opened(self, session: Session) -> None:
        """Take the session that was opened while the first frame was looked at."""
        self.session = self.questions.session = session
        self._ticking = self.set_interval(0.25, self._tick)
        session.wake = self._ticking.resume
        self.query_one(TitleLine).follow(session, self.words)
        self._begin(session)
        if session.brought_back:
            self.tell(self.words("interface.brought_back", count=len(session.brought_back)))
        self.company = Company(self, session)
        self.company.begin()
        from wizard.ui import plan_file, removed

        removed.watch(self, session)
        plan_file.watch(self, session)

    def _begin(self, session: Session) -> None:
        """Go where one was last; whoever has typed already meant the question that was drawn first."""
        place, self.questions.deep = kept(session)
        first = steps_of(session)[0]
        self.go(first if self.app.typed_ahead or not leads(session, place) else place)
        if self.page.step != first or self.questions.at:
            self.tell(self.words("interface.returned"))
        elif parts_of(session) is not None:
            steps = [self.words(f"parts.{step}.short") for step in steps_of(session) if step != "review"]
            said = "hosting.limited" if session.components is not None else "groups.opened"
            self.tell(self.words(said, parts=self.words.join(steps)))

    def _head(self) -> None:
        assert self.session is not None
        front = self.session.plan.front
        name = " · ".join(part for part in (front.municipality, front.title) if part) or self.session.path.name
        self.query_one(TitleLine).show(name)
        self.query_one(Banner).show(self.session, self.words)

    def _tick(self) -> None:
        if self.session is not None:
            self.session.tick()
            self.query_one(Banner).show(self.session, self.words)
            if self.session.resting:
                self._ticking.pause()

    def changed(self, change: Change) -> None:
        """Hand a change to the page; what may wait follows when nobody types."""
        if not self.is_running:  # what is settled on the way out has no page to stand on
            return
        self.page.changed(change)
        if self.session is not None and change.session == self.session.id:
            self._calm.soon()
        else:
            self._calm.gather()

    def calm(self) -> None:
        """Count the steps anew, and let the page do what it put off."""
        self._calm.done()
        if self.session is None:
            return
        from wizard.ui.questions import progress

        plan, deep = self.session.plan, self.questions.deep
        counted = {step: progress(plan, step, self.words, step in deep) for step in steps_of(self.session)}
        self.query_one(StepList).show(self.page.step, counted, self.words)
        self._head()
        self.page.calm()
        self._keep_place()

    def _keep_place(self) -> None:
        """Note where one is, for whoever opens the plan again."""
        if self.session is not None:
            place = self.page.place if self.page.is_mounted else self.page.step
            keep(self.session, place, self.questions.deep)
            self.session.stand(place)

    def _name_keys(self) -> None:
        named = [command for command in COMMANDS if command.shown and command.keys and can(command, self)]
        keys = tuple((key_name(command.keys[0], self.words), command.short(self.words)) for command in named)
        self.query_one(KeyLine).show(keys)

    def action_do(self, name: str) -> None:
        """Do what a key or the palette calls for."""
        command = NAMED[name]
        if can(command, self):
            command.run(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave keys to the control where their command cannot be done now."""
        if action == "do" and parameters:
            return can(NAMED[str(parameters[0])], self)
        return True

    def turn(self, way: Way) -> None:
        """Go on to the next question or step, or back."""
        if self.middle.asking:
            self.questions.turn(way)
        else:
            self._step(way)

    def on_turn(self, event: Turn) -> None:
        self._step(event.way)

    def _step(self, way: Way) -> None:
        assert self.session is not None
        steps = steps_of(self.session)
        at = steps.index(self.page.step) + (1 if way == "on" else -1)
        if 0 <= at < len(steps):
            self.go(steps[at], last=way == "back")
        elif way == "back":
            self.tell(self.words("interface.first"))
        else:
            self.tell(self.words("interface.last"))

    def on_jump(self, event: Jump) -> None:
        place = "" if self.middle.asking else self.page.place
        self.go(event.path)
        self.came_from = place
        if place:
            self.tell(self.words("screens.review.back", step=self.words(f"parts.{step_of(place)}.title")))
            self._name_keys()

    def go(self, path: str, last: bool = False) -> None:
        """Go to a step or a question; `last` is for coming back into a step from behind."""
        if self.session is None:
            return
        if not leads(self.session, path):
            self.tell(self.words("hosting.beyond"))
            return
        if (screen := above_of(path)) is not None:
            self.above(screen, path)
            return
        self.came_from = ""
        self.query_one(Banner).turned()
        if not self.query_one(StatusLine).fresh:
            self.tell("")
        self.middle.go(self.session, self.words, path, last)
        self._name_keys()
        self.calm()
        self.query_one(TitleLine).offer(self, self.session, step_of(path))

    def on_question_page_asking(self, event: QuestionPage.Asking) -> None:
        self.query_one(Guidance).explain(event.spec, self.words)
        self.query_one(Banner).turned()
        if not self.query_one(StatusLine).fresh:
            self.tell("")
        self._name_keys()
        self._keep_place()
        self._calm.soon()

    def on_descendant_focus(self) -> None:
        self._name_keys()

    def on_screen_resume(self) -> None:
        if self.session is not None:
            self.query_one(TitleLine).follow(self.session, self.words)

    def on_tell(self, event: Tell) -> None:
        self.tell(event.sentence)

    def tell(self, sentence: str) -> None:
        """Show a sentence above the keys until the next one."""
        self.query_one(StatusLine).tell(sentence)

    def on_reopen(self, event: Reopen) -> None:
        self.reopen(event.path)

    def reopen(self, path: str | None) -> None:
        """Save this plan and open another one, or show the start."""
        self.page.leave()
        self.app.reopen(path)

    def above(self, name: str, path: str = "", then: Callable[[], None] | None = None) -> None:
        """Put a screen above this one; what it gives back is where to go. then: what is done when it is gone."""
        if self.session is None:
            return
        if not opens(name, self.session.components):
            self.tell(self.words("hosting.beyond"))
            return
        if self.writable:
            self.session.settle()
        kind = load(SCREENS[name])
        if isinstance(self.app.screen, kind):  # called for from itself, by F2: it already stands there
            return
        screen = kind(self.session, self.words, path or self.page.place)
        screen.deep = self.questions.deep

        def back(path: str | None) -> None:
            if then is not None:
                then()
            if path:
                self._went(path)

        self.app.push_screen(screen, back)

    def _went(self, path: str) -> None:
        """Go where a screen above this one leads, whatever else stands between."""
        self.pop_until_active()
        self.go(path)

    def toggle_guidance(self) -> None:
        """Show or hide help, example and law."""
        self.toggle_class("-guided")

    def toggle_deep(self) -> None:
        """Ask everything of this step, or the core alone."""
        step, place = self.page.step, self.page.place
        self.questions.deep ^= {step}
        self.questions.enter(place)
        self.tell(self.words("interface.deep" if step in self.questions.deep else "interface.short"))

    def speak(self, words: Words) -> None:
        """Say everything anew in another language; place and focus stay."""
        self.words = words
        self.query_one("#small", Static).update(words("interface.too_small"))
        self.tell("")
        if self.session is None:
            return
        self.middle.speak(self.session, words)
        if self.company is not None:
            self.company.people()
            self.company.choices()
        self._name_keys()
        self.calm()
