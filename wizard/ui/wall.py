"""Text set for a wall: large by space, since a terminal has letters of one size only."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

from rich.cells import cell_len

NEAR, HALL = (110, 36), (150, 44)
"""Columns and lines from which a screen has room for wide lines, and for letters with space between them."""

DOT = " · "
"""Stands between the fields of a record."""


@dataclass(frozen=True, slots=True)
class Wall:
    """A screen on a wall.

    width: the columns a question is set in. measure: those an answer is read in.
    airy: whether lines have one between them. spaced: whether letters have, too.
    """

    width: int
    measure: int
    airy: bool
    spaced: bool

    @classmethod
    def of(cls, columns: int, lines: int) -> Wall:
        """Give what a screen of a size has room for."""
        spaced = columns >= HALL[0] and lines >= HALL[1]
        airy = spaced or (columns >= NEAR[0] and lines >= NEAR[1])
        width, measure = (128, 92) if spaced else (84, 76) if airy else (64, 60)
        return cls(min(columns - 8, width), min(columns - 12, measure), airy, spaced)

    def large(self, text: str) -> str:
        """Set a question, or what is as short, as large as there is room for, in lines of about the same length."""
        lines = _even(text, self.width // 2 if self.spaced else self.width - 16)
        return ("\n\n" if self.airy else "\n").join(map(self._wide, lines))

    def calm(self, paragraphs: tuple[str, ...], lines: int) -> str:
        """Set an answer within some lines: with a free one between them where they fit so, else between paragraphs."""
        set_out = [_lines(one, self.measure) for one in paragraphs]
        if sum(map(len, set_out)) == 1 and 2 * len(set_out[0][0]) <= self.width:
            return self._wide(set_out[0][0])
        if self.airy and 2 * sum(map(len, set_out)) + len(set_out) <= lines:
            return "\n\n\n".join("\n\n".join(one) for one in set_out)
        return "\n\n".join("\n".join(one) for one in set_out)

    def _wide(self, line: str) -> str:
        """Put a space between letters, unless some belong to the one before them."""
        return " ".join(line) if self.spaced and all(cell_len(letter) == 1 for letter in line) else line


def _even(text: str, width: int) -> list[str]:
    """Break a text into as few lines as the width allows, none of them much shorter than the others."""
    most = len(wrap(text, width))
    narrow = next(fewer for fewer in range(1, width + 1) if fewer == width or len(wrap(text, fewer)) <= most)
    return wrap(text, narrow)


def _lines(paragraph: str, width: int) -> list[str]:
    """Break a paragraph at its own lines and at the width; what goes on is set in below its number."""
    first, *rest = paragraph.split("\n")
    number = first.partition(" ")[0] if first[:1].isdigit() and ". " in first[:5] else ""
    indent = " " * (len(number) + 1) if number else ""
    broken = wrap(first, width, subsequent_indent=indent, break_on_hyphens=False)
    for line in rest:
        for packed in _packed(line.split(DOT), width - len(indent)):
            broken += wrap(packed, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
    return broken


def _packed(pieces: list[str], width: int) -> list[str]:
    """Put pieces on lines so that none is broken that fits on one."""
    lines = [pieces[0]]
    for piece in pieces[1:]:
        joined = f"{lines[-1]}{DOT}{piece}"
        lines[-1:] = [joined] if cell_len(joined) <= width else [lines[-1], piece]
    return lines
