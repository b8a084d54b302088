"""Templates to Markdown, in Jinja's sandbox: what a template prints is escaped, unless it is Markdown of ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, lru_cache, partial
from itertools import chain, repeat
from string import Formatter
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from schemas.language import Words, words
from schemas.plan import Plan

from .asked import PLAINLY, Asked
from .changes import changes
from .contact_card import contact_card
from .context import Context, Reading, context
from .council import council
from .documents import (
    ALL_MINUTES,
    CARDS,
    CHANGES,
    CONTACT_CARD,
    COUNCIL,
    HOMEWORK,
    MINUTES,
    SUMMARY,
    WORKBOOK,
    Document,
)
from .edition import Edition
from .escape import Markdown, escape, run, start
from .fitting import CHAPTER, FIRST_IN_CHAPTER, FIRST_SHEET, SHEET, Card, fitted
from .folder import templates
from .homework import homework
from .look import PLAIN, Look
from .measuring import ANY, OURS, shortened
from .minutes import minutes
from .naming import municipality
from .sandbox import Sandbox
from .summary import summary
from .trouble import RenderTrouble
from .values import Reader
from .workbook import workbook


def to_markdown(
    plan: Plan,
    document: Document,
    edition: Edition,
    asked: Asked = PLAINLY,
    look: Look = PLAIN,
    reading: Reading = Reader,
) -> str:
    """Write a document in the Markdown that pandoc is fed; the same plan gives the same text.

    Raises `InternalOnly` for a work paper in the public edition, `NoMeeting` for minutes that are not there, and
    `TemplateMistake` where a template of the look's own is wrong.
    """
    said = words(plan.front.language.value)
    printed = _contents(plan, document, document.edition(edition), asked, reading, wide(look))
    contents = {"say": partial(_say, said), **printed}
    if own := _own(look):
        from .own.writing import written

        return written(document.template, contents, own, _finalize, _SYNTAX)
    return _environment().get_template(document.template).render(contents)


def wide(look: Look) -> float:
    """Tell how much wider than Arial's the letters may be; a look that is not ours has other fonts, or less room."""
    brand = look.brand
    return ANY if brand.font or brand.heading or brand.logo or look.reference else OURS


def unreadable(look: Look) -> list[RenderTrouble]:
    """List what cannot be read among a look's own templates, whether or not a document takes them in."""
    from .own.writing import compiled

    return list(compiled(_own(look), _finalize, _SYNTAX))


def _own(look: Look) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in look.templates if pair[0].endswith(".j2"))


def page(name: str, said: Words, **contents: Any) -> str:
    """Write a page of ours that is of no single plan, in the Markdown that pandoc is fed."""
    return _environment().get_template(f"documents/{name}.md.j2").render(say=partial(_say, said), **contents)


def _contents(
    plan: Plan, document: Document, edition: Edition, asked: Asked, reading: Reading, wide: float
) -> dict[str, Any]:
    """Read what a document prints.

    wide: how much wider than Arial's the letters may be.
    """
    if document is HOMEWORK:
        return {"homework": homework(plan)}
    if document in (MINUTES, ALL_MINUTES):
        return {"minutes": minutes(plan, asked.session, every=document is ALL_MINUTES)}
    if document is COUNCIL:
        return {"memo": council(plan, edition, asked.earlier)}
    if document in SMALL:
        return SMALL[document](plan, edition, wide)
    compared = changes(plan, asked.earlier, edition) if asked.earlier else None
    if document is CHANGES:
        return {"changes": compared}
    read = context(plan, edition, reading)
    cards = _cards(read, document, words(plan.front.language.value), wide)
    return {
        "changes": compared,
        "context": read,
        "cards": cards,
        "municipality": _municipality(plan),
    }


def _municipality(plan: Plan) -> Markdown:
    """Name the municipality where there is room for one line."""
    return shortened(escape(municipality(plan, words(plan.front.language.value))), 60)[0]


SMALL: Mapping[Document, Callable[[Plan, Edition, float], dict[str, Any]]] = {
    SUMMARY: lambda plan, _, wide: {"summary": summary(plan, wide)},
    CONTACT_CARD: lambda plan, edition, wide: {"contacts": contact_card(plan, edition, wide)},
    WORKBOOK: lambda plan, _, wide: {"workbook": workbook(plan)},
}
"""What the documents print that show little of a plan."""


def _cards(read: Context, document: Document, said: Words, wide: float) -> tuple[Card, ...]:
    """Fit the cards to their pages, each on a sheet of its own or in the plan's chapter.

    wide: how much wider than Arial's the letters may be.
    """
    if document is CARDS:
        pointer = _say(said, "family.cards.rest", chapter=said("parts.acute.title"))
        first, paper = FIRST_SHEET, SHEET
    else:
        pointer = _say(said, "family.cards.rest_below")
        first, paper = FIRST_IN_CHAPTER, CHAPTER
    papers = (replace(one, wide=wide) for one in chain((first,), repeat(paper)))
    return tuple(fitted(card, one, pointer) for card, one in zip(read.cards, papers, strict=False))


_ENDED = re.compile("[.!?…][*\u2e22]*$")
"""An answer that ends a sentence, be it bold or marked while a document is compared."""


def _say(said: Words, key: str, **values: Any) -> Markdown:
    """Say a sentence of ours as Markdown; what it names may be a plain text or an answer that is Markdown already."""
    written = ""
    for text, name in _parsed(said, key):
        # An answer that ends as a sentence does ends ours too.
        written += text[text.startswith(".") and bool(_ENDED.search(written)) :]
        written += _finalize(values[name]) if name else ""
    return Markdown(start(written))


@cache
def _parsed(said: Words, key: str) -> tuple[tuple[str, str | None], ...]:
    """Part a sentence of ours into pairs of a text as Markdown and the name behind it."""
    return tuple((run(text), name) for text, name, _, _ in Formatter().parse(said(key)))


_SYNTAX: tuple[tuple[str, Any], ...] = (
    ("trim_blocks", True),
    ("lstrip_blocks", True),
    ("keep_trailing_newline", True),
    # `{#` begins an attribute in pandoc's Markdown.
    ("comment_start_string", "<%#"),
    ("comment_end_string", "#%>"),
)
"""How our templates are read, whoever wrote them."""


@cache
def _environment() -> Sandbox:
    return Sandbox(
        loader=FileSystemLoader(templates()),
        undefined=StrictUndefined,
        finalize=_finalize,
        **dict(_SYNTAX),
    )


def _finalize(value: Any) -> Markup:
    """Escape whatever is printed; what macros return and answers that are read already are Markup."""
    return value if isinstance(value, Markup) else _worded(str(value))


@lru_cache(maxsize=2048)
def _worded(text: str) -> Markdown:
    """Escape a text that is no Markdown yet: nearly always words of ours, the same in every plan."""
    return escape(text)
