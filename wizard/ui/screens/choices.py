"""Two versions of the same, side by side: one takes the first, keeps the second, or decides later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from schemas.paths import NoSuchPath
from wizard.document.edits import touched
from wizard.document.session import ReadOnlyPlan
from wizard.ui.following import Following
from wizard.ui.printable import printable
from wizard.ui.sides import Sides, choosable, differing, heading_of, heading_of_plan, sides
from wizard.ui.who import name_of

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from wizard.document.conflicts import Conflict


class Side(VerticalScroll):
    """One version, whole; the one that the arrows scroll has a pointer before its heading."""

    def __init__(self, name: str) -> None:
        super().__init__(Static("", markup=False), id=f"choice-{name}", classes="choice-side")
        self.heading = ""

    def show(self, heading: str, text: Content) -> None:
        """Show a version; what is read of it stays where it is."""
        self.heading = heading
        self._head()
        self.query_one(Static).update(text)

    def _head(self) -> None:
        self.border_title = Content(f"{'›' if self.screen.focused is self else ' '} {printable(self.heading)}")

    def on_focus(self) -> None:
        self._head()

    def on_blur(self) -> None:
        self._head()


class ChoicesScreen(Above):
    """Shows one conflict after the other; each stays until somebody has chosen."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-over"), (100, "-beside")]
    BINDINGS = [
        Binding("1", "choose(True)", show=False),
        Binding("2", "choose(False)", show=False),
        Binding("tab,shift+tab,left,right", "other", show=False),
        Binding("n", "turn(1)", show=False),
        Binding("p", "turn(-1)", show=False),
    ]

    at = 0
    _choosing = False
    _said = ""

    def compose(self) -> ComposeResult:
        with Container(classes="leaf choices"):
            yield Static("", id="choice-title", classes="leaf-title", markup=False)
            yield Static("", id="choice-where", markup=False)
            with Container(id="choice-sides"):
                yield Side("mine")
                yield Side("theirs")
            yield Static("", id="choice-says", markup=False)
            yield Static("", id="choice-keys", markup=False)

    def on_mount(self) -> None:
        self.following = Following(self, self.session, self.renew)
        self.set_focus(self.query_one("#choice-mine"))
        self.renew()

    def on_unmount(self) -> None:
        self.following.end()

    @property
    def waiting(self) -> tuple[Conflict, ...]:
        """List what waits for a choice."""
        return choosable(self.session)

    def renew(self) -> None:
        """Show the two versions as they are now; where nothing waits any more, go back."""
        waiting, say = self.waiting, self.words
        if not waiting:
            if not self._choosing:
                self.dismiss(None)
            return
        self.at = min(self.at, len(waiting) - 1)
        one = waiting[self.at]
        many = len(waiting) > 1
        number = f" · {say('company.choice.number', number=self.at + 1, of=len(waiting))}" if many else ""
        found = sides(one, self.session.plan, say)
        self._put("title", say("company.choice.title") + number)
        self._put("where", found[0].where if len(found) == 1 else "")
        same = all(side.mine == side.theirs for side in found)
        self._put("says", self._said or (say("company.choice.same") if same else ""))
        self._put("keys", say("company.choice.keys" if many else "company.choice.keys_one"))
        mine, theirs = heading_of(one, self.session, say), heading_of_plan(one, self.session, say)
        self.query_one("#choice-mine", Side).show(mine, _told(found, "mine"))
        self.query_one("#choice-theirs", Side).show(theirs, _told(found, "theirs"))

    renew_choices = renew

    def _put(self, name: str, text: str) -> None:
        line = self.query_one(f"#choice-{name}", Static)
        line.update(printable(text))
        line.display = bool(text)

    def _tell(self, sentence: str) -> None:
        """Say what came of a key, until the next one."""
        self._said = sentence
        self._put("says", sentence)

    def action_other(self) -> None:
        """Go to the other version."""
        mine, theirs = self.query_one("#choice-mine"), self.query_one("#choice-theirs")
        self.set_focus(mine if theirs.has_focus else theirs)

    def action_turn(self, by: int) -> None:
        """Go to the next conflict or the one before; both versions are shown from their beginning."""
        self.at = (self.at + by) % max(1, len(self.waiting))
        self._tell("")
        self.renew()
        for side in self.query(Side):
            side.scroll_home(animate=False)

    def action_choose(self, take: bool) -> None:
        """Take the version that was set aside, or keep what stands in the plan."""
        one = self.waiting[self.at]
        if (sentence := self._refusal(one, take)) or (sentence := self._resolve(one, take)):
            self._tell(sentence)
            return
        said = self.words(f"company.choice.{'took' if take else 'kept'}")
        if self.waiting:
            self.action_turn(0)
            self._tell(said)
        else:
            self.main.tell(said)
            self.dismiss(None)

    def _refusal(self, one: Conflict, take: bool) -> str:
        """Say why nothing can be chosen now; nothing where it can."""
        if self.session.read_only is not None:
            return self.words("company.choice.read_only")
        holders = (holder for edit in one.edits if (holder := self.session.holder(touched(edit))) is not None)
        if take and (author := next(holders, None)) is not None:
            return self.words("company.held", name=name_of(author))
        return ""

    def _resolve(self, one: Conflict, take: bool) -> str:
        self._choosing = True
        try:
            self.session.resolve(one.id, take)
        except NoSuchPath:
            return self.words("company.choice.cannot")
        except ReadOnlyPlan as refused:
            return self.words(refused.key)
        finally:
            self._choosing = False
        return ""

    def action_leave(self) -> None:
        """Decide later."""
        self.main.tell(self.words("company.choice.later", letter=self.words("catching.letter.choices")))
        self.dismiss(None)


def _marked(one: Sides, side: str) -> Content:
    """Underline what a version has that the other one has not."""
    text = Content(printable(getattr(one, side)))
    for start, end in differing(one)[side]:
        text = text.stylize("underline", start, end)
    return text


def _told(found: list[Sides], side: str) -> Content:
    """Set one side of every place, each below its heading where there are several."""
    several = len(found) > 1
    parts = []
    for one in found:
        heading = (Content.styled(printable(one.where), "bold"), "\n") if several else ()
        parts.append(Content.assemble(*heading, _marked(one, side)))
    return Content("\n\n").join(parts)
