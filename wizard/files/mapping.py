"""A plan file as plain data, before anyone knows what a plan is: it costs no Pydantic."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any, Literal

from schemas.texts import UNFIT

from .fence import lets_read
from .json_reader import json_positions, read_json
from .trouble import BrokenFile, CannotRead, Location, Spot
from .yaml_reader import positions, read_yaml

FILE_LIMIT = 5_000_000
"""The most bytes a plan file may have."""

_KEYS = {errno.ENOENT: "not_there", errno.ENOTDIR: "not_there", errno.EACCES: "no_access"}

Format = Literal["yaml", "json"]


def format_of(name: str | os.PathLike[str]) -> Format:
    """Tell a plan file's format by its name: JSON for `.json`, else YAML."""
    return "json" if os.fspath(name).lower().endswith(".json") else "yaml"


def read_bytes(path: str | os.PathLike[str], most: int = FILE_LIMIT) -> bytes:
    """Read a file's bytes; raises `CannotRead`, and `BrokenFile` where there are more than a plan file may have."""
    if not lets_read(path):
        raise CannotRead("beyond", name=Path(path).name)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise CannotRead("not_a_file", name=Path(path).name)
        with open(path, "rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        code = getattr(error, "errno", None) or 0
        raise CannotRead(_KEYS.get(code, "unreadable"), name=Path(path).name) from None
    if len(data) > most:
        raise BrokenFile("too_large", limit=most // 1_000_000)
    return data


def parse_mapping(data: bytes, name: str | os.PathLike[str] = "") -> dict[str, Any]:
    """Read a file's bytes to plain data, in the format its name says; an empty file is an empty plan.

    Every scalar of a YAML file is text or None. Raises `BrokenFile`.
    """
    text = decode(data)
    value = read_json(text) if format_of(name) == "json" else read_yaml(text)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise BrokenFile("not_a_plan", Spot(1))
    return value


def spots(data: bytes, name: str | os.PathLike[str] = "") -> dict[Location, Spot]:
    """Find the line and column of every value in a file that `parse_mapping` reads."""
    text = decode(data)
    return json_positions(text) if format_of(name) == "json" else positions(text)


def decode(data: bytes) -> str:
    """Turn a file's bytes into text; raises `BrokenFile` where they are too many, not UTF-8 or no text."""
    if len(data) > FILE_LIMIT:
        raise BrokenFile("too_large", limit=FILE_LIMIT // 1_000_000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenFile("not_utf8", Spot(data.count(b"\n", 0, error.start) + 1)) from None
    if unfit := UNFIT.search(text):
        line = text.count("\n", 0, unfit.start()) + 1
        raise BrokenFile("control", Spot(line), code=f"U+{ord(unfit[0]):04X}")
    return text
