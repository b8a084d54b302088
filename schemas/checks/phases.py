"""Which phase of a concern each step belongs to, in plans that do not say so as well."""

from __future__ import annotations

import re

from ..choices import Phase
from ..concerns import Step

_NAMES = {
    Phase.INTAKE: r"modtag|tager? imod|visit|intake|receiv|receipt",
    Phase.FEEDBACK: r"tilbagemeld|svar(er)? (til )?henvender|feedback|report(ing)? back",
    Phase.CLOSE: r"afslut|lukning|luk(ker)? sag|clos(e|ing)",
    Phase.ASSESS: r"helhedsvurder|samlet vurdering|anbefal|overall assess|recommend",
    Phase.ANALYSE: r"analys|udred|clarif",
    Phase.GATHER: r"indsaml|indhent|oplysninger|gather|collect|information",
    Phase.DECIDE: r"beslut|indsats|decid|decision|measure",
}
"""Words that give a phase away, the surest first."""

_PATTERNS = {phase: re.compile(pattern, re.IGNORECASE) for phase, pattern in _NAMES.items()}


def phases(steps: tuple[Step, ...]) -> dict[str, Phase | None]:
    """Give the phase of each step by its id: what the step says, else its name, else its place among just seven."""
    named = {step.id: step.phase or _guess(step.name) for step in steps}
    if len(steps) == len(Phase) and not any(named.values()):
        return {step.id: phase for step, phase in zip(steps, Phase, strict=True)}
    return named


def _guess(name: str) -> Phase | None:
    return next((phase for phase, pattern in _PATTERNS.items() if pattern.search(name)), None)
