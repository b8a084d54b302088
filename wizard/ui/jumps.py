"""Every place one can go to, as lines of a list."""

from __future__ import annotations

from schemas.language import Words
from schemas.plan import Plan

from .questions import progress, questions, settled
from .steps import STEPS, number_of

Line = tuple[str, str, str]


def jumps(plan: Plan, words: Words, deep: frozenset[str]) -> list[Line]:
    """List the steps, and below each its questions, as (path, text, hint)."""
    lines: list[Line] = []
    for step in STEPS:
        known = progress(plan, step, words, step in deep)
        number = number_of(step)
        title = words(f"parts.{step}.title")
        text = f"{number}. {title}" if number else title
        lines.append((step, text, f"{known.sign} {known.done}/{known.of}" if known.of else ""))
        for spec in questions(step, words, step in deep):
            sign = "●" if settled(plan, spec) else "○"
            lines.append((spec.place, f"    {sign} {spec.label}", spec.question))
    return lines
