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


class Unacknowledged(RenderTrouble):
    """A public edition that waits for somebody to say that what looks private in the plan may be published.

    findings: where that stands in the plan.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("unacknowledged")
        self.findings = findings


class InternalOnly(RenderTrouble):
    """A paper for those who work on the plan was asked for in the public edition."""

    def __init__(self) -> None:
        super().__init__("internal_only")


class NoMeeting(RenderTrouble):
    """Minutes of a meeting that is not in the plan: `number` of `count`."""

    def __init__(self, number: int, count: int) -> None:
        super().__init__("no_meeting" if count else "no_meetings", number=number, count=count)


class NoDates(RenderTrouble):
    """A calendar was asked for of a plan that names no days."""

    def __init__(self) -> None:
        super().__init__("no_dates")
