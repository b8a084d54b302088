"""What of a plan an edition may show. What it may not show never reaches a context, let alone a template."""

from __future__ import annotations

from schemas.paths import answers, is_empty
from schemas.plan import Plan
from schemas.public import public

from .edition import Edition


def visible(plan: Plan, edition: Edition) -> Plan:
    """Give the plan as an edition shows it: the internal one whole, the public one without what is internal."""
    return plan if edition is Edition.INTERNAL else public(plan)


def omitted(plan: Plan, edition: Edition) -> tuple[str, ...]:
    """List the paths of the answers that an edition leaves out, in the plan's order."""
    kept = {path: value for path, _, value in answers(visible(plan, edition))}
    return tuple(
        path
        for path, mark, value in answers(plan)
        if mark.kind != "records" and not is_empty(value) and value is not False and kept.get(path) != value
    )
