"""Reads drejebøger: the ready ones, and those that a facilitator keeps beside a plan."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from schemas.runsheet import Place, RunSheet
from schemas.texts import shown

from .installed import installed
from .mapping import parse_mapping, read_bytes, spots
from .plan_names import PLAN_SUFFIXES
from .trouble import BrokenFile, Location, Spot
from .whole import write_whole

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

SUFFIXES = {"da": ".drejebog.yaml", "en": ".runsheet.yaml"}
"""What the name of a drejebog ends with, by language; either is found in any language."""


def ready_sheets(language: str) -> list[Path]:
    """List the drejebøger that come with the program, in a language."""
    return sorted((installed("templates") / "runsheets" / language).glob("*.yaml"))


def sheets_beside(plan_file: Path) -> list[Path]:
    """List the drejebøger in a plan's folder by name; a folder that cannot be read has none."""
    try:
        return sorted(path for path in plan_file.parent.iterdir() if path.name.endswith(tuple(SUFFIXES.values())))
    except OSError:
        return []


def read_run_sheet(path: Path) -> RunSheet:
    """Read a drejebog; raises `CannotRead`, and `BrokenFile` where it cannot be used as one."""
    data = read_bytes(path)
    mapping = parse_mapping(data)
    try:
        sheet = RunSheet.model_validate(mapping)
    except ValidationError as error:
        raise _misfit(error, spots(data)) from None
    if not any(sitting.blocks for sitting in sheet.sessions):
        raise BrokenFile("run_sheet.no_blocks", Spot(1))
    return sheet


def copy_beside(sheet: Path, plan_file: Path, language: str) -> Path:
    """Copy a drejebog to a plan's folder to be edited there, and give its path; a copy that is there is kept.

    Raises `CannotRead` and `CannotWrite`.
    """
    suffix = next((suffix for suffix in PLAN_SUFFIXES if plan_file.name.endswith(suffix)), plan_file.suffix)
    target = plan_file.with_name(plan_file.name.removesuffix(suffix) + SUFFIXES[language])
    if not target.exists():
        write_whole(target, read_bytes(sheet))
    return target


def _misfit(error: ValidationError, found: Mapping[Location, Spot]) -> BrokenFile:
    """Tell the first misfit by its line, and count the others."""
    details = error.errors(include_url=False, include_context=False)
    spot, detail = min(((_spot(one["loc"], found), one) for one in details), key=lambda pair: pair[0].line or 0)
    return BrokenFile(_key(detail), spot, len(details) - 1, **_values(detail))


def _spot(location: tuple[int | str, ...], found: Mapping[Location, Spot]) -> Spot:
    for length in range(len(location), 0, -1):
        if spot := found.get(location[:length]):
            return Spot(spot.line, spot.column)
    return Spot()


def _key(detail: ErrorDetails) -> str:
    if detail["type"] == "extra_forbidden":
        return "run_sheet.unknown_key"
    if detail["loc"][-1] in ("minutes", "least"):
        return "run_sheet.wrong_minutes"
    return "run_sheet.wrong_step" if detail["loc"][-1] == "step" else "run_sheet.wrong_value"


def _values(detail: ErrorDetails) -> dict[str, Any]:
    if detail["type"] == "extra_forbidden":
        return {"found": shown(str(detail["loc"][-1]))}
    said = detail["input"]
    text = "…" if isinstance(said, dict | list) else shown("" if said is None else str(said))
    return {"found": text, "steps": ", ".join(Place)} if detail["loc"][-1] == "step" else {"found": text}
