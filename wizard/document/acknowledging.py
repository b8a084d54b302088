"""Saying that what looks private in the public edition has been seen and may be published."""

from __future__ import annotations

from schemas.checks import Finding
from schemas.checks.private import fingerprint
from schemas.paths import get
from schemas.plan import Plan

from .edits import Edit, Set, plain


def acknowledging(plan: Plan, found: tuple[Finding, ...]) -> tuple[Edit, ...]:
    """Give the edits that acknowledge what stands at the places of some findings; nothing where all of it is."""
    edits: list[Edit] = []
    for path in dict.fromkeys(finding.path for finding in found):
        mark, before = fingerprint(path, plain(get(plan, path))), plan.acknowledged.get(path)
        if mark != before:
            edits.append(Set(f"acknowledged[{path}]", mark, before))
    return tuple(edits)
