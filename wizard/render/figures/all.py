"""Every figure of a plan, as far as an edition shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from schemas.language import Words
from schemas.plan import Plan
from wizard.render.edition import Edition

from .coverage import coverage
from .organisation import organisation
from .path import path
from .readiness import readiness
from .sketch import Sketch
from .stakeholders import stakeholders
from .timeline import timeline

PUBLIC = ("path", "timeline", "organisation")
"""The figures of the plan itself."""

INTERNAL = ("readiness", "coverage", "stakeholders")
"""The figures of the work on it: tools, never in a public edition."""


def sketches(shown: Plan, edition: Edition, words: Words, today: date) -> Mapping[str, Sketch]:
    """Sketch what there is to draw, by name.

    shown: the plan as the edition shows it. today: the day that dates are measured against.
    """
    return {sketch.name: sketch for sketch in _all(shown, edition, words, today) if sketch is not None}


def _all(plan: Plan, edition: Edition, words: Words, today: date) -> Iterator[Sketch | None]:
    internal = edition is Edition.INTERNAL
    yield path(plan, words, every=internal)
    yield timeline(plan, words)
    yield organisation(plan, words)
    if internal:
        yield readiness(plan, words)
        yield coverage(plan, words, today)
        yield stakeholders(plan, words)
