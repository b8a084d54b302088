"""Reads JSON with the same limits as YAML."""

from __future__ import annotations

import json
from typing import Any

from schemas.texts import shown

from .trouble import BrokenFile, Location, Spot
from .yaml_reader import ENTRY_LIMIT, NESTING_LIMIT, fits, positions, refused


def read_json(text: str) -> Any:
    """Read one JSON value; empty text gives None; raises `BrokenFile`."""
    if not text.strip():
        return None
    try:
        value = json.loads(text, object_pairs_hook=_mapping, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise BrokenFile("json_syntax", Spot(error.lineno, error.colno)) from None
    except RecursionError:
        raise BrokenFile("too_deep", limit=NESTING_LIMIT) from None
    except ValueError:
        # A number of more digits than Python is willing to read.
        raise BrokenFile("no_number") from None
    _Limits().check(value, ())
    return value


def json_positions(text: str) -> dict[Location, Spot]:
    """Find the line and column of every value, as far as YAML's parser reads the same text; else nothing."""
    try:
        return positions(text)
    except BrokenFile:
        return {}


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise BrokenFile("duplicate_key", found=shown(key))
            seen.add(key)
    return found


def _no_number(name: str) -> Any:
    raise BrokenFile("not_json_number", found=name)


class _Limits:
    """One walk over what was read, counting as it goes."""

    def __init__(self) -> None:
        self.entries = 0

    def check(self, value: Any, where: Location) -> None:
        self.entries += 1
        if self.entries > ENTRY_LIMIT:
            raise BrokenFile("too_many", limit=ENTRY_LIMIT)
        if isinstance(value, str):
            self._text(value, where)
        elif isinstance(value, (dict, list)):
            if len(where) >= NESTING_LIMIT:
                raise BrokenFile("too_deep", Spot(field=where), limit=NESTING_LIMIT)
            for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(key, str):
                    self._text(key, where)
                self.check(inner, (*where, key))

    def _text(self, value: str, where: Location) -> None:
        if not fits(value):
            raise refused(value, Spot(field=where))
