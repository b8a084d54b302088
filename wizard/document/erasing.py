"""What should never have been written, and plain values without it. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from schemas.checks.cpr import GAP
from schemas.paths import NoSuchPath, below, field_of, get, mark_at
from schemas.plan import Plan

from .edits import Edit, Move, Set, normal, plain

LEAST = 2
"""Signs that a text needs to be looked for at all."""
_TEXTS = ("line", "text", "lines")
_STRUCTURE = re.compile(r"(?:.*\.)?(?:id|state|schema_version)|saved(?:\..*)?|group\.(?:plan|seq|parts)")
_CPR = re.compile(r"\D*((?:\d\D{0,3}){9}\d)\D*")


class TooShort(ValueError):
    """A text that stands everywhere."""


@dataclass(frozen=True)
class Unwanted:
    """A text, however it is spelled, or all that ever stood at a path.

    A text is found as whole words, with capital letters or without, with its letters composed or not, and with the
    ending of a genitive; a CPR number with its hyphen, another sign or nothing between. mark: what stands in its place
    within a longer text; a text that held nothing else becomes empty. keep: a plan whose own value at the path is not
    meant, only what stood there otherwise. also: what becomes of texts at a path that hold a half of it. places: the
    fields and records where it stands or stood; the fingerprints of what was acknowledged there go too. Raises
    `TooShort`.
    """

    text: str = ""
    path: str | None = None
    mark: str = "[…]"
    keep: Plan | None = None
    also: Mapping[tuple[str, str], str] = field(default_factory=dict, compare=False)
    places: frozenset[str] = field(default=frozenset(), compare=False)

    def __post_init__(self) -> None:
        if self.path is None and len(re.sub(r"\W", "", self.text)) < LEAST:
            raise TooShort(self.text)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the text; nothing, where a path is meant."""
        return re.compile(_spelled(self.text) if self.path is None else r"(?!)", re.IGNORECASE)

    @cached_property
    def loosely(self) -> re.Pattern[str]:
        """What finds the text within longer words too."""
        return re.compile(_spelled(self.text, bounded=False), re.IGNORECASE)

    @cached_property
    def _sign(self) -> re.Pattern[str]:
        """What is quickly seen in a row of JSON that may hold it, and in few others."""
        paths = [*(path for path, _ in self.also), *self.places] if self.path is None else [self.path]
        signs = {sign for path in paths for sign in re.findall(r"\[([^\]]+)\]", path) or [path]}
        first = [_spelled(self.text, begun=True)] if self.path is None else []
        return re.compile("|".join((*first, *map(re.escape, signs))), re.IGNORECASE)

    def perhaps_in(self, row: str) -> bool:
        """Tell whether a row of JSON may hold it: to take rows apart is what takes time."""
        return self._sign.search(row) is not None

    def without(self, text: str) -> str:
        """Give a text that stands in no field, such as a name or a comment, without it."""
        if not self.pattern.search(text):
            return text
        return self.pattern.sub(self.mark, text) if re.search(r"\w", self.pattern.sub("", text)) else ""

    def value(self, value: Any, path: str) -> Any:
        """Give a plain value that stands at a path without it; the path of a whole plan is empty."""
        if isinstance(value, dict):
            parts = ((key, part, self.value(part, _inside(path, key))) for key, part in value.items())
            # What a record leaves open is not written.
            return {key: new for key, part, new in parts if new == part or new not in ("", None, [])}
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return [self.value(part, f"{path}[{part.get('id')}]") for part in value]
        return self._leaf(value, path.removeprefix("group.start."))

    def _leaf(self, value: Any, path: str) -> Any:
        if value is None or _STRUCTURE.fullmatch(path):
            return value
        if path.startswith("acknowledged["):
            return None if self._marked(value, path) else value
        if self.path is not None:
            meant = below(field_of(path), self.path) and not self._kept(value, path)
            return _emptied(value, path) if meant else value
        kind = _kind(path)
        if kind == "number" and isinstance(value, int):
            return None if self.pattern.search(f"{value:010d}") else value
        if kind not in _TEXTS:
            return value
        if isinstance(value, list):
            return [new for one in value if (new := self.without(one)) or not one]
        return self.without(self.also.get((path, value), value)) if isinstance(value, str) else value

    def _marked(self, value: Any, path: str) -> bool:
        """Tell whether a fingerprint was made of what is unwanted."""
        here = field_of(path)
        if self.path is None:
            return any(below(here, one) or below(one, here) for one in self.places)
        return below(here, self.path) and not self._kept(value, path)

    def _kept(self, value: Any, path: str) -> bool:
        """Tell whether a value stands at its path in the plan that is left as it is."""
        try:
            return self.keep is not None and bool(plain(_standing(self.keep, path)) == value)
        except NoSuchPath:
            return False

    def edit(self, edit: Edit) -> Edit:
        """Give an edit of the log without it."""
        if isinstance(edit, Set):
            return Set(edit.path, self.value(edit.value, edit.path), self.value(edit.before, edit.path))
        if isinstance(edit, Move):
            return edit
        return replace(edit, item=self.value(edit.item, f"{edit.list}[{edit.item.get('id')}]"))

    def draft(self, value: Any, path: str) -> Any:
        """Give what stood in a control without it; None where half a value, such as a date, is not worth keeping."""
        if isinstance(value, str) and _kind(path) not in _TEXTS:
            return None if self.pattern.search(value) or self.value(value, path) != value else value
        return self.value(value, path)


def _standing(plan: Plan, path: str) -> Any:
    """Give what a plan has at a path; of a reason its words."""
    inner, _, name = path.rpartition(".")
    if not path.startswith("reasons["):
        return get(plan, path)
    reason = get(plan, inner)
    return getattr(reason, name, None)


def _inside(path: str, key: str) -> str:
    if (name := path.removeprefix("group.start.")) in ("reasons", "acknowledged"):
        return f"{name}[{key}]"
    return f"{path}.{key}" if path else key


def _kind(path: str) -> str:
    """Give the kind of a field; what is no field, such as a reason, is a text."""
    try:
        return "text" if path.startswith("reasons[") else mark_at(path).kind
    except NoSuchPath:
        return "text"


def _emptied(value: Any, path: str) -> Any:
    try:
        return normal(path, None)
    except (NoSuchPath, ValueError):
        return "" if isinstance(value, str) else None


def _spelled(text: str, begun: bool = False, bounded: bool = True) -> str:
    """Write a text as a pattern of its spellings.

    begun: of its first word, which no sign of JSON's can break. bounded: as whole words.
    """
    if number := _CPR.fullmatch(text):
        digits = [f"[{sign}{chr(0xFF10 + int(sign))}]" for sign in re.sub(r"\D", "", number[1])]
        birth = r"[ .\u00a0]?".join("".join(digits[start : start + 2]) for start in (0, 2, 4))
        return birth if begun else rf"(?<!\d){birth}{GAP}{''.join(digits[6:])}(?!\d)"
    words = unicodedata.normalize("NFC", text).split()
    if begun:
        return "".join(map(_letter, re.split(r"[^\w-]", words[0].strip("\"'"))[0]))
    pattern = r"[\s\u00a0]+".join("".join(map(_letter, word)) for word in words)
    if not bounded:
        return pattern
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?:['\u2019]?s)?(?!\w)" if words[-1][-1].isalnum() else ""
    return f"{before}{pattern}{after}"


def _letter(sign: str) -> str:
    apart = unicodedata.normalize("NFD", sign)
    return re.escape(sign) if apart == sign else f"(?:{re.escape(sign)}|{re.escape(apart)})"
