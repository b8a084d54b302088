"""What a plan is called, in letters alone, for headings, sentences of ours and the properties of files."""

from __future__ import annotations

from schemas.language import Words
from schemas.plan import Plan

from .answers import plain


def title(plan: Plan, said: Words) -> str:
    """Give the plan's title on one line, or one that says what it is."""
    return plain(plan.front.title) or said("documents.untitled")


def municipality(plan: Plan, said: Words) -> str:
    """Name the municipality on one line, or say that it has no name yet."""
    return plain(plan.front.municipality) or said("documents.no_municipality")


def body(plan: Plan) -> str:
    """Name the body that adopts the plan on one line; empty where the plan does not say."""
    return plain(plan.front.adopting_body)
