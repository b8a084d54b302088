"""What the workshop has left open."""

from __future__ import annotations

from collections.abc import Iterator

from ..choices import CaughtKind, CaughtState
from ..paths import exists
from ..workshop import Caught
from .finding import Finding, Severity, Value
from .sheet import Sheet

OPEN = {CaughtKind.PARKED: "parked_open", CaughtKind.DISAGREEMENT: "disagreement_open"}
"""What must be taken up again, and the code it is told by."""


def room(sheet: Sheet) -> Iterator[Finding]:
    """Find parked points and disagreements still open, and tasks whose day has passed."""
    for caught in sheet.plan.workshop.caught:
        if caught.state != CaughtState.OPEN or not caught.text.strip():
            continue
        if caught.kind in OPEN:
            yield Finding(OPEN[caught.kind], _place(caught, sheet), Severity.ADVICE, {"text": caught.text})
        elif caught.kind == CaughtKind.TASK and caught.due is not None and caught.due < sheet.today:
            values: dict[str, Value] = {"text": caught.text, "due": caught.due}
            yield Finding("task_overdue", f"workshop.caught[{caught.id}].due", Severity.ADVICE, values)


def _place(caught: Caught, sheet: Sheet) -> str:
    """Give the field a point was caught at, where it is to be answered, else the point itself."""
    about = caught.about.strip()
    if about in sheet.order and exists(sheet.plan, about):
        return about
    return f"workshop.caught[{caught.id}].text"
