"""Publishes a plan: the files that were asked for, each written whole, in one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from schemas.language import words
from schemas.plan import Plan
from wizard.files.names import inside, safe_name
from wizard.files.whole import write_whole

from .documents import Document
from .edition import Edition
from .formats import Format
from .rendering import guard, render

AT_ONCE = 2
"""How many pandoc processes run side by side; each takes some 200 MB."""


@dataclass(frozen=True, slots=True)
class Request:
    """One file that is wished for."""

    document: Document
    format: Format
    edition: Edition


def _silent(done: int, of: int, path: Path) -> None:
    """Tell nobody."""


def publish(
    plan: Plan,
    requests: Iterable[Request],
    folder: Path,
    progress: Callable[[int, int, Path], None] = _silent,
) -> tuple[Path, ...]:
    """Print and write every file that is asked for; returns their paths in the requests' order.

    folder: made where it does not exist. progress: called with how many of how many are done, and the last one's path.
    Nothing is written where a public edition is stopped. Raises `Blocked`, `RenderTrouble`, `CannotWrite`, `OSError`.
    """
    wanted = tuple({file_name(plan, request): request for request in requests}.values())
    for edition in {request.document.edition(request.edition) for request in wanted}:
        guard(plan, edition)
    folder.mkdir(parents=True, exist_ok=True)
    paths = tuple(inside(folder, file_name(plan, request)) for request in wanted)
    for done, (path, data) in enumerate(zip(paths, _rendered(plan, wanted), strict=True), 1):
        write_whole(path, data)
        progress(done, len(wanted), path)
    return paths


def file_name(plan: Plan, request: Request) -> str:
    """Name a file by municipality, document and edition, in the plan's language: `ny-kommune-plan-intern.docx`."""
    said = words(plan.front.language.value)
    parts = [plan.front.municipality[:60], said(f"documents.names.{request.document.name}")]
    if request.document.edition(request.edition) is Edition.INTERNAL:
        parts.append(said("documents.names.internal"))
    return safe_name(" ".join(parts), request.format.suffix)


def _rendered(plan: Plan, requests: tuple[Request, ...]) -> Iterator[bytes]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(lambda one: render(plan, one.document, one.format, one.edition), requests)
