"""What the list of what was caught and the end of a meeting have in common: rows, and what is done with one."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from schemas.meetings import CAUGHT, caught_record
from schemas.paths import exists
from wizard.ui.caught import details, find, sign, target
from wizard.ui.following import Following
from wizard.ui.pages.answering import Answering, Place
from wizard.ui.printable import printable
from wizard.ui.refusing import refusals
from wizard.ui.taken_back import taken_back
from wizard.ui.who import name_of
from wizard.ui.widgets.coming import caught_spec
from wizard.ui.widgets.date import DateControl
from wizard.ui.widgets.line import LineControl
from wizard.ui.widgets.listing import PagedList

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

    from schemas.specs import FieldSpec
    from schemas.workshop import Caught
    from wizard.ui.widgets.asked import Way


WIDEST, AROUND, SET_IN, MOST = 100, 6, "  ", 5
"""The columns a board has at most, those that are none of its rows', what goes before a row's later lines, and the
lines it shows of a long text, which can be read in full where it is edited."""


class Board(Above):
    """Lists rows, of which those that were caught can be settled, edited and removed where they stand.

    A row's id is the id of what was caught, or the path of a field. path: what is pointed at first, if it was caught.
    """

    AUTO_FOCUS = ""
    BINDINGS = [("delete", "remove", ""), ("ctrl+z", "take_back('undo')", ""), ("ctrl+y", "take_back('redo')", "")]

    TITLE_KEY = "catching.list.title"

    def compose(self) -> ComposeResult:
        with Vertical(classes="leaf board"):
            yield Static(self.words(self.TITLE_KEY), classes="leaf-title", markup=False)
            yield Static("", id="board-head", markup=False)
            yield PagedList(id="board-rows", markup=False)
            yield Static("", id="board-none", markup=False)
            yield Container(id="catch-lines")
            yield Static("", id="board-says", markup=False)
            yield Static("", id="board-keys", markup=False)

    def on_mount(self) -> None:
        self.controls: dict[str, LineControl] = {}
        self.becomes: str | None = None
        self.following = Following(self, self.session, self.renew)
        self.query_one("#catch-lines").display = False
        self.renew(caught_record(self.path))
        self.set_focus(self.query_one(OptionList))
        self._told("")

    def on_unmount(self) -> None:
        self.following.end()

    def options(self) -> list[Option]:
        """Give the rows, with their headings."""
        raise NotImplementedError

    def head(self) -> str:
        """Give what stands above the rows."""
        raise NotImplementedError

    def none(self) -> str:
        """Give what stands in place of the rows where there are none."""
        raise NotImplementedError

    def hints(self) -> str:
        """Name the keys."""
        raise NotImplementedError

    def renew(self, at: str | None = None) -> None:
        """List anew; the pointer stays at its row, or goes to the nearest one."""
        if not self.is_running:
            return
        listed = self.query_one(OptionList)
        at, number, top = at or self.key, listed.highlighted or 0, listed.scroll_offset.y
        options = self.options()
        listed.clear_options()
        listed.add_options(options)
        rows = {option.id: n for n, option in enumerate(options) if not option.disabled}
        before = [n for n in rows.values() if n <= number]
        listed.highlighted = rows.get(at, before[-1] if before else next(iter(rows.values()), None))
        listed.scroll_to(y=top, animate=False, immediate=True)
        listed.scroll_to_highlight()
        listed.display = bool(options)
        if options and not self.controls and self.focused is None:  # a list that was hidden lost the focus
            self.set_focus(listed)
        empty = self.query_one("#board-none", Static)
        empty.update("" if options else self.none())
        empty.display = not options
        self.query_one("#board-head", Static).update(printable(self.head()))
        self._renew_lines()

    @property
    def _edited(self) -> str | None:
        """Give the path of what the lines below the rows belong to."""
        asked = next((control.asked for control in self.controls.values()), None)
        return asked.place.top if isinstance(asked, Answering) else None

    def _renew_lines(self) -> None:
        """Show anew what stands in the lines; where the row they belong to was removed by another, close them."""
        if self._edited is not None and not exists(self.session.plan, self._edited):
            self._close()
            change = self.following.last
            self._told(self.words("company.gone", name=name_of(change.author)) if change is not None else "")
            return
        for control in self.controls.values():
            control.renew()

    @property
    def key(self) -> str | None:
        """Give the id of the row pointed at."""
        option = self.query_one(OptionList).highlighted_option
        return option.id if option is not None else None

    @property
    def caught(self) -> Caught | None:
        """Give what was caught and is pointed at."""
        return find(self.session.plan, self.key)

    def row(self, caught: Caught) -> Option:
        """Write a row: a sign and the text, and below them what is known of it."""
        text = " ".join(caught.text.split()) or self.words("catching.list.untyped")
        return self.lines(f"{sign(caught)} {text}", " · ".join(details(self.session, caught, self.words)), caught.id)

    def lines(self, text: str, known: str, key: str) -> Option:
        """Write a row of two lines, or of more where they are long; what goes on is set in."""
        first = self._folded(text, "")
        return Option(Content.assemble(first, "\n", (self._folded(known, SET_IN), "$text-muted")), id=key)

    @property
    def width(self) -> int:
        """Give the columns a row has."""
        return max(20, min(self.app.size.width, WIDEST) - AROUND)

    def _folded(self, text: str, first: str) -> str:
        folded = wrap(
            text, self.width, initial_indent=first, subsequent_indent=SET_IN, max_lines=MOST, placeholder=" …"
        )
        return printable("\n".join(folded))

    def on_resize(self) -> None:
        self.renew()

    @staticmethod
    def heading(text: str) -> Option:
        """Write a heading."""
        return Option(Content.styled(printable(text), "bold"), disabled=True)

    def say(self, sentence: str) -> None:
        """Show a sentence above the keys."""
        self._told(sentence)

    def warn(self, sentence: str) -> None:
        """Show a sentence above the keys."""
        self._told(sentence)

    def _told(self, sentence: str) -> None:
        line = "edit_hint" if self.becomes is None else f"outcome_{self.becomes}"
        hint = self.words(f"catching.list.{line}") if self.controls else self.hints()
        self.query_one("#board-says", Static).update(printable(sentence))
        self.query_one("#board-keys", Static).update(hint)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.chosen(str(event.option_id))

    def chosen(self, key: str) -> None:
        """Go to the field of a row."""
        caught = find(self.session.plan, key)
        path = target(self.session.plan, caught.about) if caught is not None else key
        if path:
            self.dismiss(path)
        else:
            self._told(self.words("catching.list.nowhere"))

    async def on_key(self, event: Key) -> None:
        """Do what a letter stands for."""
        if self.controls or event.character is None or not event.is_printable:
            return
        pressed = event.character.lower()
        done = next((name for name in self.letters() if self.words(f"catching.key.{name}") == pressed), None)
        if done is not None:
            event.stop()
            await self.do(done)

    def letters(self) -> tuple[str, ...]:
        """Name what letters do here."""
        return ("done", "dropped", "reopen", "edit")

    async def do(self, name: str) -> None:
        """Do what a letter stands for with the row pointed at."""
        caught = self.caught
        if caught is None or not self.may():
            return
        if name == "reopen":
            with refusals(self._told, self.words):
                self.session.set(f"{CAUGHT}[{caught.id}]", {"state": "open"})
                self._told("")
        elif name == "edit":
            task = ("who", "due") if caught.kind == "task" else ()
            await self._open(caught, ("text", *task, "outcome"))
        else:
            self.becomes = name
            await self._open(caught, ("outcome",))

    def may(self) -> bool:
        """Tell whether the plan can be changed, and say where it cannot."""
        if self.session.read_only is not None:
            self._told(self.words(self.session.read_only))
        return self.session.read_only is None

    async def _open(self, caught: Caught, names: tuple[str, ...]) -> None:
        """Open lines below the rows."""
        place = Place(self.session, f"{CAUGHT}[{caught.id}]")
        lines = self.query_one("#catch-lines")
        for name in names:
            spec = caught_spec(name, self.words)
            asked = Answering(self, spec, place)
            self.controls[name] = (DateControl if spec.kind == "date" else LineControl)(asked)
            label = self.words("catching.list.outcome") if name == "outcome" else spec.label
            await lines.mount(Static(label, classes="catch-label", markup=False), self.controls[name])
        lines.display = True
        self.set_focus(self.controls[names[0]])
        self._told("")

    def turn_from(self, spec: FieldSpec, way: Way) -> None:
        """Go to the next line, or finish."""
        names = list(self.controls)
        at = names.index(spec.name) + (1 if way == "on" else -1)
        if at == len(names):
            self._finish()
        elif at >= 0:
            self.set_focus(self.controls[names[at]])

    def _finish(self) -> None:
        """Settle what stands in the lines, and the state with it."""
        if (path := self._edited) is not None and self.becomes is not None:
            outcome = str(self.session.value(f"{path}.outcome") or "").strip()
            with refusals(self.warn, self.words):
                self.session.drop(f"{path}.outcome")
                self.session.set(path, {"outcome": outcome, "state": self.becomes})
        self._close()

    def _close(self) -> None:
        controls, self.controls, self.becomes = self.controls, {}, None
        self.set_focus(self.query_one(OptionList))
        for control in controls.values():
            control.leave()
        lines = self.query_one("#catch-lines")
        lines.display = False
        lines.remove_children()
        self.renew()
        self._told("")

    def action_leave(self) -> None:
        """Close the lines, where what was typed stays; else go back."""
        if self.controls:
            self._close()
        else:
            self.dismiss(None)

    def action_remove(self) -> None:
        """Remove the row pointed at; undo brings it back."""
        if (caught := self.caught) is not None and not self.controls and self.may():
            with refusals(self._told, self.words):
                self.session.remove(CAUGHT, caught.id)
                self._told(self.words("catching.list.removed"))

    def action_take_back(self, way: str) -> None:
        """Undo or redo, and say what."""
        if not self.controls and self.may():
            path, sentence = taken_back(self.session, way, self.words)
            if path is not None and exists(self.session.plan, path):
                self.renew(path.partition("[")[2].removesuffix("]"))
            self._told(sentence)
