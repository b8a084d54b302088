"""Markdown to finished files by the pandoc that was installed with the program, one process a file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from wizard.process import ProcessTrouble, run

from .escape import DIALECT
from .folder import templates
from .formats import Format
from .trouble import RenderTrouble

SECONDS = 60
"""How long one file may take."""

HEAP = "1g"
"""How much memory pandoc may use; a document that wants more is refused, not swapped."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be made.

    page: whether it keeps to one sheet, with closer styles.
    metadata: plain strings by name, escaped by the writer.
    folder: where the template and the styles lie; ours unless a look has its own.
    """

    markdown: str
    format: Format
    page: bool
    metadata: Mapping[str, str]
    folder: Path | None = None


@cache
def program() -> Path:
    """Find the bundled pandoc; never the one that happens to be on the PATH. Raises `RenderTrouble`."""
    # The wheel is only a box for the program: importing it would cost 50 ms and bring nothing.
    wheel = find_spec("pypandoc")
    folder = Path(wheel.origin).parent / "files" if wheel and wheel.origin else Path()
    for name in ("pandoc", "pandoc.exe"):
        if (folder / name).is_file():
            return folder / name
    raise RenderTrouble("no_pandoc")


def convert(job: Job) -> bytes:
    """Make a file; raises `RenderTrouble` where pandoc fails or takes too long."""
    try:
        result = run([program(), *arguments(job)], input=job.markdown.encode(), timeout=SECONDS)
    except ProcessTrouble as trouble:
        key = "too_slow" if trouble.key.endswith("too_slow") else "no_pandoc"
        raise RenderTrouble(key, seconds=SECONDS) from trouble
    if result.code != 0:
        raise RenderTrouble("failed", detail=result.errors.decode(errors="replace").strip()[:400])
    return result.output


def arguments(job: Job) -> tuple[str, ...]:
    """Give pandoc's arguments for a file; it reads nothing but its own templates and writes to its output."""
    return tuple(_arguments(job))


def _arguments(job: Job) -> Iterator[str]:
    folder = job.folder or templates()
    yield from ("+RTS", f"-M{HEAP}", "-RTS", "--sandbox", f"--data-dir={os.devnull}")
    yield from (f"--from={DIALECT}", f"--to={job.format.writer}", "--output=-", "--wrap=none")
    yield f"--lua-filter={templates() / 'filter.lua'}"
    if job.format.template:
        yield from ("--standalone", f"--template={folder / job.format.template}")
    if job.format.reference:
        yield f"--reference-doc={folder / ('page-' * job.page + job.format.reference)}"
    for name, value in job.metadata.items():
        yield f"--metadata={name}={value}"
