"""The tasks of a batch: each plan once, and what its files are named after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.language import words
from schemas.plan import Plan
from wizard.cli.inputs import Source
from wizard.cli.wishing import Wish
from wizard.files.names import safe_name
from wizard.files.trouble import FileTrouble
from wizard.render.documents import PLAN
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


def tasks(found: Iterable[Source]) -> Iterator[Task]:
    """Name each plan, so that no two of them make the same file; nothing is read for it but standard input."""
    taken: set[str] = set()
    for source in found:
        data = None if source.path else source.data()
        yield Task(source, _unique(safe_name(_called(source, data)[:LONGEST]), taken), data)


def _called(source: Source, data: bytes | None) -> str:
    """Name a plan by its file; one from standard input has none, and is named by its municipality."""
    if source.path:
        return source.path.name.partition(".")[0]
    try:
        return source.parse(data or b"").front.municipality
    except FileTrouble:
        return ""


def _unique(name: str, taken: set[str]) -> str:
    """Number a name that another plan of the batch has taken already."""
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free


def stem(name: str, plan: Plan, wish: Wish) -> str:
    """Name a plan's files, with what they are if not the plan in its public edition. Raises `NoMeeting`."""
    parts = [name]
    if wish.document is not PLAN:
        parts += document_names(plan, wish.document, wish.asked)
    if wish.document.edition(wish.edition) is Edition.INTERNAL:
        parts.append(words(plan.front.language.value)("documents.names.internal"))
    return safe_name(" ".join(parts))
