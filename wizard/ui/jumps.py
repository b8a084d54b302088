"""Every place one can go to, as lines of a list."""

from __future__ import annotations

from schemas.language import Words
from schemas.plan import Plan

from .questions import progress, questions, settled
from .steps import number_of

Line = tuple[str, str, str]


def jumps(plan: Plan, words: Words, deep: frozenset[str], steps: tuple[str, ...]) -> list[Line]:
    """List steps in the room's order, and below each its questions, as (path, text, hint)."""
    lines: list[Line] = []
    for step in steps:
        known = progress(plan, step, words, step in deep)
        number = number_of(step)
        title = words(f"parts.{step}.title")
        text = f"{number}. {title}" if number else title
        lines.append((step, text, f"{known.sign} {known.done}/{known.of}" if known.of else ""))
        for spec in questions(step, words, step in deep):
            sign = "●" if settled(plan, spec) else "○"
            lines.append((spec.place, f"    {sign} {spec.label}", spec.question))
    return lines


def deeper(words: Words, deep: frozenset[str], steps: tuple[str, ...]) -> list[Line]:
    """List what is asked only in the long way where that is not open, and every field of a record, to be found by name.

    The path of a field of any record is that of the list with `[]`; it leads to the list.
    """
    lines: list[Line] = []
    for step in steps:
        short = words(f"parts.{step}.short")
        listed = questions(step, words, step in deep)
        for spec in questions(step, words, deep=True):
            if spec not in listed:
                lines.append((spec.place, spec.label, f"{short} · {spec.question}"))
            lines += [(f"{spec.place}[].{one.name}", f"{spec.label} › {one.label}", short) for one in spec.fields]
    return lines
