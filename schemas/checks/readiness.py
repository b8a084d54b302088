"""Whether the room's answers to the leaflet's seven questions say enough."""

from __future__ import annotations

from collections.abc import Iterator

from ..choices import Answer
from ..outline import COMPONENTS
from .finding import Finding, Severity
from .sheet import Sheet


def readiness(sheet: Sheet) -> Iterator[Finding]:
    """Find a question left out where others are answered, a partly without what is missing, a yes without where."""
    before = sheet.plan.workshop.before
    standings = {name: getattr(before, name) for name in COMPONENTS}
    begun = any(standing.answer for standing in standings.values())
    for name, standing in standings.items():
        path = f"workshop.before.{name}"
        if standing.answer is None:
            if begun and sheet.reason(f"{path}.answer") is None:
                yield Finding("readiness_open", f"{path}.answer", Severity.ADVICE)
        elif standing.answer != Answer.NO and not standing.note.strip() and sheet.reason(f"{path}.note") is None:
            yield Finding(f"readiness_{standing.answer.value}", f"{path}.note", Severity.ADVICE)
