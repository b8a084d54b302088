"""The plan as it is published, laid out for a terminal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.markdown import Markdown
from rich.theme import Theme

from schemas.language import words
from wizard.ui.printable import printable

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console, ConsoleOptions, RenderResult

    from schemas.plan import Plan
    from wizard.render.edition import Edition

_PLAIN = Theme(
    {
        "markdown.code": "bold",
        "markdown.list": "none",
        "markdown.item.number": "none",
        "markdown.block_quote": "italic",
        "markdown.h1": "bold",
        "markdown.h2": "bold underline",
        "markdown.h3": "bold",
        "markdown.h4": "italic",
        "markdown.link": "underline",
        "markdown.link_url": "none",
        "markdown.table.border": "none",
        "markdown.table.header": "bold",
    }
)
"""Weight and line instead of colours, so that the text has the theme's contrast."""

_INNER_LINK = re.compile(r"\[([^\]]*)\]\(#[^)]*\)")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter of the published text, with its heading."""

    heading: str
    markdown: str


class Laid:
    """Markdown laid out for the width there is; links are written out and lead nowhere."""

    theme: ClassVar[Theme] = _PLAIN

    def __init__(self, markdown: str) -> None:
        self.markdown = Markdown(markdown, hyperlinks=False)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        with console.use_theme(self.theme):
            yield from self.markdown.__rich_console__(console, options)


def published(plan: Plan, edition: Edition, beside: Path) -> str:
    """Write the plan as the Markdown that is published, in the look that lies beside its file.

    Raises `RenderTrouble` and `LookTrouble`. Takes some tenths of a second.
    """
    from wizard.render.documents import PLAN
    from wizard.render.rendering import preview

    from .looking import look_of

    return preview(plan, PLAN, edition, look=look_of(beside))


def chapters(text: str) -> tuple[Chapter, ...]:
    """Split a published text at its chapters; what stands before the first one is a chapter without a heading."""
    cleaned = _INNER_LINK.sub(r"\1", printable(text))
    pieces = [piece.strip("\n") for piece in re.split(r"(?m)^(?=## )", cleaned)]
    return tuple(Chapter(_heading(piece), piece) for piece in pieces if piece)


def _heading(piece: str) -> str:
    return piece.partition("\n")[0].removeprefix("## ") if piece.startswith("## ") else ""


def chapter_of(found: tuple[Chapter, ...], step: str, language: str) -> int:
    """Give the number of the chapter that a step of the wizard ends up in, counted from 0; 0 where there is none."""
    said = words(language)
    keys = (f"parts.{step}.title", f"documents_full.guide.{step}.title")
    titles = [said(key) for key in keys if said.has(key)]
    return next((at for at, chapter in enumerate(found) if _unnumbered(chapter.heading) in titles), 0)


def _unnumbered(heading: str) -> str:
    return re.sub(r"^\d+ ", "", heading)
