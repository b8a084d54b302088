"""Paragraphs of which it is known which answers stand in them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import NamedTuple

from schemas.paths import mark_at
from wizard.files.docx.model import Paragraph


class Span(NamedTuple):
    """A stretch of a paragraph's text that is an answer, or the note that there is none."""

    start: int
    end: int
    path: str
    note: bool = False

    @property
    def chosen(self) -> bool:
        """Tell whether the answer is one of a closed list; as a heading it names a group, not one record's answer."""
        return mark_at(self.path).kind == "choice"


@dataclass(frozen=True, slots=True)
class Known(Paragraph):
    """A paragraph with the answers in it, in their order. open: whether the last one goes on in the next paragraph."""

    spans: tuple[Span, ...] = ()
    open: bool = False

    @classmethod
    def of(cls, paragraph: Paragraph, spans: tuple[Span, ...], open: bool) -> Known:
        """Add what is known to a paragraph."""
        given = {one.name: getattr(paragraph, one.name) for one in fields(Paragraph)}
        return cls(**given, spans=spans, open=open)

    @property
    def owner(self) -> Span | None:
        """Give the answer that this whole paragraph is; None where it holds anything else."""
        if len(self.spans) != 1:
            return None
        span = self.spans[0]
        around = self.text[: span.start] + self.text[span.end :]
        return None if around.strip() else span
