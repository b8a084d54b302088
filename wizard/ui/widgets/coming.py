"""A field of a record that is on its way into the plan, as its control sees it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from schemas.fields import marks
from schemas.language import words
from schemas.paths import mark_at
from schemas.specs import FieldSpec, spec
from wizard.document.session import ReadOnlyPlan

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.document.coming import Coming

    from .asked import Way


@cache
def _specs(where: str, language: str) -> dict[str, FieldSpec]:
    model = mark_at(where).item
    assert model is not None
    return {mark.name: spec(mark, words(language), f"{where}[].{mark.name}") for mark in marks(model)}


def spec_of(where: str, name: str, said: Words) -> FieldSpec:
    """Describe one field of the records of a list."""
    return _specs(where, said.language)[name]


def caught_spec(name: str, said: Words) -> FieldSpec:
    """Describe one field of what is caught."""
    return spec_of("workshop.caught", name, said)


class Form(Protocol):
    """What holds the lines of one record."""

    words: Words

    def say(self, sentence: str) -> None:
        """Show a sentence beside the lines."""

    def turned(self, name: str, way: Way) -> None:
        """Go on from a line, or back."""


class ComingLine:
    """One line of a record on its way."""

    def __init__(self, form: Form, spec: FieldSpec, coming: Coming) -> None:
        self.form = form
        self.spec = spec
        self.words = form.words
        self.coming = coming

    def value(self) -> Any:
        """Give what the control shows."""
        return self.coming.value(self.spec.name)

    def draft(self, value: Any) -> bool:
        """Keep what is typed; False where the plan can only be read."""
        try:
            self.coming.draft(self.spec.name, value)
        except ReadOnlyPlan as refused:
            self.form.say(self.words(refused.key))
            return False
        self.form.say("")
        return True

    def decide(self, value: Any) -> None:
        """Take a value as it is."""
        self.draft(value)

    def left(self) -> None:
        """Leave what was typed until the record is finished."""

    def turn(self, way: Way) -> None:
        """Go on, or back."""
        self.form.turned(self.spec.name, way)

    def say(self, sentence: str) -> None:
        """Show a sentence beside the line."""
        self.form.say(sentence)

    def targets(self) -> list[tuple[str, str]]:
        """Give nothing: such a record points nowhere while it is typed."""
        return []

    def create(self, name: str) -> None:
        """Add nothing."""
