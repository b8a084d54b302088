"""Small numbers: what a public edition hides, so that nobody can be told from a table of figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from .plan import Plan
from .understanding import Figures

Veil = Literal["small", "derived"]

LEAST = 5
"""The smallest number that is shown as it is; zero tells of nobody and is shown as well."""

PARTS = ("opened", "closed", "unfounded")
"""The numbers that together may make up the year's concerns."""


def veiled(plan: Plan) -> Mapping[str, Veil]:
    """Tell which figures a public edition hides, by path: `small` is below five, `derived` would give one away."""
    return {
        f"understanding.figures[{row.id}].{name}": veil
        for row in plan.understanding.figures
        for name, veil in hidden(row).items()
    }


def hidden(row: Figures) -> Mapping[str, Veil]:
    """Tell which numbers of a year are hidden.

    Where one part is small and the sum is shown, the other parts are hidden too, or the small one could be worked out.
    """
    numbers = {name: getattr(row, name) or 0 for name in ("concerns", *PARTS)}
    found: dict[str, Veil] = {name: "small" for name, number in numbers.items() if 0 < number < LEAST}
    if "concerns" not in found and numbers["concerns"] and any(name in found for name in PARTS):
        found |= {name: "derived" for name in PARTS if numbers[name] >= LEAST}
    return found
