"""The figures of a document as its files of each format hold them, by the names that stand in its Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from schemas.language import words
from schemas.plan import Plan
from wizard.render.edition import Edition
from wizard.render.stamp import day
from wizard.render.visible import visible

from .all import sketches
from .sketch import Sketch

_NAME = re.compile(r"\]\(figure:([a-z]+)\)")
"""Where a figure stands; an answer never has such marks, since they are escaped."""


def embedded(plan: Plan, edition: Edition, markdown: str) -> Mapping[str, Sketch]:
    """Sketch the figures that stand in a document's Markdown, by their names there such as `figure:path`."""
    if not (named := dict.fromkeys(_NAME.findall(markdown))):
        return {}
    found = sketches(visible(plan, edition), edition, words(plan.front.language.value), day(plan))
    return {f"figure:{name}": found[name] for name in named if name in found}
