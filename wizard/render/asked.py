"""What is asked of a document besides the plan, its edition and its format."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.plan import Plan


@dataclass(frozen=True, slots=True)
class Asked:
    """What a document is to be made with.

    earlier: the plan that the changes since last time are told from; None for no such section.
    session: the meeting that minutes are of, from 1; None for the latest.
    acknowledged: whether what looks private may be published this time, though the plan does not say so.
    """

    earlier: Plan | None = None
    session: int | None = None
    acknowledged: bool = False


PLAINLY = Asked()
"""Nothing but the plan."""
