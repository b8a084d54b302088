"""The steps of the way through a plan, in order. Costs nothing to import."""

from __future__ import annotations

from schemas.outline import COMPONENTS
from wizard.document.reach import Components, reaches

CONTACTS = "organisation.contacts"
"""The register of roles is a step of its own, before the workshop."""

AFTER = "workshop.after"
"""The seven questions asked again: a step of its own, once everything is gone through."""

STEPS = ("front", "contacts", "readiness", *COMPONENTS, "acute", "after", "review", "publish")
"""Every step; those of the plan's parts bear their names."""


ABOVE = {"workshop.caught": "drawer", "workshop.sessions": "rollcall"}
"""What stands on no page, and the screen above the main one that shows it."""


STANDS_IN = {"contacts": CONTACTS, "readiness": "workshop", "after": AFTER}
"""The path that a step asks, where it does not bear a part's name."""


def step_of(path: str) -> str:
    """Give the step in which a path is asked; a step's own name is itself."""
    part = path.split(".")[0].split("[")[0]
    if path.startswith(CONTACTS):
        return "contacts"
    if part == "workshop":
        return "after" if path.startswith(AFTER) else "readiness"
    return part


def within(step: str, components: Components) -> bool:
    """Tell whether a step is one of those that a session limited to some parts goes through."""
    if components is None or step == "review":
        return True
    return reaches(components, STANDS_IN.get(step, step))


def above_of(path: str) -> str | None:
    """Name the screen that shows a path of the workshop's record; None for all that stands on a page."""
    return next((screen for top, screen in ABOVE.items() if path.startswith(top)), None)


def number_of(step: str) -> int | None:
    """Give a component's number, 1 to 7; None for the other steps."""
    return COMPONENTS.index(step) + 1 if step in COMPONENTS else None
