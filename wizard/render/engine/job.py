"""One file to be made by pandoc, and what it answers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wizard.render.folder import templates
from wizard.render.formats import Format

ASKED = ("table-word", "foreign", "foreign-lang")
"""What the metadata asks of our filter and no template prints."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be made.

    page: whether it keeps to one sheet, with closer styles.
    metadata: plain strings by name, escaped by the writer; `table-word` stands before the number of each table, the
    phrases of `foreign`, with bars between, are marked as of `foreign-lang`.
    folder: where the template and the styles lie; ours unless a look has its own.
    pictures: the names in the Markdown of the pictures that the document may hold; they come into the file afterwards.
    """

    markdown: str
    format: Format
    page: bool
    metadata: Mapping[str, str]
    folder: Path | None = None
    pictures: tuple[str, ...] = ()

    @property
    def _folder(self) -> Path:
        return self.folder or templates()

    @property
    def template(self) -> str:
        """Give the file of pandoc's template for the whole; empty for none."""
        return str(self._folder / self.format.template) if self.format.template else ""

    @property
    def reference(self) -> str:
        """Give the file whose styles are taken over; empty for none."""
        name = self.format.reference
        return str(self._folder / ("page-" * self.page + name)) if name else ""


@dataclass(frozen=True, slots=True)
class Made:
    """What pandoc has made of a job.

    file: the bytes of the file. Of a Word file they may be a case for many documents, see `wizard/render/package.py`:
    body: the text that belongs in it, as Word's XML; None where the file is whole.
    lists: of each list in that text, which of the case's kinds it is, counted from one.
    """

    file: bytes
    body: bytes | None = None
    lists: tuple[int, ...] = ()


def question(job: Job) -> tuple[bytes, bytes]:
    """Write a job as the parts that a worker is asked with: a head, and the Markdown."""
    head = {
        "format": job.format.writer,
        "template": job.template,
        "reference": job.reference,
        "word": job.metadata.get("table-word", ""),
        "foreign": job.metadata.get("foreign", ""),
        "lang": job.metadata.get("foreign-lang", ""),
        "meta": {name: value for name, value in job.metadata.items() if name not in ASKED},
        "pictures": job.pictures,
    }
    return json.dumps(head).encode(), job.markdown.encode()


def answer(parts: Sequence[bytes]) -> Made:
    """Read the parts that a worker has answered with."""
    if len(parts) == 1:
        return Made(parts[0])
    file, body, lists = parts
    return Made(file, body, tuple(map(int, lists.split())))
