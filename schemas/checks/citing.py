"""Whether the plan's references to the law still hold."""

from __future__ import annotations

from collections.abc import Iterator

from ..choices import Status
from ..laws import cited
from .citations import Citation, citations
from .finding import Finding, Severity
from .sheet import Entry, Sheet

HISTORY = ("workshop.", "front.versions")
"""Where an old reference is a record of what was, and stays."""


def lawful(sheet: Sheet) -> Iterator[Finding]:
    """Find references to a rule that has moved and, while a plan is written, to rules that the table does not have."""
    told: set[tuple[str, str]] = set()
    for entry in sheet.written:
        if entry.path.startswith(HISTORY):
            continue
        seen: set[str] = set()
        for citation in (one for string in entry.strings for one in citations(string)):
            row = cited(citation.act, citation.section)
            if row is not None and row.superseded_by is not None and row.id not in seen:
                seen.add(row.id)
                yield Finding("law_moved", entry.path, Severity.CLARIFY, {"quoted": citation.quoted, "law": row.id})
            elif row is None and _unknown(citation, entry, sheet) and (citation.act, citation.section) not in told:
                told.add((citation.act, citation.section))
                yield Finding("law_unknown", entry.path, Severity.ADVICE, {"quoted": citation.quoted})


def _unknown(citation: Citation, entry: Entry, sheet: Sheet) -> bool:
    """Tell whether a rule outside the table should be looked up: where a legal ground is asked for, before adoption."""
    written = sheet.plan.front.status in (Status.DRAFT, Status.HEARING, Status.UNDER_REVISION)
    return written and entry.mark.name == "basis_note"
