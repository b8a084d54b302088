"""Reads plan files: any bytes give a plan or are refused with a sentence."""

from __future__ import annotations

import os

from pydantic import ValidationError

from schemas.ids import with_ids
from schemas.plan import SCHEMA_VERSION, Plan
from schemas.versions import NewerPlan, lift

from .mapping import parse_mapping, read_bytes, spots
from .misfits import misfit
from .trouble import BrokenFile, Spot


def read_plan(path: str | os.PathLike[str]) -> Plan:
    """Read a plan file, YAML or by its suffix JSON; raises `CannotRead` and `BrokenFile`."""
    return parse_plan(read_bytes(path), path)


def parse_plan(data: bytes, name: str | os.PathLike[str] = "", seed: str = "") -> Plan:
    """Read a plan from a file's bytes; every record gets an id. Raises `BrokenFile`.

    name: the file's name, whose suffix tells the format. seed: sets the ids it makes apart from other files'.
    """
    mapping = parse_mapping(data, name)
    try:
        return with_ids(Plan.model_validate(lift(mapping)), seed)
    except NewerPlan as newer:
        spot = spots(data, name).get(("schema_version",), Spot())
        raise BrokenFile("newer", Spot(spot.line), found=newer.found, known=SCHEMA_VERSION) from None
    except ValidationError as error:
        raise misfit(error, spots(data, name)) from None
