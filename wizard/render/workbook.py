"""The blank workbook: the short way's questions on paper, for groups without a screen: nothing that the plan says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from schemas.fields import Kind
from schemas.language import Words, words
from schemas.outline import COMPONENTS
from schemas.plan import Plan
from schemas.specs import FieldSpec, specs

from .escape import Markdown, escape
from .measuring import shortened
from .naming import municipality, title

LINES: dict[Kind, int] = {"line": 2, "text": 6, "number": 1, "date": 1, "reference": 1, "references": 3, "lines": 5}
"""How many ruled lines an answer gets, by its kind; what is chosen from a list is ticked."""

SHARES: dict[Kind, int] = {
    "line": 6, "text": 8, "reference": 4, "references": 4, "choice": 4, "choices": 4, "date": 3, "number": 2,
    "flag": 2, "lines": 6,
}  # fmt: skip
"""How wide a column is, by the kind of what is written in it."""

ROWS = 4
"""How many rows a list gets that asks for no number of its own."""

COLUMNS = 4
"""How many columns a hand can write in; records with more answers get a table each, with a row for each answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its space.

    lines: ruled lines to write on. choices: what is ticked. heads: what is asked of each record of a list, with the
    widths of the columns. records: how many there is space for. each: whether every record has a table of its own.
    keys: the answers there are to choose between, by head.
    """

    label: str
    question: str
    help: str
    example: str
    lines: int
    choices: tuple[str, ...]
    heads: tuple[str, ...]
    widths: str
    records: int
    each: bool
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One component with its questions."""

    title: str
    intro: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the document prints."""

    municipality: Markdown
    title: Markdown
    parts: tuple[Part, ...]


def workbook(plan: Plan) -> Workbook:
    """Make the workbook of a plan, which takes over its language, title and municipality alone."""
    said = words(plan.front.language.value)
    return Workbook(_brief(municipality(plan, said)), _brief(title(plan, said)), _parts(said))


def _brief(text: str) -> Markdown:
    return shortened(escape(text), 90)[0]


@cache
def _parts(said: Words) -> tuple[Part, ...]:
    groups = {group.name: group for group in specs(Plan, said)}
    return tuple(
        Part(said(f"parts.{name}.title"), said(f"parts.{name}.intro"), tuple(_questions(groups[name], said)))
        for name in (*COMPONENTS, "acute")
    )


def _questions(group: FieldSpec, said: Words) -> Iterator[Question]:
    """Give the questions of the short way."""
    for spec in group.fields:
        if spec.depth == "core":
            columns = tuple(one for one in spec.fields if one.depth == "core") if spec.kind == "records" else ()
            each = len(columns) > COLUMNS
            yield Question(
                spec.label, spec.question, spec.help, spec.example, LINES.get(spec.kind, 0), _choices(spec, said),
                tuple(one.label for one in columns), _widths(columns),
                (spec.rows or ROWS) + (not each) if columns else 0, each,
                tuple((one.label, said.join([label for _, label in one.choices])) for one in columns if one.choices),
            )  # fmt: skip


def _widths(columns: tuple[FieldSpec, ...]) -> str:
    """Give the shares of the columns, the first of which holds a number."""
    shares = [SHARES[one.kind] for one in columns]
    return " ".join([f"{sum(shares) / 12:.1f}", *map(str, shares)])


def _choices(spec: FieldSpec, said: Words) -> tuple[str, ...]:
    if spec.kind == "flag":
        return said("documents.yes"), said("documents.no")
    return tuple(label for _, label in spec.choices)
