"""What the answers themselves look like: too short, too long, or naming somebody by number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .cpr import find_cpr
from .finding import Finding, Severity, Value
from .sheet import Sheet, above

SHORT = 20
"""A text with fewer characters than this hardly answers its question."""


_ELSEWHERE = re.compile(r"(se|jf\.?|see|cf\.?) ", re.IGNORECASE)
"""How an answer begins that points to where the answer stands."""


def texts(sheet: Sheet) -> Iterator[Finding]:
    """Find answers that are thin or longer than is good.

    A row of a list that only the long way asks for is often rightly short: two words say who stands ready.
    """
    for entry in sheet.entries:
        if not isinstance(entry.value, str) or entry.empty:
            continue
        length, most = len(entry.value.strip()), entry.mark.ask.most
        asked = entry.mark.ask.depth == "core" or entry.record is None
        if entry.mark.kind == "text" and length < SHORT and asked and not _ELSEWHERE.match(entry.value.strip()):
            yield Finding("thin", entry.path, Severity.ADVICE)
        elif most is not None and length > most:
            yield Finding("long", entry.path, Severity.ADVICE, {"length": length, "most": most})


def numbers(sheet: Sheet) -> Iterator[Finding]:
    """Find what looks like CPR numbers in every string of the plan and in every reason; never repeats the number."""
    for entry in sheet.written:
        yield from _cpr("cpr", entry.path, *entry.strings)
    for path, reason in sheet.plan.reasons.items():
        for finding in _cpr("cpr_reason", path, reason.reason):
            yield replace(finding, path=standing(sheet, path))


def _cpr(code: str, path: str, *strings: str) -> Iterator[Finding]:
    hits = [hit for string in strings for hit in find_cpr(string)]
    if hits:
        values: dict[str, Value] = {"count": len(hits), "certain": int(any(hit.certain for hit in hits))}
        yield Finding(code, path, Severity.CLARIFY, values)


def standing(sheet: Sheet, path: str) -> str:
    """Give the nearest place that still exists: the path itself, what it stood in, or the first part."""
    return next((here for here in (path, *above(path)) if here in sheet.order), "front")
