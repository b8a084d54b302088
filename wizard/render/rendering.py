"""A plan to the bytes of a finished file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from schemas.checks import asking, find_cpr, stopping
from schemas.language import LOCALES, Words, words
from schemas.plan import Plan

from . import answers, pdf, web, word
from .asked import PLAINLY, Asked
from .brand.page import drawing
from .data.reading import Data, read
from .documents import Document
from .dressing import dressed
from .edition import Edition
from .engine.job import Job
from .engine.pool import convert
from .figures.drawn import Figure
from .figures.embedded import embedded
from .formats import DOCX, HTML, MARKDOWN, PDF, Format
from .look import PLAIN, Look
from .markdown import to_markdown
from .naming import municipality, title
from .stamp import day, origin, stamp
from .trouble import Blocked, RenderTrouble, Unacknowledged

_TARGET = re.compile(r"\]\(<[^>]*>\)")
"""Where a link leads, which no reader sees; the digits of a foreign telephone number may look like a CPR number."""

_MARKS = "\\*_[]"
"""Marks, which no reader sees either, and which may part a number that is printed whole."""

PICTURED = (HTML, DOCX, PDF)
"""The formats that hold pictures; the others have the figures' captions and words."""

LONGEST = 200
"""How many characters of a title or a name go into a file's properties."""


@dataclass(frozen=True)
class Text:
    """A document that is written, as the Markdown or the data that its file of every format is made from."""

    plan: Plan
    document: Document
    edition: Edition
    markdown: str
    look: Look = PLAIN
    data: Data | None = None

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Give the figures of the document, each of which is drawn once for all formats."""
        found = embedded(self.plan, self.edition, self.markdown)
        return {name: Figure(sketch, self.look.brand.accent) for name, sketch in found.items()}

    @property
    def words(self) -> str:
        """Give all that a reader will see, without the marks."""
        if self.data:
            return self.data.words
        words = _TARGET.sub("", self.markdown)
        for mark in _MARKS:
            words = words.replace(mark, "")
        return words


def render(
    plan: Plan, document: Document, format: Format, edition: Edition, asked: Asked = PLAINLY, look: Look = PLAIN
) -> bytes:
    """Print a plan; the same plan gives the same bytes. Raises as `write` and `convert` do."""
    return printed(write(plan, document, edition, asked, look), format)


def write(plan: Plan, document: Document, edition: Edition, asked: Asked = PLAINLY, look: Look = PLAIN) -> Text:
    """Write a document, once for all its formats.

    Raises `Blocked` for a public edition of a plan with what looks like a CPR number, `Unacknowledged` for one with
    what looks private and nobody has said may be published, `InternalOnly` for that of a
    work paper, `NoMeeting` for minutes of a meeting that is not in the plan.
    """
    edition = document.edition(edition)
    guard(plan, edition)
    if edition is Edition.PUBLIC and not asked.acknowledged and (found := asking(plan)):
        raise Unacknowledged(found)
    if document.data:
        text = Text(plan, document, edition, "", look, read(plan, document, edition))
    else:
        text = Text(plan, document, edition, to_markdown(plan, document, edition, asked, look), look)
    if edition is Edition.PUBLIC and find_cpr(text.words):
        raise Blocked(())
    return text


def preview(plan: Plan, document: Document, edition: Edition, asked: Asked = PLAINLY, look: Look = PLAIN) -> str:
    """Print a plan as the Markdown that would be published, for the eyes of whoever works on it; nothing is stopped."""
    markdown = to_markdown(plan, document, edition, asked, look)
    return printed(Text(plan, document, edition, markdown, look), MARKDOWN).decode()


def printed(text: Text, format: Format) -> bytes:
    """Make the file of a written document in a format.

    Raises `RenderTrouble` where pandoc fails and where the document does not exist in that format.
    """
    if format not in text.document.formats:
        raise RenderTrouble("no_format", document=text.document.name, format=format.name)
    if format.make:
        return format.make(text)
    plan, document = text.plan, text.document
    said = words(plan.front.language.value)
    metadata = _metadata(text, said) | _foreign(text.markdown, said)
    figures = text.figures if format in PICTURED else {}
    made = convert(Job(text.markdown, format, document.close, metadata, dressed(text.look), tuple(figures)))
    if format is DOCX:
        return word.finish(made, metadata, _footer(text, said), stamp(plan), figures)
    vectors = {name: figure.svg for name, figure in figures.items()}
    if format is PDF:
        given = pdf.inputs(metadata, _footer(text, said), document, text.look.brand)
        files = {_file(name): vector for name, vector in vectors.items()}
        return pdf.finish(made.file, given, stamp(plan), {**_logo(text), **files})
    return web.finish(made.file, vectors) if format is HTML else made.file


def _file(name: str) -> str:
    """Name a figure as the file that typst reads it from, as figures.lua does."""
    return f"{name.replace(':', '-')}.svg"


def guard(plan: Plan, edition: Edition) -> None:
    """Stop a public edition where something in the plan looks like a CPR number: raises `Blocked` with where."""
    if edition is Edition.PUBLIC and (found := stopping(plan, day(plan))):
        raise Blocked(found)


def document_title(plan: Plan, document: Document, said: Words) -> str:
    """Name a document as its file's properties do: the plan's own title, or the page's."""
    if document.heading is None:
        return title(plan, said)
    return f"{said(document.heading)} {answers.plain(plan.front.municipality)}".strip()


def _metadata(text: Text, said: Words) -> dict[str, str]:
    plan, document = text.plan, text.document
    heading = document_title(plan, document, said)[:LONGEST]
    return {
        "title": heading,
        "pagetitle": heading,
        "author": municipality(plan, said)[:LONGEST],
        "lang": LOCALES[said.language].replace("_", "-"),
        "document": document.name,
        "skip": said("documents.skip"),
        "navigation": said("documents.navigation"),
        "contents": said("documents.contents") if document.contents else "",
        "table-word": "" if document.close else said("documents.table"),
        "footer": " · ".join(part for part in (_owner(text), said(f"documents.editions.{text.edition.value}")) if part),
        **origin(plan, text.edition),
    }


def _logo(text: Text) -> dict[str, bytes]:
    logo = text.look.brand.logo
    return {pdf.LOGO: drawing(logo).encode()} if logo else {}


def _owner(text: Text) -> str:
    """Give what stands below each page: the brand's own line, else the municipality's name."""
    return text.look.brand.footer or answers.plain(text.plan.front.municipality)


def _foreign(markdown: str, said: Words) -> dict[str, str]:
    """Give the phrases of another language that a document says, so that they can be marked; mostly none."""
    small = markdown.lower()
    phrases = [phrase for phrase in said("foreign.phrases").split("|") if phrase in small]
    return {"foreign": "|".join(phrases), "foreign-lang": said("foreign.lang")} if phrases else {}


def _footer(text: Text, said: Words) -> dict[str, str]:
    """Give the footer's words: whose document it is, an internal one's edition, and the text around the page numbers.

    A page may be copied by itself, so that each of an internal edition says what it is.
    """
    internal = said("documents.editions.internal") if text.edition is Edition.INTERNAL else ""
    footer = " · ".join(part for part in (_owner(text)[:90], internal) if part)
    before, between, after = said("documents.page_footer", page="\0", pages="\0").split("\0")
    return {"footer": footer, "before": before, "between": between, "after": after}
