"""Text that stands in the documents' Markdown exactly as it was typed: nothing in it is markup."""

from __future__ import annotations

import re
from typing import Self

from markupsafe import Markup

from schemas.signs import clean

DIALECT = (
    "commonmark_x-raw_html-raw_attribute-smart-emoji-tex_math_dollars-subscript-superscript-fancy_lists-alerts"
    "-yaml_metadata_block-definition_lists-footnotes-strikeout-task_lists-implicit_header_references"
)
"""The Markdown our templates are written in, by pandoc's name: only what they use."""

_ALWAYS = re.compile(r"[\\`*_{}\[\]<>|~^$&#!]")
_AT_START = re.compile(r"[-+=:%@(\"'.,;/?]|\d{1,9}(?=[.)])")
_SPACES = re.compile(r"[ \t\n]+")


class Markdown(Markup):
    """Markdown that is ours: written by a template, or by `escape` and its like from an answer."""

    def __new__(cls, text: str = "") -> Self:
        """Make it of a text alone, without asking whether that is anything else."""
        return str.__new__(cls, text)


def one_line(text: str) -> str:
    """Lay a text on one line, with single spaces; spaces that hold words together stay."""
    return _spaced(text).strip()


def _spaced(text: str) -> str:
    """Clean a text and lay it on one line with single spaces."""
    text = clean(text)
    # Most texts are one line already, and looking costs a tenth of replacing nothing.
    return text if text.isprintable() and "  " not in text else _SPACES.sub(" ", text)


def escape(text: str) -> Markdown:
    """Write a text on one line of Markdown so that it is read back letter by letter."""
    return Markdown(start(guarded(one_line(text))))


def run(text: str) -> str:
    """Escape a run inside a line, where its spaces at both ends count."""
    return guarded(_spaced(text))


def guarded(text: str) -> str:
    """Guard every sign that would be a mark, wherever it stands."""
    return _ALWAYS.sub(_guard, text)


def _guard(mark: re.Match[str]) -> str:
    return f"\\{mark[0]}"


def start(line: str) -> str:
    """Guard what would begin a list, a rule or a block; a number is guarded at the mark behind it."""
    line = line.strip()
    if not (found := _AT_START.match(line)):
        return line
    end = found.end()
    return f"{line[:end]}\\{line[end:]}" if line[0].isdigit() else f"\\{line}"
