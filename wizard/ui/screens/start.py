"""The start: a new plan, one that exists, an example, or what a sudden end left behind."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from schemas.language import LANGUAGES
from schemas.language import words as words_of
from wizard.document.recovery import left_behind, orphans
from wizard.files.examples import examples
from wizard.files.plan_names import plans_in
from wizard.ui.access import access_of
from wizard.ui.printable import printable
from wizard.ui.recent import Recent
from wizard.ui.widgets.listing import PagedList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

    from schemas.language import Words

SMALL = [(0, "-tiny"), (60, "-roomy")]
FLAT = [(0, "-flat"), (20, "-tall")]
"""Below 60 by 20 a sentence stands in the place of the screen."""

WAYS = ("new", "open", "revise", "example", "recover", "language", "quit")
MAKING = ("new", "revise", "example")
"""The ways that make a plan."""


class StartScreen(Screen[Path | None]):
    """Where the program begins without a plan; dismisses with the plan to open, or None to quit.

    folder: where plans are looked for and new ones are made; the working folder unless given.
    """

    HORIZONTAL_BREAKPOINTS = SMALL
    VERTICAL_BREAKPOINTS = FLAT

    def __init__(self, words: Words, folder: Path | None = None, recent: Recent | None = None) -> None:
        super().__init__()
        self.words = words
        self.folder = folder or Path.cwd()
        self.recent = recent or Recent.of_user()

    def compose(self) -> ComposeResult:
        say = self.words
        with Vertical(id="start"):
            yield Static(say("screens.start.title"), id="start-title", markup=False)
            yield Static(say("screens.start.lead"), id="start-lead", markup=False)
            yield PagedList(*self._options(), id="start-ways", markup=False)
            yield Static("", id="start-says", markup=False)
            yield Static(say("screens.start.hint"), classes="leaf-hint", markup=False)
        yield Static(say("interface.too_small"), classes="too-small", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        self.query_one(OptionList).highlighted = 0

    def _plans(self) -> list[Path]:
        """List the plans opened lately, then those in the folder; none that lies where one may not go."""
        here = [path.resolve() for path in plans_in(self.folder)]
        recent = self.recent.paths()
        found = [*recent, *(path for path in here if path not in recent)]
        return [path for path in found if access_of(self.app).holds(path)]

    def _options(self) -> list[Option | None]:
        """List what one can do, and below it the plans one can open."""
        self.plans = self._plans()
        self.left = {path: count for path in self.plans if (count := left_behind(path))}
        access = access_of(self.app)
        self.gone = [one for one in orphans() if access.holds(one.plan_file)] if access.makes else []
        ways: list[Option | None] = [Option(self._way(way), id=way) for way in self._ways()]
        if not self.plans:
            return [*ways, None, Option(self.words("screens.start.none"), disabled=True)]
        heading = Option(Content.styled(self.words("screens.start.plans"), "bold"), disabled=True)
        return [*ways, None, heading, *(Option(self._plan(path), id=f"plan-{n}") for n, path in enumerate(self.plans))]

    def _ways(self) -> list[str]:
        makes = access_of(self.app).makes
        left = self.left or self.gone
        return [way for way in WAYS if (way != "recover" or left) and (makes or way not in MAKING)]

    def _way(self, way: str) -> Content:
        key = self.words(f"screens.start.{way}_key")
        return Content.assemble((key, "bold underline"), "  ", self.words(f"screens.start.{way}"))

    def _plan(self, path: Path) -> Content:
        """Write a plan of the list."""
        return plan_line(path, self.left.get(path, 0), self.words)

    def on_key(self, event: Key) -> None:
        """Take the letter of a way as a shortcut to it."""
        for way in self._ways():
            if event.character and event.character.casefold() == self.words(f"screens.start.{way}_key"):
                event.stop()
                self._go(way)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option_id or ""
        if chosen.startswith("plan-"):
            self._open(self.plans[int(chosen.removeprefix("plan-"))])
        else:
            self._go(chosen)

    def _go(self, way: str) -> None:
        """Do what one of the ways says."""
        from . import beginning, choosing

        match way:
            case "new":
                self.app.push_screen(beginning.NewScreen(self.words, self.folder), self._open)
            case "open":
                self.app.push_screen(choosing.OpenScreen(self.words, self.folder), self._open)
            case "revise":
                self._revise()
            case "example" if examples():
                self.app.push_screen(choosing.ExampleScreen(self.words, examples(), self.folder), self._open)
            case "example":
                self.query_one("#start-says", Static).update(self.words("screens.start.no_examples"))
            case "recover":
                self.app.push_screen(choosing.RecoverScreen(self.words, self.left, self.gone, self.folder), self._open)
            case "language":
                self._switch()
            case "quit":
                self.dismiss(None)

    def _revise(self) -> None:
        """Ask which plan is to be revised, then what the revision is to be called."""
        from . import revising

        picked = revising.PickScreen(self.words, self.folder)

        def name(path: Path | None) -> None:
            if path is not None and picked.plan is not None:
                self.app.push_screen(revising.RevisionScreen(self.words, path, picked.plan), self._open)

        self.app.push_screen(picked, name)

    def _open(self, path: Path | None) -> None:
        if path is not None:
            self.dismiss(path)

    def _switch(self) -> None:
        """Speak the other language from here on."""
        other = next(language for language in LANGUAGES if language != self.words.language)
        self.words = words_of(other)
        self.refresh(recompose=True)
        self.call_after_refresh(self.on_mount)


def plan_line(path: Path, left: int, words: Words) -> Content:
    """Write a plan on two lines: its name, then what waits to be brought back, where it is and when it was changed."""
    try:
        day = words("screens.start.changed", day=words.date(date.fromtimestamp(path.stat().st_mtime)))
    except OSError:
        day = ""
    said = [printable(str(path.parent)), day]
    if left:
        said.insert(0, words("screens.start.one_draft" if left == 1 else "screens.start.drafts", count=left))
    return Content.assemble((printable(path.name), "bold"), "\n     ", " · ".join(said))
