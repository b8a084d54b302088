"""Which parts of a plan a session may see and change. Costs nothing to import: it looks at paths alone."""

from __future__ import annotations

from schemas.outline import PARTS

CONTACTS = "contacts"
"""The register of roles alone, without the rest of the organisation."""
REGISTER = "organisation.contacts"

REACHABLE = (*PARTS[:4], CONTACTS, *PARTS[4:])
"""What a session can be limited to, in the plan's order: its parts, and the register of roles alone."""

Components = frozenset[str] | None
"""The parts a session is limited to; None for the whole plan."""


def reaches(components: Components, path: str) -> bool:
    """Tell whether a path, or the field that something is kept beside, lies in what a session is limited to."""
    if components is None:
        return True
    path = path.removeprefix("reasons[").removeprefix("acknowledged[")
    if path.split(".")[0].split("[")[0].removesuffix("]") in components:
        return True
    return CONTACTS in components and (path == REGISTER or path.startswith((f"{REGISTER}[", f"{REGISTER}.")))


def reached(components: Components, paths: tuple[str, ...]) -> bool:
    """Tell whether every one of some paths lies in what a session is limited to."""
    return all(reaches(components, path) for path in paths)
