"""Templates to Markdown, in Jinja's sandbox: what a template prints is escaped, unless it is Markdown of ours."""

from __future__ import annotations

from functools import cache, partial
from string import Formatter
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from schemas.language import Words, words
from schemas.plan import Plan

from .context import context
from .documents import Document
from .edition import Edition
from .escape import Markdown, escape, run, start
from .folder import templates


def to_markdown(plan: Plan, document: Document, edition: Edition) -> str:
    """Write a document in the Markdown that pandoc is fed; the same plan gives the same text."""
    said = words(plan.front.language.value)
    template = _environment().get_template(document.template)
    return template.render(context=context(plan, document.edition(edition)), say=partial(_say, said))


def _say(said: Words, key: str, **values: Any) -> Markdown:
    """Say a sentence of ours as Markdown; what it names may be a plain text or an answer that is Markdown already."""
    parts = (text + _finalize(values[name]) if name else text for text, name in _parsed(said, key))
    return Markdown(start("".join(parts)))


@cache
def _parsed(said: Words, key: str) -> tuple[tuple[str, str | None], ...]:
    """Part a sentence of ours into pairs of a text as Markdown and the name behind it."""
    return tuple((run(text), name) for text, name, _, _ in Formatter().parse(said(key)))


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates()),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # `{#` begins an attribute in pandoc's Markdown.
        comment_start_string="<%#",
        comment_end_string="#%>",
    )


def _finalize(value: Any) -> Markup:
    """Escape whatever is printed; what macros return and answers that are read already are Markup."""
    return value if isinstance(value, Markup) else escape(str(value))
