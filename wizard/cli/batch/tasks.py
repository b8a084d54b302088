"""The tasks of a batch: each plan once, and what its files are named after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.language import LANGUAGES, words
from schemas.plan import Plan
from wizard.cli.inputs import Source
from wizard.cli.wishing import Piece
from wizard.files.names import safe_name
from wizard.files.trouble import FileTrouble
from wizard.render.documents import MINUTES, PLAN
from wizard.render.edition import Edition
from wizard.render.publishing import document_names

LONGEST = 60
"""How much of a plan's name goes into its files' names, so that there is room for what they are."""


@dataclass(frozen=True, slots=True)
class Task:
    """A plan whose files are to be made. data: its bytes where they are read already."""

    source: Source
    name: str
    data: bytes | None = None


def tasks(found: Iterable[Source], pieces: tuple[Piece, ...]) -> Iterator[Task]:
    """Name each plan, so that no two of them make the same file; nothing is read for it but standard input."""
    names = _Names(pieces)
    for source in found:
        data = None if source.path else source.data()
        yield Task(source, names.free(safe_name(_called(source, data)[:LONGEST])), data)


def _called(source: Source, data: bytes | None) -> str:
    """Name a plan by its file; one from standard input has none, and is named by its municipality."""
    if source.path:
        return source.path.name.partition(".")[0]
    try:
        return source.parse(data or b"").front.municipality
    except FileTrouble:
        return ""


class _Names:
    """Numbers a name whose files another plan makes: `by` again, or `by-referat` where `by` has minutes, too."""

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self.endings = _endings(pieces) if len(pieces) > 1 else None
        self.taken: set[str] = set()
        self.beginnings: set[str] = set()

    def free(self, name: str) -> str:
        """Give the name, or the first with a number that is free, and take it."""
        free, number = name, 2
        while free in self.taken or free in self.beginnings or not self.taken.isdisjoint(self._begin(free)):
            free, number = f"{name}-{number}", number + 1
        self.taken.add(free)
        self.beginnings.update(self._begin(free))
        return free

    def _begin(self, name: str) -> Iterator[str]:
        """Give the names whose plans would make a file that begins as those of this one."""
        for place, sign in enumerate(name if self.endings else ""):
            if sign == "-" and self.endings and self.endings.fullmatch(name, place):
                yield name[:place]


def _endings(pieces: tuple[Piece, ...]) -> re.Pattern[str]:
    """Know what the files of documents put behind a plan's name, in any language."""
    names: list[str] = []
    for said in map(words, LANGUAGES):
        internal = re.escape(safe_name(said("documents.names.internal")))
        for document in (piece.document for piece in pieces):
            called = "" if document is PLAN else "-" + safe_name(said(f"documents.names.{document.name}"))
            number = r"(?:-\d+)?" if document is MINUTES else ""
            names.append(f"{called}{number}(?:-{internal})?")
    return re.compile("|".join(names))


def stem(name: str, plan: Plan, piece: Piece) -> str:
    """Name a document's files, with what they are if not the plan in its public edition. Raises `NoMeeting`."""
    parts = [name]
    if piece.document is not PLAN:
        parts += document_names(plan, piece.document, piece.asked)
    if piece.document.edition(piece.edition) is Edition.INTERNAL:
        parts.append(words(plan.front.language.value)("documents.names.internal"))
    return safe_name(" ".join(parts))
