"""What a control knows of the question it stands under. The control owns no value: it reads, shows and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol

from textual.widget import Widget

if TYPE_CHECKING:
    from schemas.language import Words
    from schemas.specs import FieldSpec

Way = Literal["on", "back"]


class Asked(Protocol):
    """One question at one place of the plan, as its control sees it."""

    spec: FieldSpec
    words: Words

    def value(self) -> Any:
        """Give the plain value to show: what is being typed, else the plan's own."""

    def draft(self, value: Any) -> bool:
        """Keep what stands in the control, before it is echoed; False where it cannot be kept and is not shown."""

    def decide(self, value: Any) -> None:
        """Answer the question at once."""

    def left(self) -> None:
        """Say that the control was left: what was typed there settles."""

    def turn(self, way: Way) -> None:
        """Go on to the next question, or back."""

    def say(self, sentence: str) -> None:
        """Show a sentence beneath the control; an empty one takes it away."""

    def targets(self) -> list[tuple[str, str]]:
        """Give what a reference may point to, as (id, name)."""

    def create(self, name: str) -> None:
        """Add a record of this name to the list a reference points to, and point to it, after others where it may."""


class Control(Widget):
    """A widget that answers a question."""

    asked: Asked | None = None

    def bind(self, asked: Asked | None) -> None:
        """Take on a question, and show its value."""
        self.asked = asked
        if asked is not None:
            self.show(asked.value())

    def renew(self) -> None:
        """Show the question's value anew, where it is another than the one that stands there; the cursor stays."""
        if self.asked is not None:
            self.show(self.asked.value())

    def show(self, value: Any) -> None:
        """Show a plain value. Nothing is reported."""
        raise NotImplementedError

    def leave(self) -> None:
        """Report that the control was left."""
        if self.asked is not None:
            self.asked.left()
