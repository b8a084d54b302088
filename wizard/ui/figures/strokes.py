"""Boxes and lines of characters; every line of a drawing is as wide as it says, also where letters are two wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap

from rich.cells import cell_len, set_cell_size

from wizard.render.together import held
from wizard.ui.printable import printable

Lines = list[str]

THIN, HEAVY, LOOSE = "┌─┐│└┘", "┏━┓┃┗┛", "┌╌┐╎└┘"
"""The corners and sides of frames: an ordinary one, one that must be seen, and one of those called in when needed."""


def fit(text: str, width: int) -> str:
    """Make a text just so wide; where something is cut it ends in three dots."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(f"{set_cell_size(text, width - 1).rstrip()}…", width)


def centred(text: str, width: int) -> str:
    """Put a text in the middle of a width."""
    return fit(" " * max(0, (width - cell_len(text)) // 2) + text, width)


def folded(text: str, width: int, indent: str = "") -> Lines:
    """Break a text into lines of a width; later ones are set in."""
    lines = wrap(held(printable(text)), width, subsequent_indent=indent, break_on_hyphens=False)
    return [fit(line, width).rstrip() for line in lines]


def framed(lines: Iterable[str], width: int, title: str = "", frame: str = THIN) -> Lines:
    """Put a frame around lines, with a title in its upper edge."""
    left, flat, right, side, below_left, below_right = tuple(frame)
    inner = width - 4
    name = fit(title, min(cell_len(title), inner - 2)) if title else ""
    head = f"{left}{flat} {name} " if name else left
    top = f"{head}{flat * (width - cell_len(head) - 1)}{right}"
    return [
        top,
        *(f"{side} {fit(line, inner)} {side}" for line in lines),
        f"{below_left}{flat * (width - 2)}{below_right}",
    ]


def beside(columns: Sequence[Lines], widths: Sequence[int], gap: int = 1) -> Lines:
    """Put blocks side by side; the shorter ones are filled with space."""
    most = max(map(len, columns), default=0)
    padded = [
        [fit(line, width) for line in (*column, *[""] * (most - len(column)))]
        for column, width in zip(columns, widths, strict=True)
    ]
    return [(" " * gap).join(row) for row in zip(*padded, strict=True)]


def shares(width: int, count: int, gap: int = 1) -> list[int]:
    """Part a width among some blocks side by side."""
    each, rest = divmod(width - gap * (count - 1), count)
    return [each + (number < rest) for number in range(count)]


def down(width: int, count: int = 1, gap: int = 1) -> Lines:
    """Draw arrows that point down, one in the middle of each block side by side."""
    return ["".join(f"{'▼':^{share}}" + " " * gap for share in shares(width, count, gap))[:width]]
