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
        self.parser = Parser(text)
        self.spots = spots
        self.entries = 0

    def read(self) -> Any:
        try:
            self._take()
            if isinstance(self._take(), yaml.StreamEndEvent):
                return None
            value = self._value(self._take(), ())
            self._take()
            if not isinstance(event := self._take(), yaml.StreamEndEvent):
                raise BrokenFile("many_documents", _spot(event, ()))
            return value
        except yaml.MarkedYAMLError as error:
            raise _syntax(error, self.text) from None
        except (yaml.YAMLError, ValueError, OverflowError):
            # The Python parser lets an impossible escape such as "\UFFFFFFFF" through to `chr`.
            raise BrokenFile("syntax") from None

    def _take(self) -> Any:
        return self.parser.get_event()

    def _value(self, event: Any, where: Location) -> Any:
        self._guard(event, where)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event, where)
        return self._mapping(where) if isinstance(event, yaml.MappingStartEvent) else self._list(where)

    def _guard(self, event: Any, where: Location) -> None:
        self.entries += 1
        if self.entries > ENTRY_LIMIT:
            raise BrokenFile("too_many", _spot(event, where), limit=ENTRY_LIMIT)
        if isinstance(event, yaml.AliasEvent):
            raise BrokenFile("alias", _spot(event, where), found=shown(str(event.anchor)))
        if event.anchor is not None:
            raise BrokenFile("anchor", _spot(event, where), found=shown(event.anchor))
        if event.tag is not None:
            raise BrokenFile("tag", _spot(event, where), found=shown(event.tag))
        if len(where) >= NESTING_LIMIT and not isinstance(event, yaml.ScalarEvent):
            raise BrokenFile("too_deep", _spot(event, where[:NESTING_LIMIT]), limit=NESTING_LIMIT)

    def _mapping(self, where: Location) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := self._take(), yaml.MappingEndEvent):
            self._guard(event, where)
            if not isinstance(event, yaml.ScalarEvent):
                raise BrokenFile("no_key", _spot(event, where))
            key = event.value
            check_text(key, _spot(event, where))
            here = (*where, key)
            if key in found:
                raise BrokenFile("duplicate_key", _spot(event, where), found=shown(key))
            if self.spots is not None:
                self.spots[here] = _spot(event, here)
            found[key] = self._value(self._take(), here)
        return found

    def _list(self, where: Location) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := self._take(), yaml.SequenceEndEvent):
            here = (*where, len(found))
            if self.spots is not None:
                self.spots[here] = _spot(event, here)
            found.append(self._value(event, here))
        return found


def _scalar(event: Any, where: Location) -> str | None:
    value: str = event.value
    if value in NULLS and event.style not in ("'", '"', "|", ">"):
        return None
    check_text(value, _spot(event, where))
    return value


def check_text(value: str, spot: Spot) -> None:
    """Refuse a text that is too long or holds what no plan can hold; raises `BrokenFile`."""
    if len(value) > TEXT_LIMIT:
        raise BrokenFile("text_too_long", spot, length=len(value), limit=TEXT_LIMIT)
    if unfit := UNFIT.search(value):
        raise BrokenFile("control", spot, code=f"U+{ord(unfit[0]):04X}")


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
