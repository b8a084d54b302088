"""Whether it is clear who decides, and whether one role carries too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .finding import Finding, Severity
from .sheet import Sheet

MOST = 8
"""How many things one role can be responsible for before somebody should ask whether it is too much."""


def grid(sheet: Sheet) -> Iterator[Finding]:
    """Find rows of the roles grid in which nobody decides, or more than one."""
    for row in sheet.plan.organisation.responsibilities:
        path = f"organisation.responsibilities[{row.id}].decides"
        if len(row.decides) > 1:
            yield Finding("two_decide", path, Severity.CLARIFY, {"count": len(row.decides)})
        elif not row.decides and (row.task.strip() or row.performs) and sheet.reason(path) is None:
            yield Finding("none_decides", path, Severity.CLARIFY)


def burden(sheet: Sheet) -> Iterator[Finding]:
    """Find a role that is responsible for very much; who carries out a step is not counted."""
    owners = (entry.value for entry in sheet.entries if entry.mark.name == "owner" and not entry.empty)
    for key, count in Counter(owners).items():
        if count > MOST and key in sheet.contacts:
            values = {"count": count, "most": MOST}
            yield Finding("overloaded", f"organisation.contacts[{key}].role", Severity.ADVICE, values)
