"""What a paragraph is by its style and its numbering: a heading, a point of a list, or plain text."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from .package import Package, attribute, child, children

_HEADING = re.compile(r"heading ([1-9])")
_DEEPEST = 8


class Looks:
    """The styles and lists of a document."""

    def __init__(self, package: Package) -> None:
        self._styles = {attribute(one, "styleId"): one for one in children(package.beside("styles"), "style")}
        numbering = package.beside("numbering")
        self._abstract = {attribute(one, "abstractNumId"): one for one in children(numbering, "abstractNum")}
        self._lists = {attribute(one, "numId"): one for one in children(numbering, "num")}
        self._known: dict[tuple[str, int], tuple[bool, bool] | None] = {}

    def style(self, properties: Element | None) -> str:
        """Give the name of a paragraph's style in small letters; its id where the file does not name it."""
        key = _value(child(properties, "pStyle"))
        return (_value(child(self._styles.get(key), "name")) or key).lower()

    def heading(self, properties: Element | None) -> int:
        """Give the level of a heading; 0 where the paragraph is none."""
        if found := _HEADING.fullmatch(self.style(properties)):
            return int(found[1])
        level = _value(child(properties, "outlineLvl"))
        return int(level) + 1 if level.isdecimal() and int(level) < 9 else 0

    def point(self, properties: Element | None) -> tuple[int, bool, bool] | None:
        """Tell of a point its depth, whether it is numbered and whether it bears no sign; None for no point."""
        style = self._styles.get(_value(child(properties, "pStyle")))
        for one in (child(properties, "numPr"), child(style, "pPr", "numPr")):
            if one is None:
                continue
            number, level = _value(child(one, "numId")), _value(child(one, "ilvl"))
            depth = min(int(level), _DEEPEST) if level.isdecimal() else 0
            found = self._sign(number, depth)
            return (depth, *found) if found else None
        return None

    def _sign(self, number: str, depth: int) -> tuple[bool, bool] | None:
        if (number, depth) not in self._known:
            self._known[number, depth] = self._looked_up(number, depth)
        return self._known[number, depth]

    def _looked_up(self, number: str, depth: int) -> tuple[bool, bool] | None:
        """Look a level of a list up; a number of 0 takes a paragraph out of its style's list."""
        if number in ("", "0"):
            return None
        abstract = self._abstract.get(_value(child(self._lists.get(number), "abstractNumId")))
        level = next((one for one in children(abstract, "lvl") if attribute(one, "ilvl") == str(depth)), None)
        kind, sign = _value(child(level, "numFmt")), _value(child(level, "lvlText"))
        bare = not sign.strip() if level is not None else False
        return kind not in ("bullet", "none", ""), bare or kind == "none"


def _value(element: Element | None) -> str:
    return attribute(element, "val") if element is not None else ""
