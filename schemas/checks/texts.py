"""What the answers themselves look like: too short, too long, or naming somebody by number."""

from __future__ import annotations

from collections.abc import Iterator

from .cpr import find_cpr
from .finding import Finding, Severity, Value
from .sheet import Entry, Sheet, above

SHORT = 20
"""A text with fewer characters than this hardly answers its question."""


def texts(sheet: Sheet) -> Iterator[Finding]:
    """Find answers that are thin or longer than is good."""
    for entry in sheet.entries:
        if not isinstance(entry.value, str) or entry.empty or entry.mark.ask.depth != "core":
            continue
        length, most = len(entry.value.strip()), entry.mark.ask.most
        if entry.mark.kind == "text" and length < SHORT:
            yield Finding("thin", entry.path, Severity.ADVICE)
        elif most is not None and length > most:
            yield Finding("long", entry.path, Severity.ADVICE, {"length": length, "most": most})


def numbers(sheet: Sheet) -> Iterator[Finding]:
    """Find what looks like CPR numbers in every string of the plan and in every reason; never repeats the number."""
    for entry in sheet.entries:
        if not entry.empty and (strings := _strings(entry)):
            yield from _cpr("cpr", entry.path, *strings)
    for path, reason in sheet.plan.reasons.items():
        yield from _cpr("cpr_reason", standing(sheet, path), reason.reason)


def _strings(entry: Entry) -> tuple[str, ...]:
    if entry.mark.kind == "lines":
        return tuple(entry.value)
    return (entry.value,) if isinstance(entry.value, str) else ()


def _cpr(code: str, path: str, *strings: str) -> Iterator[Finding]:
    hits = [hit for string in strings for hit in find_cpr(string)]
    if hits:
        values: dict[str, Value] = {"count": len(hits), "certain": int(any(hit.certain for hit in hits))}
        yield Finding(code, path, Severity.CLARIFY, values)


def standing(sheet: Sheet, path: str) -> str:
    """Give the nearest place that still exists: the path itself, what it stood in, or the first part."""
    return next((here for here in (path, *above(path)) if here in sheet.order), "front")
