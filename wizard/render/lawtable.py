"""The law table of a document: the rules behind the questions that the plan answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from schemas.choices import Basis
from schemas.fields import walk_marks
from schemas.language import Words
from schemas.laws import LAWS, Law, current
from schemas.paths import answers as answers_of
from schemas.plan import Plan
from schemas.specs import enumeration_of

from . import answers
from .escape import Markdown, escape
from .field import BREAK

Row = tuple[Markdown, ...]


@cache
def cited() -> frozenset[str]:
    """Give the ids of the rows that stand behind the plan's public questions."""
    named = (key for _, mark in walk_marks(Plan) if mark.ask.visibility == "public" for key in mark.ask.law)
    return frozenset(current(key).id for key in named)


def used(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """Tell which rows the plan's answers rest on, by id, and the parts that name each."""
    found: dict[str, dict[str, None]] = {}
    for path, mark, value in answers_of(plan, kinds=("choices",)):
        if value and enumeration_of(mark) is Basis:
            for key in value:
                found.setdefault(current(key).id, {})[path.partition(".")[0]] = None
    return {key: tuple(parts) for key, parts in found.items()}


def law_rows(plan: Plan, words: Words) -> tuple[Row, ...]:
    """Write the rows of the table: topic, place and who names it; what it says and does not say; its dates.

    Only rules that hold today are printed: those behind the plan's public questions and those its answers rest on.
    """
    named = used(plan)
    known = cited() | named.keys()
    return tuple(_marked(_row(row, words), named.get(row.id, ()), words) for row in LAWS if row.id in known)


def _marked(row: Row, parts: tuple[str, ...], words: Words) -> Row:
    """Name the parts of the plan that rest on a rule."""
    if not parts:
        return row
    place, *rest = row
    said = words("documents_full.laws.used", parts=words.join([words(f"parts.{name}.short") for name in parts]))
    return (Markdown(f"{place}{BREAK}**{escape(said)}**"), *rest)


@cache
def _row(row: Law, words: Words) -> Row:
    provision = words(f"laws.{row.id}.provision")
    kind = words(f"laws.kind.{row.kind}")
    return (
        Markdown(
            f"{escape(words(f'laws.{row.id}.topic'))}: {answers.link(provision, row.source)} ({escape(kind.lower())})"
        ),
        Markdown(" ".join(escape(words(f"laws.{row.id}.{key}")) for key in ("text", "silent"))),
        Markdown(BREAK.join(escape(part) for part in _dates(row, words))),
    )


def _dates(row: Law, words: Words) -> Iterator[str]:
    """Say since when a rule holds, which text was read, and when."""
    if row.in_force:
        yield words("laws.in_force", day=words.date(row.in_force, "short"))
    if row.text_of:
        yield words("laws.text_of", day=words.date(row.text_of, "short"))
    yield words("documents.laws.checked", day=words.date(row.checked_on, "short"))
