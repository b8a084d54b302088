"""The strip at the bottom that F2 opens: a letter, then one line, and one is back where one was."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from textual.containers import Container, Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from schemas.checks.cpr import find_cpr
from schemas.meetings import CAUGHT, running
from wizard.document.coming import Coming
from wizard.ui.catching import ENTRIES, Entry, next_meeting, running_name
from wizard.ui.caught import HARD
from wizard.ui.commands.limits import permitted
from wizard.ui.printable import printable
from wizard.ui.widgets.coming import ComingLine, caught_spec
from wizard.ui.widgets.date import DateControl
from wizard.ui.widgets.line import LineControl

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

    from schemas.language import Words
    from wizard.document.session import Session
    from wizard.ui.widgets.asked import Way

TASK = ("text", "who", "due")


class CatchScreen(ModalScreen[str | None]):
    """Catches a line while everything behind it stays as it is. It dismisses with a command to do, or with None.

    path: the field that the focus is on, or a step. wall: whether a room looks on.
    told: what was caught, as a sentence for the line above the keys.
    """

    BINDINGS = [("escape", "leave", "")]
    AUTO_FOCUS = ""

    def __init__(self, session: Session, words: Words, path: str, wall: bool = False) -> None:
        super().__init__()
        self.session = session
        self.words = words
        self.path = path
        self.wall = wall
        self.told = ""
        self.coming: Coming | None = None
        self.controls: dict[str, LineControl] = {}
        self._asks = False

    def compose(self) -> ComposeResult:
        strip, lines = Vertical(id="catch"), Container(id="catch-lines")
        strip.border_title = self.words("catching.menu", name=self.words("catching.name"))
        lines.display = False
        self._menued = self._menu()
        with strip:
            yield Static(self._meeting(), id="catch-head", markup=False)
            yield lines
            yield Static(self._menued, id="catch-menu", markup=False)

    def on_resize(self) -> None:
        if self.coming is None and self._menu() != self._menued:
            self._menued = self._menu()
            self._say("")

    def _menu(self) -> str:
        """Name the letters, with what is not for a wall left out there."""
        shown = [entry for entry in self._entries() if entry.wall or not self.wall]
        named = [f"{entry.letter(self.words)} {entry.label(self.words)}" for entry in shown]
        whole = [one.replace(" ", HARD) for one in (*named, self.words("catching.back"))]
        return "\n".join(wrap("  ".join(whole), max(20, self.app.size.width - 2))).replace(HARD, " ")

    def _entries(self) -> list[Entry]:
        """List the letters of who sees some parts of the plan alone, else all."""
        waiting = bool(self.session.conflicts)
        ours = (entry for entry in ENTRIES if waiting or entry.command != "Choices")
        return [entry for entry in ours if permitted(entry.command, self.session.components)]

    def _meeting(self) -> str:
        """Say which meeting runs, or which one could be begun."""
        say, plan = self.words, self.session.plan
        if not permitted("RollCall", self.session.components):
            return say("hosting.no_catching")
        if name := running_name(plan, say):
            return printable(say("catching.running", meeting=name))
        proposed = next_meeting(plan, say)["title"]
        return say("catching.start", meeting=proposed, key=say("catching.letter.present"))

    async def on_key(self, event: Key) -> None:
        """Take a letter."""
        if self.coming is not None or event.character is None or not event.is_printable:
            return
        event.stop()
        pressed = event.character.lower()
        entry = next((one for one in self._entries() if one.letter(self.words) == pressed), None)
        if entry is None:
            self._say(self.words("catching.unknown", key=printable(event.character)))
        elif self.wall and not entry.wall:
            self._say(self.words("catching.on_wall"))
        elif entry.command is not None:
            self.dismiss(entry.command)
        elif self.session.read_only is not None:
            self._say(self.words("catching.read_only"))
        else:
            await self._open(entry)

    async def _open(self, entry: Entry) -> None:
        """Open the line, or a task's three."""
        meeting = running(self.session.plan)
        given: dict[str, Any] = {"kind": entry.name, "about": self.path}
        if meeting is not None:
            given["session"] = meeting.id
        self.coming = Coming(self.session, CAUGHT, given)
        self.controls = {name: self._control(name) for name in (TASK if entry.name == "task" else TASK[:1])}
        kind = self.words.choice("CaughtKind", entry.name)
        labels = {name: kind if name == "text" else caught_spec(name, self.words).label for name in self.controls}
        lines = self.query_one("#catch-lines")
        lines.display = True
        await lines.mount(
            *(
                widget
                for name, control in self.controls.items()
                for widget in (Static(labels[name], classes="catch-label", markup=False), control)
            )
        )
        self.query_one("#catch").border_title = kind
        self._say("")
        self.set_focus(self.controls["text"])

    def _control(self, name: str) -> LineControl:
        assert self.coming is not None
        asked = ComingLine(self, caught_spec(name, self.words), self.coming)
        control = (DateControl if name == "due" else LineControl)(asked)
        if name != "due":
            control.placeholder = self.words(f"catching.{name}_example")
        return control

    def say(self, sentence: str) -> None:
        """Show a sentence in the strip; with an empty one, what the keys do."""
        self._asks = False
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        hint = "hint_task" if len(self.controls) > 1 else "hint"
        self.query_one("#catch-head").display = self.coming is None
        self.query_one("#catch-menu", Static).update(
            printable(sentence) or (self.words(f"catching.{hint}") if self.coming else self._menu())
        )

    def turned(self, name: str, way: Way) -> None:
        """Go to the next line, or store what was caught."""
        names = list(self.controls)
        at = names.index(name) + (1 if way == "on" else -1)
        if self._asks or at == len(names):
            self._store()
        elif 0 <= at < len(names):
            self.set_focus(self.controls[names[at]])

    def _store(self) -> None:
        assert self.coming is not None
        text = str(self.coming.value("text") or "").strip()
        if not text and not self.coming.blank:
            self._say(self.words("catching.untold"))
            self.set_focus(self.controls["text"])
            return
        if text:
            self.coming.finish()
            self.told = self._stored(text)
        self.dismiss(None)

    def _stored(self, text: str) -> str:
        assert self.coming is not None
        say, due = self.words, self.coming.value("due")
        kind = say.choice("CaughtKind", str(self.coming.given["kind"]))
        if find_cpr(text):
            return say("interface.cpr", label=kind)
        if f"{self.coming.path}.due" in self.session.unsettled:
            return say("catching.saved_no_date", text=due, key=say("catching.letter.list"))
        return say("catching.saved", kind=kind.lower(), text=text)

    def action_leave(self) -> None:
        """Go back with nothing stored; what was typed is only thrown away when that is said twice."""
        if self.coming is None or self.coming.blank:
            self.dismiss(None)
        elif self._asks:
            self.coming.drop()
            self.told = self.words("catching.dropped")
            self.dismiss(None)
        else:
            self._asks = True
            self._say(self.words("catching.unsaved"))
