"""Many plans as a table of text that fits eighty columns, two rows a plan."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size

from schemas.language import Words
from schemas.overview import Line, Tally
from schemas.signs import message
from wizard.files.plan_names import PLAN_SUFFIXES

COLUMNS = 80
FIRST = ("municipality", "status", "adopted", "revision")
FIRST_WIDTHS = (28, 15, 11, 24)
SECOND = ("matrix", "benefits", "gaps", "changed", "file")
SECOND_WIDTHS = (13, 12, 14, 11, 28)
INDENT = "  "


def table(lines: Sequence[Line], said: Words) -> Iterator[str]:
    """Write lines in their order, the summary on top; no row is wider than `COLUMNS`, wide letters counted as two."""
    from wizard.render.overview import cells, short_names, summary  # this is where Jinja comes in

    yield from textwrap.wrap(" ".join(summary(Tally.of(lines), said)), COLUMNS)
    read = [one for one in lines if not one.trouble]
    names = short_names([one.file for one in lines])
    if read:
        yield ""
        yield _row([said(f"overview.head.{name}") for name in FIRST], FIRST_WIDTHS)
        yield INDENT + _row([said(f"overview.head.{name}") for name in SECOND], SECOND_WIDTHS)
        yield "─" * COLUMNS
    for one in read:
        written = cells(one, said)
        yield _row(written[: len(FIRST)], FIRST_WIDTHS)
        yield INDENT + _row([*written[len(FIRST) :], _bare(names[one.file])], SECOND_WIDTHS)
    if read:
        yield ""
        yield from textwrap.wrap(said("overview.legend"), COLUMNS)
    yield from _broken(lines, said)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Set cells side by side, each cut to its width with a space behind; the last one may fill its own."""
    last = len(cells) - 1
    pairs = enumerate(zip(cells, widths, strict=True))
    return "".join(_fitted(message(text), width, number < last) for number, (text, width) in pairs).rstrip()


def _fitted(text: str, width: int, gap: bool) -> str:
    room = width - gap
    cut = text if cell_len(text) <= room else set_cell_size(text, room - 1).rstrip() + "…"
    return set_cell_size(cut, width)


def _bare(name: str) -> str:
    suffix = next((one for one in PLAN_SUFFIXES if name.endswith(one)), "")
    return name.removesuffix(suffix)


def _broken(lines: Sequence[Line], said: Words) -> Iterator[str]:
    """Name the files that are no plans, each with why."""
    broken = [one for one in lines if one.trouble]
    if broken:
        yield ""
        yield said("overview.unread")
    for one in broken:
        text = message(f"{one.file}: {one.trouble}")
        yield from textwrap.wrap(text, COLUMNS, initial_indent=INDENT, subsequent_indent=INDENT * 2)
