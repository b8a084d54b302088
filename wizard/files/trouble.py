"""What can be wrong with a file, told in whole sentences of the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas.language import Words

Location = tuple[str | int, ...]
"""The way to a value in a plan file: keys and positions, such as `("strategy", "goals", 1, "due")`."""


class FileTrouble(Exception):
    """Something that stops a file from being read or written; `key` leads to its sentence in `words/`."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = f"files.{key}"
        self.values = values

    def sentence(self, words: Words) -> str:
        """Say what happened and what to do next."""
        return words(self.key, **self.values)


class CannotRead(FileTrouble):
    """A file that is not there, or that this user may not read."""


class CannotWrite(FileTrouble):
    """A file that could not be written; what stood there before still stands."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a file something stands; line and column count from 1, and None means that it is not known."""

    line: int | None = None
    column: int | None = None
    field: Location = ()


class BrokenFile(FileTrouble):
    """A plan file that is refused. The file itself is never touched.

    spot: the line, column and field of the first trouble; more: how many others there are.
    """

    def __init__(self, key: str, spot: Spot = Spot(), more: int = 0, /, **values: object) -> None:
        super().__init__(key, **values)
        self.spot = spot
        self.more = more

    @property
    def line(self) -> int | None:
        """Give the line, counted from 1, where it is known."""
        return self.spot.line

    @property
    def column(self) -> int | None:
        """Give the column, counted from 1, where it is known."""
        return self.spot.column

    @property
    def field(self) -> Location:
        """Give the keys and positions that lead to the field; empty where the trouble is in no field."""
        return self.spot.field

    def sentence(self, words: Words) -> str:
        """Say where the trouble is, what was found and what was meant."""
        from .places import choices, readable

        values = dict(self.values)
        if isinstance(found := values.get("choices"), Mapping):
            values["choices"] = words.join(choices(found, words))
        said = words(self.key, **values)
        if where := self._where(words, readable(self.field, words)):
            said = words("files.at", where=where, what=said)
        if self.more:
            said = f"{said} {words('files.more' if self.more > 1 else 'files.one_more', count=self.more)}"
        return said

    def _where(self, words: Words, field: str) -> str:
        if self.line and field:
            return words("files.line_field", line=self.line, field=field)
        return words("files.line", line=self.line) if self.line else field
