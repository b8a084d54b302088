"""Help, example and law beside the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from schemas.language import Words
    from schemas.specs import FieldSpec


class Guidance(VerticalScroll, can_focus=False):
    """Explains a question: what to think of, an invented example, the rule behind it."""

    def __init__(self) -> None:
        super().__init__(Static("", id="guidance-text", markup=False), id="guidance")

    def explain(self, spec: FieldSpec, words: Words) -> None:
        """Show what there is to say of a question."""
        parts = [
            (words("interface.guidance.help"), spec.help),
            (words("interface.guidance.example"), spec.example),
            (words("interface.guidance.proposal"), spec.proposal),
            *((words(f"laws.{law}.provision"), words(f"laws.{law}.text")) for law in spec.law),
        ]
        said = [Content.assemble((title, "bold"), "\n", text) for title, text in parts if text]
        self.query_one("#guidance-text", Static).update(Content("\n\n").join(said))
        self.scroll_home(animate=False)
