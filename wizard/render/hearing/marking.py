"""Answers with marks around them, so that in a finished document it is known which text is which answer.

The marks are punctuation that nobody types and that Markdown takes for such. They stand in a rendering of our own,
never in one that is handed out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from schemas.fields import Model
from schemas.language import Words
from schemas.plan import Plan
from schemas.small import Veil
from wizard.render.edition import Edition
from wizard.render.escape import Markdown
from wizard.render.field import Field
from wizard.render.values import NO_VEILS, Reader

BEGIN, PARTS, END = "\u2e20", "\u2e21", "\u2e22"
MARK = re.compile(f"{BEGIN}(\\d+){PARTS}|{END}")
_LIST_SIGNS = re.compile(r"(?: *(?:[-*]|\d{1,9}[.)]) +)*")


class Place(NamedTuple):
    """What a mark stands for: the path of an answer, and whether it is only the note that there is none."""

    path: str
    note: bool = False


class Marked(Markdown):
    """Markdown with marks, which is still equal to what it is without them: templates compare answers."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return _bare(self) == (_bare(other) if isinstance(other, str) else other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(_bare(self))


def _bare(text: str) -> str:
    return MARK.sub("", str(text))


class Marking(Reader):
    """Reads a plan with a mark around every answer; `places` tells by its number what a mark stands for."""

    def __init__(self, plan: Plan, edition: Edition, words: Words, veils: Mapping[str, Veil] = NO_VEILS) -> None:
        super().__init__(plan, edition, words, veils)
        self.places: list[Place] = []

    def fields(self, model: Model, path: str = "") -> dict[str, Field]:
        """Read every question of a model, its answers marked."""
        return {name: self._marked(field) for name, field in super().fields(model, path).items()}

    def shown(self, path: str, text: str) -> str:
        """Mark an answer that stands outside of its field, such as the title."""
        return self._around(Markdown(text), Place(path))

    def _marked(self, field: Field) -> Field:
        place = Place(field.path)
        return field._replace(
            text=self._around(field.text, place),
            items=tuple(self._around(item, place) for item in field.items),
            note=self._around(field.note, Place(field.path, note=True)),
        )

    def _around(self, text: Markdown, place: Place) -> Markdown:
        """Put marks around an answer: the first behind the signs of a list, which must begin their line."""
        if not text:
            return text
        self.places.append(place)
        found = _LIST_SIGNS.match(text)
        start = found.end() if found else 0
        plain = str(text)
        return Marked(f"{plain[:start]}{BEGIN}{len(self.places) - 1}{PARTS}{plain[start:]}{END}")
