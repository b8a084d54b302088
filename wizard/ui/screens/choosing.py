"""Choosing a plan to open: by its path, among the examples, or among those that hold answers not kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from wizard.files.plan_names import is_plan, unused
from wizard.ui.access import access_of
from wizard.ui.completion import completed, completions, typed_path
from wizard.ui.printable import printable
from wizard.ui.widgets.listing import PagedList

from .beginning import Beginning

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.front import Front
    from schemas.language import Words
    from wizard.document.rescue import Rescued


class PathLine(Input):
    """A line for a path; Tab writes it on."""

    BINDINGS = [("tab", "complete", ""), ("down", "list", "")]

    def __init__(self, folder: Path) -> None:
        super().__init__(id="open-path")
        self.folder = folder

    def action_complete(self) -> None:
        """Write the path on as far as it is clear."""
        self.value = completed(self.value, self.folder, access_of(self.app).holds)
        self.cursor_position = len(self.value)

    def action_list(self) -> None:
        """Go to the list of what may be meant, at its first line."""
        listed = self.screen.query_one(OptionList)
        listed.focus()
        listed.action_first()


class OpenScreen(Beginning):
    """Asks which plan to open, and completes its path."""

    name_of = "open"

    def __init__(self, words: Words, folder: Path) -> None:
        super().__init__(words)
        self.folder = folder
        self.found: list[Path] = []

    def parts(self) -> ComposeResult:
        yield Label(self.say("path"), markup=False)
        yield PathLine(self.folder)
        yield PagedList(id="open-found", markup=False)

    def on_mount(self) -> None:
        self.query_one(PathLine).focus()
        self._list("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self.complain("")
        self._list(event.value)

    def _list(self, text: str) -> None:
        self.found = completions(text, self.folder, access_of(self.app).holds)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Option(self._line(path), id=str(n)) for n, path in enumerate(self.found)])
        if not self.found:
            listed.add_option(Option(self.say("none"), disabled=True))

    def _line(self, path: Path) -> Content:
        if path.is_dir():
            return Content.assemble(f"{printable(path.name)}/")
        return Content.styled(printable(path.name), "bold")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self._choose(self._meant(event.value) if event.value.strip() else None)

    def _meant(self, text: str) -> Path:
        """Give the path that was typed; where there is none such, the only one it begins."""
        path = typed_path(text, self.folder)
        return self.found[0] if len(self.found) == 1 and not self.outside(path) and not path.exists() else path

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._choose(self.found[int(event.option_id or 0)])

    def _choose(self, path: Path | None) -> None:
        """Open a plan, go into a folder, or say what is wrong."""
        if path is not None and (beyond := self.outside(path)):
            self.complain(beyond)
        elif path is not None and path.is_dir():
            line = self.query_one(PathLine)
            line.value = f"{path}/"
            line.cursor_position = len(line.value)
            line.focus()
        elif path is None or not path.is_file():
            self.complain(self.say("missing"))
        elif not is_plan(path):
            self.complain(self.say("not_plan"))
        else:
            self.take(path)

    def take(self, path: Path) -> None:
        """Do with a plan what it was chosen for."""
        self.dismiss(path)


class ChoiceScreen(Beginning):
    """A list of plans to choose one from."""

    def __init__(self, words: Words, plans: list[Path]) -> None:
        super().__init__(words)
        self.plans = plans

    def parts(self) -> ComposeResult:
        yield Static(self.words(f"screens.start.{self.name_of}_hint"), classes="leaf-text", markup=False)
        options = [Option(self.line(path), id=str(n)) for n, path in enumerate(self.plans)]
        yield PagedList(*options, id="choice", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        self.query_one(OptionList).highlighted = 0

    def line(self, path: Path) -> Content:
        """Write a plan for the list."""
        return Content(printable(path.name))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.choose(self.plans[int(event.option_id or 0)])

    def choose(self, path: Path) -> None:
        """Take a plan."""
        self.dismiss(path)

    def copied(self, path: Path, folder: Path) -> Path | None:
        """Copy a plan into a folder under a free name; None where that cannot be done, which is said."""
        from wizard.files.trouble import CannotWrite
        from wizard.files.whole import write_whole

        copy = unused(folder / path.name)
        try:
            write_whole(copy, path.read_bytes())
        except (CannotWrite, OSError) as trouble:
            self.complain(trouble.sentence(self.words) if isinstance(trouble, CannotWrite) else str(trouble))
            return None
        return copy


class ExampleScreen(ChoiceScreen):
    """Opens a copy of an example, so that the example itself stays as it is."""

    name_of = "example"

    def __init__(self, words: Words, plans: list[Path], folder: Path) -> None:
        self.fronts = {path: _front(path) for path in plans}
        super().__init__(words, sorted(plans, key=lambda path: self._order(path, words)))
        self.folder = folder

    def _order(self, path: Path, words: Words) -> tuple[bool, int]:
        """Put those in the language spoken here first, and the fullest first among them."""
        front = self.fronts[path]
        return front is None or front.language != words.language, -path.stat().st_size

    def line(self, path: Path) -> Content:
        """Write an example's municipality and title."""
        front = self.fronts[path]
        if front is None:
            return Content(printable(path.name))
        language = self.words.choice("Language", front.language.value)
        said = f"{printable(front.title)} · {language}"
        return Content.assemble((printable(front.municipality), "bold"), "\n     ", said)

    def choose(self, path: Path) -> None:
        """Copy the example into the folder under a free name."""
        if (copy := self.copied(path, self.folder)) is not None:
            self.dismiss(copy)


def _front(path: Path) -> Front | None:
    """Read an example's front; None where it cannot be read."""
    from wizard.files.plan_file import read_plan
    from wizard.files.trouble import FileTrouble

    try:
        return read_plan(path).front
    except FileTrouble:
        return None


class RecoverScreen(ChoiceScreen):
    """Opens a plan that has answers which were not kept; opening it brings them back.

    left: how many wait, by plan. gone: plans that were kept with the user and whose own file is gone: they are opened
    as a copy in the folder.
    """

    name_of = "recover"

    def __init__(self, words: Words, left: dict[Path, int], gone: list[Rescued], folder: Path) -> None:
        self.gone = {one.copy: one for one in gone}
        super().__init__(words, [*left, *self.gone])
        self.left = left
        self.folder = folder

    def line(self, path: Path) -> Content:
        """Write a plan and how many answers wait in it."""
        from .start import plan_line

        if path not in self.gone:
            return plan_line(path, self.left[path], self.words)
        place = printable(str(self.gone[path].plan_file.parent))
        said = self.words("document.whole_copy", place=place)
        return Content.assemble((printable(path.name), "bold"), "\n     ", said)

    def choose(self, path: Path) -> None:
        """Open a plan; one whose own file is gone as a copy, which leaves what was kept for that file."""
        if path not in self.gone:
            self.dismiss(path)
        elif (copy := self.copied(path, self.folder)) is not None:
            self.gone[path].take()
            self.dismiss(copy)
