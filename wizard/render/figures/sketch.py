"""A figure before it is drawn: what it shows, as a plain value and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wizard.render.escape import Markdown, escape

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

WIDTH = 160
"""Millimetres that a figure is wide: the text of an A4 page."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A figure that can be drawn, in characters or as a picture.

    name: the name of its template, and what documents call it by. language: of its words. title: its caption.
    alt: what it is, on one line. sentences: what it shows.
    value: a frozen dataclass of its own kind, everything that the drawing writes and where it stands.
    """

    name: str
    language: str
    title: str
    alt: str
    sentences: tuple[str, ...]
    value: DataclassInstance

    @property
    def words(self) -> Markdown:
        """Say what the figure shows, as a paragraph."""
        return escape(" ".join(self.sentences))

    @property
    def image(self) -> Markdown:
        """Write the figure as an image that the engine finds by its name."""
        return Markdown(f"![{escape(self.alt)}](figure:{self.name}){{width={WIDTH}mm}}")
