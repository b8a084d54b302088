"""What somebody wrote in Word, as the value that the field of a plan holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from schemas.dates import parse_date
from schemas.fields import Item, Marks, Model, marks
from schemas.language import Words
from schemas.paths import get, is_empty
from schemas.plan import Plan
from schemas.specs import enumeration_of
from schemas.strategy import Goal
from wizard.files.docx.model import Paragraph

from .aligning import folded
from .slices import text_of
from .source import line_source, plain, text_source

_NUMBER = re.compile(r"\d{1,3}(?:[ .]\d{3})+|\d{1,9}")
_BETWEEN = re.compile(r"\s*(?:[,;·\n]|\bog\b|\band\b)?\s*")


class Unknown(ValueError):
    """A text that the field cannot hold; `key` says what it should be."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Values:
    """Reads what was written as values of a plan.

    plan: the one that was sent, whose records the references name. renamed: what records are called in the document
    that came back, by their paths.
    """

    def __init__(self, plan: Plan, words: Words, renamed: Mapping[str, str]) -> None:
        self._plan = plan
        self._words = words
        self._renamed = renamed
        self._names: dict[str, Mapping[str, str]] = {}

    def value(self, mark: Marks, paragraphs: Sequence[Paragraph], before: Any) -> Any:
        """Give the plain value that some paragraphs are; None where they say nothing. Raises `Unknown`."""
        text = text_of(paragraphs)
        if not text:
            return None
        match mark.kind:
            case "text":
                return text_source(paragraphs, before or "")
            case "line":
                return line_source(paragraphs)
            case "lines":
                return list(_lines(paragraphs, before or ()))
            case "date":
                return _day(text)
            case "number":
                return _number(text)
            case "flag" | "choice" | "reference":
                return self._one(self._known(mark), text, mark.kind)
            case "choices" | "references":
                return list(self._several(self._known(mark), text, mark.kind))
            case _:
                raise Unknown("record")

    def _one(self, known: Mapping[str, Any], text: str, kind: str) -> Any:
        found = known.get(folded(text).casefold())
        if found is None:
            raise Unknown(kind)
        return found

    def _several(self, known: Mapping[str, Any], text: str, kind: str) -> Iterator[Any]:
        """Read several labels in a row; labels may hold commas themselves, so the longest that fits is the one."""
        rest = "\n".join(folded(line).casefold() for line in text.split("\n"))
        labels = sorted(known, key=len, reverse=True)
        while rest:
            label = next((one for one in labels if rest.startswith(one)), None)
            if label is None:
                raise Unknown(kind.removesuffix("s"))
            yield known[label]
            after = rest[len(label) :]
            rest = _BETWEEN.sub("", after, count=1)
            if rest and rest == after:
                raise Unknown(kind.removesuffix("s"))

    def _known(self, mark: Marks) -> Mapping[str, Any]:
        """Give what a closed list, a yes and no or a reference may be, by what documents call it."""
        if mark.kind == "flag":
            said = {self._words("documents.yes"): True, self._words("documents.no"): False}
            return {folded(label).casefold(): value for label, value in said.items()}
        if mark.kind in ("choice", "choices"):
            name = enumeration_of(mark).__name__
            return {folded(self._words.choice(name, one)).casefold(): one for one in mark.choices}
        place = mark.ask.to or ""
        if place not in self._names:
            names = dict(self._named(get(self._plan, place)))
            for path, name in self._renamed.items():
                if path.startswith(f"{place}["):
                    names.setdefault(folded(name).casefold(), path.rpartition("[")[2].removesuffix("]"))
            self._names[place] = names
        return self._names[place]

    def _named(self, items: Iterable[Item]) -> Iterator[tuple[str, str]]:
        for number, item in reversed(list(enumerate(items, 1))):
            if isinstance(item, Goal):
                yield folded(self._words("documents.goal", number=number)).casefold(), item.id
            if name := plain(getattr(item, naming(type(item)))):
                yield folded(name).casefold(), item.id


def naming(model: type[Model]) -> str:
    """Give the name of the field that documents call a record by."""
    return next((mark.name for mark in marks(model) if mark.kind in ("line", "text")), "")


def _lines(paragraphs: Sequence[Paragraph], before: Sequence[str]) -> Iterator[str]:
    """Read short answers: points, lines or what stands between dots; one that reads as before stays as written."""
    known = {folded(plain(one)): one for one in before}
    for paragraph in paragraphs:
        for part in _parts(paragraph):
            text = line_source((part,))
            if not is_empty(text):
                yield known.get(folded(plain(text)), text)


def _parts(paragraph: Paragraph) -> Iterator[Paragraph]:
    from .slices import cut

    text, here = paragraph.text, 0
    for found in re.finditer(r"\s+·\s+|\n", text):
        yield cut(paragraph, here, found.start())
        here = found.end()
    yield cut(paragraph, here, len(text))


def _day(text: str) -> str:
    found = parse_date(folded(text))
    if found is None:
        raise Unknown("date")
    return found.isoformat()


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise Unknown("number")
    return int(re.sub(r"\D", "", text))
