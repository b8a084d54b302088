"""Whether the figures fit each other, and whether a text gives a number so small that it points to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..choices import Language
from .finding import Finding, Severity
from .sheet import Sheet

SMALL = {
    Language.DA: re.compile(
        r"\b(?:[1-4]|én|to|tre|fire)(?: (?:konkrete?|aktuelle?|nye|verserende|alvorlige?|åbne))?"
        r" (?:sag|sager|henvendelser?|bekymringshenvendelser?|bekymringer|underretninger?)\b",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"\b(?:[1-4]|two|three|four)(?: (?:specific|current|new|serious|open))? (?:cases?|reports?|enquir(?:y|ies))\b",
        re.IGNORECASE,
    ),
}
"""A number below five of cases, enquiries or the like."""

TOLD = ("understanding.",)
"""Where the plan tells of what has happened; elsewhere such a number is a goal or a rule."""


def figures(sheet: Sheet) -> Iterator[Finding]:
    """Find years that stand twice or lie ahead, and numbers that cannot be parts of the year's concerns."""
    seen: set[int] = set()
    for row in sheet.plan.understanding.figures:
        where = f"understanding.figures[{row.id}]"
        if row.year is not None and row.year in seen:
            yield Finding("same_year", f"{where}.year", Severity.CLARIFY, {"year": str(row.year)})
        if row.year is not None and row.year > sheet.today.year:
            yield Finding("year_ahead", f"{where}.year", Severity.CLARIFY, {"year": str(row.year)})
        seen |= {row.year} if row.year is not None else set()
        for name in ("opened", "unfounded"):
            part = getattr(row, name)
            if part is not None and row.concerns is not None and part > row.concerns:
                yield Finding("more_than_all", f"{where}.{name}", Severity.CLARIFY, {"all": row.concerns, "part": part})
        for name in ("concerns", "opened", "closed", "unfounded"):
            number = getattr(row, name)
            if number is not None and number < 0:
                yield Finding("below_zero", f"{where}.{name}", Severity.CLARIFY, {"number": number})


def small_numbers(sheet: Sheet) -> Iterator[Finding]:
    """Find a small number of cases in what the public edition tells of the municipality's own experience."""
    small = SMALL[sheet.plan.front.language]
    for entry in sheet.written:
        if entry.mark.ask.visibility != "public" or not entry.place.startswith(TOLD):
            continue
        if found := next((match for string in entry.strings if (match := small.search(string))), None):
            yield Finding("small_number", entry.path, Severity.ADVICE, {"quoted": found[0]})
