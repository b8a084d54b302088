"""Templates to Markdown, in Jinja's sandbox: what a template prints is escaped, unless it is Markdown of ours."""

from __future__ import annotations

from functools import cache, partial
from string import Formatter
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from schemas.language import Words, words
from schemas.plan import Plan

from .asked import PLAINLY, Asked
from .changes import changes
from .context import Reading, context
from .council import council
from .documents import ALL_MINUTES, CHANGES, COUNCIL, HOMEWORK, MINUTES, Document
from .edition import Edition
from .escape import Markdown, escape, run, start
from .folder import templates
from .homework import homework
from .look import PLAIN, Look
from .minutes import minutes
from .sandbox import Sandbox
from .trouble import RenderTrouble
from .values import Reader


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
    printed = _contents(plan, document, document.edition(edition), asked, reading)
    contents = {"say": partial(_say, said), **printed}
    if own := _own(look):
        from .own.writing import written

        return written(document.template, contents, own, _finalize, _SYNTAX)
    return _environment().get_template(document.template).render(contents)


def unreadable(look: Look) -> list[RenderTrouble]:
    """List what cannot be read among a look's own templates, whether or not a document takes them in."""
    from .own.writing import compiled

    return list(compiled(_own(look), _finalize, _SYNTAX))


def _own(look: Look) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in look.templates if pair[0].endswith(".j2"))


def page(name: str, said: Words, **contents: Any) -> str:
    """Write a page of ours that is of no single plan, in the Markdown that pandoc is fed."""
    return _environment().get_template(f"documents/{name}.md.j2").render(say=partial(_say, said), **contents)


def _contents(plan: Plan, document: Document, edition: Edition, asked: Asked, reading: Reading) -> dict[str, Any]:
    """Read what a document prints."""
    if document is HOMEWORK:
        return {"homework": homework(plan)}
    if document in (MINUTES, ALL_MINUTES):
        return {"minutes": minutes(plan, asked.session, every=document is ALL_MINUTES)}
    if document is COUNCIL:
        return {"memo": council(plan, edition, asked.earlier)}
    compared = changes(plan, asked.earlier, edition) if asked.earlier else None
    if document is CHANGES:
        return {"changes": compared}
    return {"changes": compared, "context": context(plan, edition, reading)}


def _say(said: Words, key: str, **values: Any) -> Markdown:
    """Say a sentence of ours as Markdown; what it names may be a plain text or an answer that is Markdown already."""
    parts = (text + _finalize(values[name]) if name else text for text, name in _parsed(said, key))
    return Markdown(start("".join(parts)))


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
        autoescape=True,
        finalize=_finalize,
        **dict(_SYNTAX),
    )


def _finalize(value: Any) -> Markup:
    """Escape whatever is printed; what macros return and answers that are read already are Markup."""
    return value if isinstance(value, Markup) else escape(str(value))
