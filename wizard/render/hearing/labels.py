"""Which answer a label, a column's head or a pattern names."""

from __future__ import annotations

from collections.abc import Mapping

from schemas.fields import Model, marks
from schemas.language import Words
from schemas.paths import NoSuchPath, mark_at, place
from wizard.files.docx.model import Paragraph

from .aligning import folded
from .slices import cut
from .spans import Known


def record_of(path: str) -> str:
    """Give the path of the innermost record that an answer stands in; empty for none."""
    head, sign, _ = path.rpartition("].")
    return head + "]" if sign else ""


def name_of(path: str) -> str:
    """Give the name of the field at a path."""
    return path.rpartition(".")[2]


class Labels:
    """Finds fields by what the documents call them."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def model_at(self, path: str) -> type[Model] | None:
        """Give the model that stands at the path of a record, a list or a part."""
        try:
            return mark_at(path).item
        except NoSuchPath:
            return None

    def name(self, owner: str, label: str) -> str:
        """Give the name of the field of a record or part that bears a label; empty for none."""
        model = self.model_at(owner)
        wanted = folded(label).rstrip(":").casefold()
        for mark in marks(model) if model is not None and wanted else ():
            said = self._words.field(model.__name__, mark.name, place(owner))["label"] if model else ""
            if folded(said).casefold() == wanted:
                return mark.name
        return ""

    def by_pattern(self, like: Known, one: Paragraph) -> Mapping[str, tuple[Paragraph, ...]]:
        """Part a paragraph as another is parted into answers, by the words between them."""
        text = one.text
        found: dict[str, tuple[Paragraph, ...]] = {}
        here = 0
        for number, span in enumerate(like.spans):
            following = like.spans[number + 1].start if number + 1 < len(like.spans) else len(like.text)
            between = like.text[span.end : following]
            place = text.find(between, here) if between.strip() else -1
            end = place if place >= 0 else len(text)
            part = cut(one, here, end)
            if part.text.strip():
                found.setdefault(name_of(span.path), (Paragraph(part.runs),))
            if place < 0:
                break
            here = end + len(between)
        return found
