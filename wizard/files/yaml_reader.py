"""Reads YAML as it was typed: every scalar is text, but for null, which is nothing."""

from __future__ import annotations

from typing import Any

import yaml

from schemas.texts import TEXT_LIMIT, UNFIT, shown

from .trouble import BrokenFile, Location, Spot

Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml's parser; Python's own, ten times slower, where PyYAML was built without it."""

NESTING_LIMIT = 20
ENTRY_LIMIT = 100_000
"""The most values a file may hold: many times what the largest plan does."""

NULLS = {"", "~", "null", "Null", "NULL"}


def read_yaml(text: str) -> Any:
    """Read one YAML document: mappings, lists, texts and None. An empty one gives None; raises `BrokenFile`."""
    return _Document(text).read()


def positions(text: str) -> dict[Location, Spot]:
    """Find the line and column of every key and list entry of a document, by its location."""
    document = _Document(text, {})
    document.read()
    return document.spots or {}


class _Document:
    """One pass over a document's events. Nothing is built that was not asked for, so nothing can be smuggled in."""

    def __init__(self, text: str, spots: dict[Location, Spot] | None = None) -> None:
        self.text = text
        self.take = Parser(text).get_event
        self.spots = spots
        self.entries = 0

    def read(self) -> Any:
        try:
            self.take()
            if isinstance(self.take(), yaml.StreamEndEvent):
                return None
            value = self._value(self.take(), ())
            self.take()
            if not isinstance(event := self.take(), yaml.StreamEndEvent):
                raise BrokenFile("many_documents", _spot(event, ()))
            return value
        except yaml.MarkedYAMLError as error:
            raise _syntax(error, self.text) from None
        except (yaml.YAMLError, ValueError, OverflowError):
            # The Python parser lets an impossible escape such as "\UFFFFFFFF" through to `chr`.
            raise BrokenFile("syntax") from None

    def _value(self, event: Any, where: Location) -> Any:
        self._guard(event, where)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event, where)
        if len(where) >= NESTING_LIMIT:
            raise BrokenFile("too_deep", _spot(event, where[:NESTING_LIMIT]), limit=NESTING_LIMIT)
        return self._mapping(where) if isinstance(event, yaml.MappingStartEvent) else self._list(where)

    def _guard(self, event: Any, where: Location) -> None:
        self.entries += 1
        if self.entries > ENTRY_LIMIT:
            raise BrokenFile("too_many", _spot(event, where), limit=ENTRY_LIMIT)
        if event.anchor is not None:
            key = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
            raise BrokenFile(key, _spot(event, where), found=shown(event.anchor))
        if event.tag is not None:
            raise BrokenFile("tag", _spot(event, where), found=shown(event.tag))

    def _mapping(self, where: Location) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := self.take(), yaml.MappingEndEvent):
            self._guard(event, where)
            if not isinstance(event, yaml.ScalarEvent):
                raise BrokenFile("no_key", _spot(event, where))
            key = event.value
            if not fits(key):
                raise refused(key, _spot(event, where))
            here = (*where, key)
            if key in found:
                raise BrokenFile("duplicate_key", _spot(event, where), found=shown(key))
            if self.spots is not None:
                self.spots[here] = _spot(event, here)
            found[key] = self._value(self.take(), here)
        return found

    def _list(self, where: Location) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := self.take(), yaml.SequenceEndEvent):
            here = (*where, len(found))
            if self.spots is not None:
                self.spots[here] = _spot(event, here)
            found.append(self._value(event, here))
        return found


def _scalar(event: Any, where: Location) -> str | None:
    value: str = event.value
    if value in NULLS and event.style not in ("'", '"', "|", ">"):
        return None
    if not fits(value):
        raise refused(value, _spot(event, where))
    return value


def fits(value: str) -> bool:
    """Tell whether a plan can hold a text: it is not too long, and nothing unfit is in it."""
    return len(value) <= TEXT_LIMIT and (value.isprintable() or not UNFIT.search(value))


def refused(value: str, spot: Spot) -> BrokenFile:
    """Say what a plan cannot hold of a text that does not fit."""
    if len(value) > TEXT_LIMIT:
        return BrokenFile("text_too_long", spot, length=len(value), limit=TEXT_LIMIT)
    first, *_ = UNFIT.findall(value)
    return BrokenFile("control", spot, code=f"U+{ord(first):04X}")


def _spot(event: Any, where: Location) -> Spot:
    return Spot(event.start_mark.line + 1, event.start_mark.column + 1, where)


_HINTS = (
    ("mapping values are not allowed", "syntax_colon"),
    ("cannot start any token", "syntax_start"),
    ("unknown escape", "syntax_escape"),
    ("quoted scalar", "syntax_quote"),
    ("flow ", "syntax_bracket"),
    ("sequence entries", "syntax_dash"),
    ("tab", "syntax_tab"),
    ("did not find expected key", "syntax_indent"),
    ("expected <block end>", "syntax_indent"),
    ("expected '-' indicator", "syntax_indent"),
    ("could not find expected ':'", "syntax_no_colon"),
)


def _syntax(error: yaml.MarkedYAMLError, text: str) -> BrokenFile:
    """Turn the parser's words for programmers into a sentence that says what to look for."""
    said = f"{error.context or ''} {error.problem or ''}"
    key = next((key for hint, key in _HINTS if hint in said), "syntax")
    mark: Any = error.problem_mark or error.context_mark
    if key in ("syntax_quote", "syntax_no_colon") and error.context_mark:
        # The parser notices these far below the line that has to be mended.
        mark = error.context_mark
    if mark is None:
        return BrokenFile(key)
    if key == "syntax_start" and text[mark.index : mark.index + 1] == "\t":
        key = "syntax_tab"
    return BrokenFile(key, Spot(mark.line + 1, mark.column + 1))
