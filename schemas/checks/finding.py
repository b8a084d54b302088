"""What a check found: a code and a place. Its sentence is made when it is shown, in the language then chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

Value = str | int | date
"""What a sentence may name: a text, a number, a date, or one value of a closed list."""

BLOCKING = frozenset({"cpr", "cpr_reason"})
"""The codes that stop every public edition; nothing else blocks anything."""


class Severity(StrEnum):
    """How much a finding matters; `LAW` only where a row of the law table says so."""

    LAW = "law"
    CLARIFY = "clarify"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is missing or at odds.

    code: names the sentence in the words' `checks.sentence`.
    path: where to go to mend it; leads to a field, or to the list that lacks a record.
    values: what the sentence names besides the place.
    """

    code: str
    path: str
    severity: Severity
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    @property
    def blocks(self) -> bool:
        """Tell whether the finding stops every public edition."""
        return self.code in BLOCKING

    @property
    def part(self) -> str:
        """Give the part of the plan the finding stands in, such as `measures`."""
        return self.path.partition(".")[0]

    def plain(self) -> dict[str, object]:
        """Give the finding as JSON values; dates are written as 2026-06-01."""
        values = {name: value.isoformat() if isinstance(value, date) else value for name, value in self.values.items()}
        return {"code": self.code, "path": self.path, "severity": self.severity.value, "values": values}


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Pick the findings that stop every public edition."""
    return tuple(finding for finding in findings if finding.blocks)


def of_part(findings: Iterable[Finding], part: str) -> tuple[Finding, ...]:
    """Pick the findings of one part of the plan, such as `measures`."""
    return tuple(finding for finding in findings if finding.part == part)
