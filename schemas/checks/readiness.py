"""Whether the room's answers on where the municipality stands are whole, and where the room disagreed."""

from __future__ import annotations

from collections.abc import Iterator

from ..choices import Answer
from ..outline import COMPONENTS
from ..workshop import Readiness, Standing
from .finding import Finding, Severity
from .sheet import Sheet


def readiness(sheet: Sheet) -> Iterator[Finding]:
    """Find a question left out where others are answered, a partly without what is missing, a yes without where.

    A count of fewer than nobody is found, too.
    """
    for name in ("before", "after"):
        found: Readiness = getattr(sheet.plan.workshop, name)
        standings = {component: getattr(found, component) for component in COMPONENTS}
        begun = any(standing.answer for standing in standings.values())
        for component, standing in standings.items():
            yield from _answer(f"workshop.{name}.{component}", standing, begun, sheet)
            yield from _counts(f"workshop.{name}.{component}", standing)


def _counts(path: str, standing: Standing) -> Iterator[Finding]:
    for name in ("count_yes", "count_partly", "count_no"):
        number = getattr(standing, name)
        if number is not None and number < 0:
            yield Finding("count_below_zero", f"{path}.{name}", Severity.CLARIFY, {"number": number})


def _answer(path: str, standing: Standing, begun: bool, sheet: Sheet) -> Iterator[Finding]:
    if standing.answer is None:
        if begun and sheet.reason(f"{path}.answer") is None:
            yield Finding("readiness_open", f"{path}.answer", Severity.ADVICE)
    elif standing.answer != Answer.NO and not standing.note.strip() and sheet.reason(f"{path}.note") is None:
        yield Finding(f"readiness_{standing.answer.value}", f"{path}.note", Severity.ADVICE)


def disagreement(sheet: Sheet) -> Iterator[Finding]:
    """Find a question to which some of the room said yes and others no, until it is asked again at the end.

    At the end such an answer is told until a note says what the disagreement is about.
    """
    before, after = sheet.plan.workshop.before, sheet.plan.workshop.after
    for component in COMPONENTS:
        first, last = getattr(before, component), getattr(after, component)
        if _split(first) and last.answer is None:
            yield _split_at(f"workshop.before.{component}.answer", first)
        if _split(last) and not last.note.strip():
            yield _split_at(f"workshop.after.{component}.answer", last)


def _split(standing: Standing) -> bool:
    return (standing.count_yes or 0) > 0 and (standing.count_no or 0) > 0


def _split_at(path: str, standing: Standing) -> Finding:
    counts = {"yes": standing.count_yes or 0, "partly": standing.count_partly or 0, "no": standing.count_no or 0}
    return Finding("readiness_split", path, Severity.ADVICE, counts)
