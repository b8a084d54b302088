"""The room's counts as one line: "5 3 1" is five yes, three partly and one no."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wizard.document.change import setting
from wizard.document.people import Held
from wizard.ui.refusing import refusals

if TYPE_CHECKING:
    from schemas.language import Words
    from schemas.specs import FieldSpec
    from wizard.ui.widgets.asked import Way

    from .answering import Host

FIELDS = ("count_yes", "count_partly", "count_no")
TYPED = re.compile(r"\W*\d{0,3}(\W+\d{1,3}){0,2}\W*")
"""At most three numbers of at most three digits, with anything but letters between them."""


class Counting:
    """Three numbers of one standing, asked as one line. Each key keeps what the numbers are so far."""

    def __init__(self, host: Host, spec: FieldSpec, top: str) -> None:
        self.host = host
        self.spec = spec
        self.words: Words = host.words
        self.paths = tuple(f"{top}.{name}" for name in FIELDS)
        self.typed = ""

    def _kept(self) -> list[int | None]:
        return [self.host.session.value(path) for path in self.paths]

    def value(self) -> str:
        """Give the line as it was typed while it says what is kept, else the numbers that are kept."""
        kept = self._kept()
        if numbers(self.typed) == kept:
            return self.typed
        return " ".join(str(count or 0) for count in kept) if any(one is not None for one in kept) else ""

    def draft(self, value: Any) -> bool:
        """Keep the numbers of a line; False where it holds anything else."""
        if not TYPED.fullmatch(str(value)):
            self.host.say(self.words("readiness.three_numbers"))
            return False
        with refusals(self.host.say, self.words, "held"):
            self._see_that_nobody_types()
            self._keep(numbers(str(value)))
            self.typed = str(value)
            self.host.say("")
            return True
        return False

    def _see_that_nobody_types(self) -> None:
        """Refuse the line where another types one of its three numbers: all of it is kept, or nothing."""
        for path in self.paths:
            if (author := self.host.session.holder(path)) is not None:
                raise Held(path, author)

    def _keep(self, counts: list[int | None]) -> None:
        for path, count in zip(self.paths, counts, strict=True):
            if self.host.session.value(path) != count:
                self.host.session.draft(path, count)

    def decide(self, value: Any) -> None:
        """Answer at once."""
        if self.draft(value):
            self.left()

    def left(self) -> None:
        """Settle the three as one change; those left out are none where another one is given."""
        session, counts = self.host.session, self._kept()
        if session.read_only is not None:
            return
        if any(count is not None for count in counts):
            counts = [0 if count is None else count for count in counts]
        with refusals(self.host.say, self.words, "held"):
            self._keep(counts)
            pairs = zip(self.paths, counts, strict=True)
            session.apply(tuple(edit for path, count in pairs for edit in setting(session.plan, path, count)))
        for path in self.paths:
            session.settle(path)

    def turn(self, way: Way) -> None:
        """Go on, or back."""
        self.host.turn_from(self.spec, way)

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.host.say(sentence)

    def targets(self) -> list[tuple[str, str]]:
        """Give nothing: a number points nowhere."""
        return []

    def create(self, name: str) -> None:
        """Do nothing: a number points nowhere."""


def numbers(line: str) -> list[int | None]:
    """Read the three numbers of a line; what is not there yet is None."""
    found = [int(one) for one in re.findall(r"\d+", line)][:3]
    return [*found, *[None] * (3 - len(found))]
