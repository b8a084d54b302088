"""Where a plan's look is found: in `brand.yaml` beside it, or in a folder around it that is rendered as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from wizard.render.look import PLAIN, Look

BRAND = "brand.yaml"


def brand_of(plan: Path, around: Iterable[Path] = ()) -> Path | None:
    """Find the brand file that a plan is printed with; None where there is none.

    around: folders that are rendered as a whole; those between the plan and them are looked in too, the nearest first.
    """
    folders = [plan.resolve().parent]
    tops = [top for folder in around if folders[0].is_relative_to(top := folder.resolve())]
    if tops:
        top = min(tops, key=lambda folder: len(folder.parts))
        folders += [parent for parent in folders[0].parents if parent.is_relative_to(top)]
    return next((path for folder in folders if (path := folder / BRAND).is_file()), None)


def look_beside(plan: Path) -> Look:
    """Read the look that lies beside a plan, ours where none does. Raises `CannotRead` and `BrokenFile`."""
    found = brand_of(plan)
    if found is None:
        return PLAIN
    from .reading import read_look

    return read_look(found)
