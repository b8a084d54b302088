"""The law table of a document: the rules behind the questions that the plan answers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from schemas.fields import walk_marks
from schemas.language import Words
from schemas.laws import LAWS, Law, current
from schemas.plan import Plan

from . import answers
from .escape import Markdown, escape

Row = tuple[Markdown, ...]


@cache
def cited() -> frozenset[str]:
    """Give the ids of the rows that stand behind the plan's public questions."""
    named = (key for _, mark in walk_marks(Plan) if mark.ask.visibility == "public" for key in mark.ask.law)
    return frozenset(current(key).id for key in named)


@cache
def law_rows(words: Words) -> tuple[Row, ...]:
    """Write the rows of the table: topic and place, what it says and does not say, when it was checked."""
    return tuple(_row(row, words) for row in LAWS if row.id in cited())


def _row(row: Law, words: Words) -> Row:
    provision = words(f"laws.{row.id}.provision")
    kind = words(f"laws.kind.{row.kind}")
    return (
        Markdown(
            f"{escape(words(f'laws.{row.id}.topic'))}: {answers.link(provision, row.source)} ({escape(kind.lower())})"
        ),
        Markdown(" ".join(escape(words(f"laws.{row.id}.{key}")) for key in ("text", "silent"))),
        Markdown("; ".join(escape(part) for part in _dates(row, words))),
    )


def _dates(row: Law, words: Words) -> Iterator[str]:
    """Say since when a rule holds, which text was read, and when."""
    if row.in_force:
        yield words("laws.in_force", day=words.date(row.in_force, "short"))
    if row.text_of:
        yield words("laws.text_of", day=words.date(row.text_of, "short"))
    yield words("documents.laws.checked", day=words.date(row.checked_on, "short"))
