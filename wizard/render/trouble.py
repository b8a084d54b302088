"""Why a document could not be made."""

from __future__ import annotations

from schemas.checks import Finding


class RenderTrouble(Exception):
    """A document that was not made; `key` leads to its sentence in the words, `values` fill it."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = f"documents.trouble.{key}"
        self.values = values


class Blocked(RenderTrouble):
    """A public edition that is stopped, since something in the plan looks like a CPR number.

    findings: where such numbers stand in the plan.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("blocked")
        self.findings = findings
