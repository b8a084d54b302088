"""A new revision from the start screen: which plan is revised, and what the revision's file is called."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Static

from wizard.files.plan_names import PLAN_SUFFIXES, unused
from wizard.ui.printable import printable

from .beginning import Naming
from .choosing import OpenScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.language import Words
    from schemas.plan import Plan

_YEAR = re.compile(r"-revision-\d{4}(-\d+)?$")


class PickScreen(OpenScreen):
    """Asks which plan is to be revised, and reads it; dismisses with its file.

    plan: the plan that was read.
    """

    def __init__(self, words: Words, folder: Path) -> None:
        super().__init__(words, folder)
        self.plan: Plan | None = None

    def say(self, key: str, **values: object) -> str:
        """Give a sentence of this screen, or one it shares with opening a plan."""
        own = f"revision.pick.{key}"
        return self.words(own if self.words.has(own) else f"screens.open.{key}", **values)

    def take(self, path: Path) -> None:
        """Read the plan, or say why it cannot be read."""
        from wizard.files.plan_file import read_plan
        from wizard.files.trouble import FileTrouble

        try:
            self.plan = read_plan(path)
        except FileTrouble as trouble:
            self.complain(printable(trouble.sentence(self.words)))
        else:
            self.dismiss(path)


class RevisionScreen(Naming):
    """Names the file of a revision and says what comes along; dismisses with the plan to open."""

    def __init__(self, words: Words, old: Path, plan: Plan) -> None:
        super().__init__(words, old.resolve().parent)
        self.old = old
        self.plan = plan
        self.proposed = proposed(old, date.today()).name

    def say(self, key: str, **values: object) -> str:
        """Give a sentence of this screen, or one it shares with a new plan."""
        own = f"revision.name.{key}"
        return self.words(own if self.words.has(own) else f"screens.new.{key}", **values)

    def parts(self) -> ComposeResult:
        from schemas.revision import notes

        name = printable(self.old.name)
        lines = [self.say("lead", name=name), *notes(self.plan, name, self.words)]
        yield Static("\n".join(lines), id="revision-lead", classes="leaf-text", markup=False)
        yield from super().parts()

    def complain(self, sentence: str) -> None:
        """Say what is wrong in place of what comes along: a small screen has no room for both."""
        self.query_one("#revision-lead").display = not sentence
        super().complain(sentence)

    def write(self, path: Path) -> None:
        """Write the revision, and note where the earlier plan lies."""
        from wizard.document.revising import begin

        begin(self.plan, self.old, path, date.today())


def proposed(old: Path, today: date) -> Path:
    """Name the revision of a plan after its file and the year: `vores-revision-2026.plan.yaml`, where that is free."""
    suffix = next((suffix for suffix in PLAN_SUFFIXES if old.name.endswith(suffix)), PLAN_SUFFIXES[0])
    stem = _YEAR.sub("", old.name.removesuffix(suffix))
    return unused(old.with_name(f"{stem}-revision-{today.year}{suffix}"))
