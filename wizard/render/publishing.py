"""Publishes a plan: the files that were asked for, each written whole, in one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from schemas.language import words
from schemas.plan import Plan
from wizard.files.names import inside, safe_name
from wizard.files.whole import write_whole

from .asked import PLAINLY, Asked
from .documents import MINUTES, Document
from .edition import Edition
from .formats import Format
from .look import PLAIN, Look
from .minutes import chosen_meeting
from .rendering import Text, printed, write
from .trouble import NoDates, RenderTrouble

AT_ONCE = 2
"""How many pandoc processes run side by side; each takes some 200 MB."""


@dataclass(frozen=True, slots=True)
class Request:
    """One file that is wished for."""

    document: Document
    format: Format
    edition: Edition
    asked: Asked = PLAINLY
    look: Look = PLAIN


def _silent(*told: object) -> None:
    """Tell nobody."""


def publish(
    plan: Plan,
    requests: Iterable[Request],
    folder: Path,
    progress: Callable[[int, int, Path], None] = _silent,
    left_out: Callable[[Document, RenderTrouble], None] = _silent,
) -> tuple[Path, ...]:
    """Print and write every file that is asked for; returns their paths in the requests' order.

    folder: made where it does not exist. progress: called with how many of how many are done, and the last one's path.
    left_out: called with a document that the plan has nothing to make of, and why; the others are made.
    Nothing is written where a public edition is stopped, or where nothing is left to be made. Raises `Blocked`,
    `RenderTrouble`, `CannotWrite`, `OSError`.
    """
    texts = _texts(plan, {file_name(plan, request): request for request in requests}, left_out)
    folder.mkdir(parents=True, exist_ok=True)
    paths = tuple(inside(folder, name) for name in texts)
    for done, (path, data) in enumerate(zip(paths, _printed(texts.values()), strict=True), 1):
        write_whole(path, data)
        progress(done, len(texts), path)
    return paths


def file_name(plan: Plan, request: Request) -> str:
    """Name a file by municipality, document and edition, in the plan's language: `ny-kommune-plan-intern.docx`.

    Minutes of one meeting bear its number, so that they do not take each other's place.
    """
    said = words(plan.front.language.value)
    parts = [plan.front.municipality[:60], *document_names(plan, request.document, request.asked)]
    if request.document.edition(request.edition) is Edition.INTERNAL:
        parts.append(said("documents.names.internal"))
    return safe_name(" ".join(parts), request.format.suffix)


def document_names(plan: Plan, document: Document, asked: Asked) -> tuple[str, ...]:
    """Name a document for a file's name, in the plan's language. Raises `NoMeeting`."""
    name = words(plan.front.language.value)(f"documents.names.{document.name}")
    if document is MINUTES and (plan.workshop.sessions or asked.session):
        return name, str(chosen_meeting(plan, asked.session) + 1)
    return (name,)


def _texts(
    plan: Plan, wanted: Mapping[str, Request], left_out: Callable[[Document, RenderTrouble], None]
) -> dict[str, tuple[Text, Format]]:
    """Write each document that is wished for, once for all its formats, by the names of its files."""
    written: dict[str, Text] = {}
    lacking: dict[str, NoDates] = {}
    for name, one in wanted.items():
        if (stem := _stem(name, one)) in written or stem in lacking:
            continue
        try:
            written[stem] = write(plan, one.document, one.edition, one.asked, one.look)
        except NoDates as trouble:
            lacking[stem] = trouble
            left_out(one.document, trouble)
    if lacking and not written:
        raise next(iter(lacking.values()))
    return {name: (written[stem], one.format) for name, one in wanted.items() if (stem := _stem(name, one)) in written}


def _stem(name: str, request: Request) -> str:
    return name.removesuffix(request.format.suffix)


def _printed(texts: Iterable[tuple[Text, Format]]) -> Iterator[bytes]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(lambda one: printed(*one), texts)
