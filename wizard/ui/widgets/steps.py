"""The steps at the left, with how far each has got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import RenderResult
from textual.widget import Widget

from schemas.language import Words
from wizard.document.reach import Components
from wizard.ui.steps import STEPS, number_of, within

if TYPE_CHECKING:
    from wizard.ui.questions import Progress


class StepList(Widget):
    """Lists the steps. What is done shows by sign and number; where one is, by a pointer and bold letters."""

    def __init__(self, words: Words) -> None:
        super().__init__(id="steps")
        self.words = words
        self.step = STEPS[0]
        self.steps: tuple[str, ...] = STEPS
        self.progress: dict[str, Progress] = {}
        self.others: dict[str, tuple[str, ...]] = {}

    def limit(self, components: Components) -> None:
        """List the steps of some parts alone, before anything is known of the plan."""
        self.steps = tuple(step for step in STEPS if within(step, components))
        self.step = ""

    def show(self, step: str, progress: dict[str, Progress], words: Words) -> None:
        """Show where one is and how far each step has got; the steps stand in the order of `progress`."""
        if (step, progress, words, tuple(progress)) != (self.step, self.progress, self.words, self.steps):
            self.step, self.progress, self.words, self.steps = step, progress, words, tuple(progress)
            self.refresh()

    def mark(self, others: dict[str, tuple[str, ...]]) -> None:
        """Show where others stand: their letters, by step."""
        if others != self.others:
            self.others = others
            self.refresh()

    def render(self) -> RenderResult:
        """Write a line for each step, with a gap around the seven components."""
        text = Text(no_wrap=True, overflow="ellipsis")
        roomy = self.size.height >= len(STEPS) + 4
        seven = [number_of(step) is not None for step in self.steps]
        for at, step in enumerate(self.steps):
            if roomy and (step == "review" or (at and seven[at] != seven[at - 1])):
                text.append("\n")
            self._line(text, step)
        return text

    def _line(self, text: Text, step: str) -> None:
        number = number_of(step)
        name = self.words(f"parts.{step}.short")
        here = step == self.step
        label = f"{'›' if here else ' '}{number or ' '} {name}"
        text.append(f"{label:<18}", "bold" if here else "")
        known = self.progress.get(step)
        if known is not None and known.of:
            text.append(f"{known.sign} {known.done}/{known.of}", "bold" if here else "")
        if others := self.others.get(step):
            self._others(text, others)
        text.append("\n")

    def _others(self, text: Text, others: tuple[str, ...]) -> None:
        """Write who else is at a step, at the end of its line: as many as there is room for, and how many more."""
        taken = len(text.plain) - text.plain.rfind("\n") - 1
        room = self.size.width - taken - 1
        said = " ".join(others)
        for shown in range(len(others) - 1, -1, -1):
            if len(said) > room:
                said = f"{' '.join(others[:shown])}+{len(others) - shown}"
        text.append(f"{said:>{room + 1}}", "bold")
