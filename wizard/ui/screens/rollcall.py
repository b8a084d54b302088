"""The roll-call: a meeting is begun, and who is present is ticked by role and unit, never by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container, Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from schemas.checks.cpr import find_cpr
from schemas.meetings import SESSIONS, running
from wizard.document.coming import Coming
from wizard.ui.catching import next_meeting, running_name
from wizard.ui.following import Following
from wizard.ui.pages.answering import Answering, Place
from wizard.ui.printable import printable
from wizard.ui.refusing import refusals
from wizard.ui.roll import Role, matching, roll, typed_role
from wizard.ui.who import name_of
from wizard.ui.widgets.coming import ComingLine, spec_of
from wizard.ui.widgets.date import DateControl
from wizard.ui.widgets.line import LineControl
from wizard.ui.widgets.listing import PagedList

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

    from schemas.specs import FieldSpec
    from wizard.ui.widgets.asked import Asked, Way

FACTS = ("title", "held_on", "place")
ADD = "add"


class RollCallScreen(Above):
    """A meeting's lines above, and below them one line to type in and the roles that can be ticked."""

    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="leaf board"):
            yield Static(self.words("catching.present.title"), classes="leaf-title", markup=False)
            yield Container(id="catch-lines")
            yield Static("", id="board-says", markup=False)
            yield RollLine(self)
            yield PagedList(id="board-rows", markup=False)
            yield Static(self.words("catching.present.hint"), id="board-keys", markup=False)

    async def on_mount(self) -> None:
        self.coming: Coming | None = None
        self.found: list[Role] = []
        self.typed = ""
        self.facts: dict[str, LineControl] = {}
        self.following = Following(self, self.session, self._follow)
        self.query_one(OptionList).can_focus = False
        if running(self.session.plan) is None:
            self.coming = Coming(self.session, SESSIONS, next_meeting(self.session.plan, self.words))
        lines = self.query_one("#catch-lines")
        for name in FACTS:
            asked = self._asked(spec_of(SESSIONS, name, self.words))
            self.facts[name] = (DateControl if name == "held_on" else LineControl)(asked)
            await lines.mount(Static(asked.spec.label, classes="catch-label", markup=False), self.facts[name])
        self._begun()
        self.set_focus(self.facts["title"] if self.coming is not None else self.query_one(RollLine))

    def on_unmount(self) -> None:
        self.following.end()

    def _follow(self) -> None:
        """Take in a change; a meeting that another begins or ends is begun or ended here too."""
        change, meeting = self.following.last, running(self.session.plan)
        if not self.is_running or change is None:
            return
        theirs = change.session != self.session.id
        if theirs and self.coming is not None and self.coming.blank and meeting is not None:
            self._join()
            self.say(self.words("company.meeting_begun", name=name_of(change.author)))
        elif theirs and self.coming is None and meeting is None:
            self.main.tell(self.words("company.meeting_ended", name=name_of(change.author)))
            self.dismiss(None)
        else:
            for control in self.facts.values():
                control.renew()
            self.renew()

    def _join(self) -> None:
        """Turn from the meeting that was about to begin to the one that runs."""
        self.coming = None
        for name, control in self.facts.items():
            control.bind(self._asked(spec_of(SESSIONS, name, self.words)))
        self._begun()

    def _asked(self, spec: FieldSpec) -> Asked:
        """Ask for a line of the meeting that comes, or of the one that runs."""
        if self.coming is not None:
            return ComingLine(self, spec, self.coming)
        meeting = running(self.session.plan)
        assert meeting is not None
        return Answering(self, spec, Place(self.session, f"{SESSIONS}[{meeting.id}]"))

    def _begun(self) -> None:
        """Show what one can do: before the meeting its lines alone, then the roles."""
        begun = self.coming is None
        for name in ("#roll-line", "#board-rows", "#board-keys"):
            self.query_one(name).display = begun
        self.renew()
        self.say("")

    @property
    def where(self) -> str:
        """Give the path of the list of those present."""
        meeting = running(self.session.plan)
        assert meeting is not None
        return f"{SESSIONS}[{meeting.id}].present"

    def say(self, sentence: str) -> None:
        """Show a sentence, or what there is to do."""
        say = self.words
        if self.coming is not None:
            usual = say("catching.present.starts", place=spec_of(SESSIONS, "place", say).label)
        else:
            meeting = running(self.session.plan)
            usual = say("catching.present.running", count=len(meeting.present) if meeting else 0)
        self.query_one("#board-says", Static).update(printable(sentence or usual))

    warn = say

    def turn_from(self, spec: FieldSpec, way: Way) -> None:
        """Go on from a line of the meeting."""
        self.turned(spec.name, way)

    def turned(self, name: str, way: Way) -> None:
        """Go to the next line; from the last one to the roles, which begins the meeting."""
        at = FACTS.index(name) + (1 if way == "on" else -1)
        if at == len(FACTS):
            self._begin()
            self.set_focus(self.query_one(RollLine))
        elif at >= 0:
            self.set_focus(self.facts[FACTS[at]])

    def _begin(self) -> None:
        if (coming := self.coming) is None:
            return
        coming.finish()
        self._join()
        self.say(self.words("catching.present.began", meeting=running_name(self.session.plan, self.words)))

    def renew(self) -> None:
        """List the roles that fit what is typed, and last the one that could be made of it."""
        if not self.is_running or self.coming is not None or running(self.session.plan) is None:
            return
        typed = self.query_one(RollLine).value
        listed = self.query_one(OptionList)
        at, top = listed.highlighted or 0, listed.scroll_offset.y
        role = self.found[at].named if at < len(self.found) else None
        listed.clear_options()
        found = matching(roll(self.session.plan), typed)
        listed.add_options([Option(printable(role.line), id=str(n)) for n, role in enumerate(found)])
        if typed.strip() and not any(role.named == typed_role(typed) for role in found):
            listed.add_option(Option(printable(self.words("catching.present.add", text=typed.strip())), id=ADD))
        self.found = found
        if listed.option_count:
            names = [one.named for one in found]
            at = names.index(role) if role in names and typed == self.typed else at
            listed.highlighted = 0 if typed != self.typed and typed.strip() else min(at, listed.option_count - 1)
            listed.scroll_to(y=top, animate=False, immediate=True)
            listed.scroll_to_highlight()
        elif not typed:
            self.say(self.words("catching.present.nobody"))
        self.typed = typed

    @property
    def makes(self) -> bool:
        """Tell whether only a new role can be made of what is typed."""
        listed = self.query_one(OptionList)
        return listed.option_count == 1 and listed.get_option_at_index(0).id == ADD

    def take(self) -> None:
        """Tick the role pointed at, or untick it, or add the one typed."""
        option = self.query_one(OptionList).highlighted_option
        line = self.query_one(RollLine)
        if option is None or running(self.session.plan) is None:  # another may have ended the meeting just now
            return
        text = line.value
        line.cleared()
        if option.id == ADD:
            self._mark(typed_role(text))
        else:
            self._toggle(self.found[int(str(option.id))])
        self.renew()

    def _mark(self, named: tuple[str, str]) -> None:
        role, unit = named
        self.session.add(self.where, {"role": role, "unit": unit})
        key = "interface.cpr" if find_cpr(f"{role} {unit}") else "catching.present.marked"
        self.say(self.words(key, role=role, label=role))

    def _toggle(self, role: Role) -> None:
        if role.key is None:
            self._mark(role.named)
        else:
            with refusals(self.say, self.words):
                self.session.remove(self.where, role.key)
                self.say(self.words("catching.present.unmarked", role=role.named[0]))

    def action_leave(self) -> None:
        """Go back; a meeting that is not begun leaves nothing behind, and a new role is thrown away only when told."""
        line = self.query_one(RollLine)
        if self.coming is None and self.makes and line.warned != line.value:
            line.warned = line.value
            self.say(self.words("catching.present.unsaved", text=line.value.strip()))
            return
        if self.coming is not None:
            self.coming.drop()
        for control in self.facts.values():
            if control.has_focus:
                control.leave()
        line.cleared()
        self.dismiss(None)


class RollLine(LineControl):
    """The line that finds a role or makes one; what can only be a new role is kept at each key."""

    def __init__(self, screen: RollCallScreen) -> None:
        super().__init__()
        self.id = "roll-line"
        self.roll = screen
        self.placeholder = screen.words("catching.present.placeholder")
        self.warned = ""
        self._coming: Coming | None = None

    def replace(self, text: str, start: int, end: int) -> None:
        """Type, and narrow the list."""
        super().replace(" ".join(text.split("\n")), start, end)
        self.roll.renew()
        self._keep()

    def _keep(self) -> None:
        if not self.roll.makes or running(self.roll.session.plan) is None:
            self._forget()
            return
        if self._coming is None:
            self._coming = Coming(self.roll.session, self.roll.where, {})
        for name, typed in zip(("role", "unit"), typed_role(self.value), strict=True):
            self._coming.draft(name, typed)

    def _forget(self) -> None:
        if self._coming is not None:
            self._coming.drop()
            self._coming = None

    def cleared(self) -> None:
        """Empty the line, and forget what was kept of it."""
        self._forget()
        self.value = ""
        self.warned = ""

    async def action_submit(self) -> None:
        """Tick, untick or add."""
        self.roll.take()

    def on_key(self, event: Key) -> None:
        """Move in the list while typing."""
        moves = {"down": "cursor_down", "up": "cursor_up", "pagedown": "page_down", "pageup": "page_up"}
        if event.key in moves:
            event.stop()
            getattr(self.roll.query_one(OptionList), f"action_{moves[event.key]}")()
