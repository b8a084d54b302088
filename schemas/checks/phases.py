"""Which phase of a concern each step belongs to, in plans that do not say so as well."""

from __future__ import annotations

import re

from ..choices import Phase
from ..concerns import Step

_NAMES = {
    Phase.INTAKE: r"modtag|tager? imod|visitation|intake|receiv|receipt",
    Phase.FEEDBACK: r"tilbagemeld|meld\w* tilbage|svarer? (til )?henvender|feedback|report\w* back|tell\w* the person",
    Phase.CLOSE: r"afslut|lukning|lukker|følger op|opfølgning|\bclos(e|es|ing)\b|follow\w*[ -]up",
    Phase.ASSESS: r"helhedsvurder|samlet vurdering|vurderer|anbefal|overall assess|recommend",
    Phase.ANALYSE: r"analys|udred|risiko|clarif|\brisk",
    Phase.GATHER: r"indsaml|indhent|samler|gather|collect",
    Phase.DECIDE: r"beslut|decid|decision",
}
"""Words that give a phase away, the surest first."""

_PATTERNS = {phase: re.compile(pattern, re.IGNORECASE) for phase, pattern in _NAMES.items()}


def phases(steps: tuple[Step, ...]) -> dict[str, Phase | None]:
    """Give the phase of each step by its id: what the step says, else its place among just seven, else its name."""
    if any(step.phase for step in steps):
        return {step.id: step.phase or _guess(step.name) for step in steps}
    guessed = [_guess(step.name) for step in steps]
    if len(steps) == len(Phase) and len({phase for phase in guessed if phase}) < len(Phase):
        guessed = list(Phase)
    return {step.id: phase for step, phase in zip(steps, guessed, strict=True)}


def _guess(name: str) -> Phase | None:
    return next((phase for phase, pattern in _PATTERNS.items() if pattern.search(name)), None)
