"""What the start screen asks before a plan opens: each dismisses with the plan to open, or None to go back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Static

from wizard.files.names import safe_name
from wizard.files.plan_names import PLAN_SUFFIXES
from wizard.ui.access import access_of
from wizard.ui.completion import typed_path
from wizard.ui.printable import printable

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.language import Words


class Beginning(ModalScreen[Path | None]):
    """A question of the start screen: a title, its parts, a line that says what is wrong, and its keys.

    name_of: the table of the screen's words.
    """

    BINDINGS = [("escape", "leave", "")]
    name_of = ""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def say(self, key: str, **values: object) -> str:
        """Give a sentence of this screen."""
        return self.words(f"screens.{self.name_of}.{key}", **values)

    def compose(self) -> ComposeResult:
        with Vertical(classes="leaf"):
            yield Static(self.say("title"), classes="leaf-title", markup=False)
            yield from self.parts()
            yield Static("", classes="leaf-says", markup=False)
            yield Static(self.say("hint"), classes="leaf-hint", markup=False)

    def parts(self) -> ComposeResult:
        """Yield what stands between the title and the keys."""
        yield from ()

    def outside(self, path: Path) -> str:
        """Say that a path leads where one may not go; empty where one may. Nothing is told of what is there."""
        access = access_of(self.app)
        return "" if access.holds(path) else self.words("hosting.outside", folder=printable(str(access.folder)))

    def complain(self, sentence: str) -> None:
        """Say what is wrong and what to do; nothing to take it back."""
        self.query_one(".leaf-says", Static).update(sentence)

    def action_leave(self) -> None:
        """Go back to the start."""
        self.dismiss(None)


class Naming(Beginning):
    """Names the file of a plan that is to be made; a file that exists is never overwritten."""

    def __init__(self, words: Words, folder: Path) -> None:
        super().__init__(words)
        self.folder = folder
        self.proposed = ""

    def parts(self) -> ComposeResult:
        yield Label(self.say("name"), markup=False)
        yield Input(self.proposed, id="new-name")
        yield Label(self.say("folder"), markup=False)
        yield Input(str(self.folder), id="new-folder")
        yield Static("", id="new-path", markup=False)
        yield Button(self.say("create"), id="new-create", variant="primary")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.complain("")
        self.query_one("#new-path", Static).update(self._becomes())

    def _path(self) -> Path:
        name = self.query_one("#new-name", Input).value.strip()
        if name and not name.endswith(PLAN_SUFFIXES):
            name += PLAN_SUFFIXES[0]
        return typed_path(self.query_one("#new-folder", Input).value, self.folder) / name

    def _becomes(self) -> str:
        if not self.query_one("#new-name", Input).value.strip():
            return self.say("unnamed")
        return self.say("becomes", path=printable(str(self._path())))

    def on_input_submitted(self) -> None:
        self.create()

    def on_button_pressed(self) -> None:
        self.create()

    def create(self) -> None:
        """Write the new plan and open it, or say what stands in the way."""
        if wrong := self._wrong():
            self.complain(wrong)
            return
        from wizard.files.trouble import CannotWrite

        path = self._path()
        try:
            self.write(path)
        except FileExistsError:
            self.complain(self.say("taken"))
        except CannotWrite as trouble:
            self.complain(trouble.sentence(self.words))
        else:
            self.dismiss(path)

    def write(self, path: Path) -> None:
        """Write the plan's file. Raises `FileExistsError` and `CannotWrite`."""
        raise NotImplementedError

    def _wrong(self) -> str:
        """Say what must be mended before a plan can be made; empty where nothing must."""
        typed, path = self.query_one("#new-name", Input).value.strip(), self._path()
        if not typed:
            return self.say("unnamed")
        if "/" in typed or "\\" in typed or not any(map(str.isalnum, typed)):
            return self.say("bad_name")
        if beyond := self.outside(path):
            return beyond
        if not path.parent.is_dir():
            return self.say("no_folder")
        return self.say("taken") if path.exists() else ""


class NewScreen(Naming):
    """Makes a new plan, named after its municipality as long as nobody names it."""

    name_of = "new"

    def parts(self) -> ComposeResult:
        yield Label(self.say("municipality"), markup=False)
        yield Input(placeholder=self.say("municipality_example"), id="new-municipality")
        yield from super().parts()

    def on_input_changed(self, event: Input.Changed) -> None:
        name = self.query_one("#new-name", Input)
        if event.input.id == "new-municipality" and name.value == self.proposed:
            self._propose(event.value)
        super().on_input_changed(event)

    def _propose(self, municipality: str) -> None:
        """Name the file after the municipality, as long as nobody has named it."""
        self.proposed = safe_name(municipality, PLAN_SUFFIXES[0]) if municipality.strip() else ""
        self.query_one("#new-name", Input).value = self.proposed

    def write(self, path: Path) -> None:
        """Write the plan a workshop starts from."""
        from schemas.starter import starter
        from wizard.document.keeping import Keeper

        Keeper.create(path, starter(self.words, self.query_one("#new-municipality", Input).value.strip()))
