"""Looks at a finished file as it lies there, by its format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from . import archive, docx, html, markdown, pdf
from .fault import Fault, letters


def _text(data: bytes) -> Iterator[Fault]:
    return letters(data.decode("utf-8-sig").replace("\r\n", "\n"))


CHECKS: Mapping[str, Callable[[bytes], Iterator[Fault]]] = {
    ".md": markdown.faults,
    ".html": html.faults,
    ".docx": docx.faults,
    ".pdf": pdf.faults,
    ".xlsx": archive.faults,
    ".csv": _text,
    ".ics": _text,
}
"""What looks at a file of each ending."""


def faults(suffix: str, data: bytes) -> tuple[Fault, ...]:
    """Tell what is wrong with a file; one that cannot be read has one fault that says so."""
    try:
        return tuple(CHECKS[suffix](data)) if suffix in CHECKS else ()
    except (ValueError, OSError, SyntaxError, KeyError, EOFError) as trouble:
        return (Fault("unreadable", {"detail": str(trouble)[:120]}),)
