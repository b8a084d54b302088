"""The steps of the way through a plan, in order. Costs nothing to import."""

from __future__ import annotations

from schemas.outline import COMPONENTS

CONTACTS = "organisation.contacts"
"""The register of roles is a step of its own, before the workshop."""

STEPS = ("front", "contacts", "readiness", *COMPONENTS, "acute", "review", "publish")
"""Every step; those of the plan's parts bear their names."""


def step_of(path: str) -> str:
    """Give the step in which a path is asked; a step's own name is itself."""
    part = path.split(".")[0].split("[")[0]
    if path.startswith(CONTACTS):
        return "contacts"
    return "readiness" if part == "workshop" else part


def number_of(step: str) -> int | None:
    """Give a component's number, 1 to 7; None for the other steps."""
    return COMPONENTS.index(step) + 1 if step in COMPONENTS else None
