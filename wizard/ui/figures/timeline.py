"""The measures on a time axis in characters; what a bar is made of says its status."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.render.figures.timeline import Bar, Tick, Timeline

from .strokes import Lines, fit, folded

FILLS = {"exists": "█", "new": "═", "expanded": "▒", "stopped": "×", "none": "─"}

OPEN, DUE, BEFORE, YEAR = "►", "◆", "·", "┊"


def draw(line: Timeline, width: int) -> Lines:
    """Draw the axis, a line for each measure."""
    label = max(24, min(46, width * 2 // 5))
    axis = width - label - 1
    lines = [f"{'':{label}} {_years(line.ticks, axis)}"]
    for band in line.bands:
        lines.append(f"{f'── {band.name} ':─<{width}}")
        lines += [row for bar in band.bars for row in _row(bar, line.ticks, label, axis)]
        if band.more:
            lines.append(f"  {band.more}")
    lines += ["─" * width, *folded(_legend(line), width)]
    return lines + (folded(line.undated, width) if line.undated else [])


def _row(bar: Bar, ticks: Sequence[Tick], label: int, axis: int) -> Lines:
    """Draw a measure, its name on two lines at most."""
    first, *rest = folded(bar.name, label)
    if len(rest) > 1:
        rest = [f"{fit(rest[0], label - 2).rstrip()} …"]
    return [
        f"{fit(first, label)} {_bar(bar, ticks, axis)}",
        *(f"{fit(one, label)} {_empty(ticks, axis)}" for one in rest),
    ]


def _legend(line: Timeline) -> str:
    bars = [bar for band in line.bands for bar in band.bars]
    signs = [f"{FILLS[status] * 3}\u00a0{name}" for status, name in line.marks]
    signs += [f"{OPEN}\u00a0{line.says['open']}"] * any(bar.end is None for bar in bars)
    signs += [f"{DUE}\u00a0{line.says['due']}"] * any(bar.begin is None for bar in bars)
    return "   ".join(sign.replace(" ", "\u00a0") for sign in signs)


def _at(place: float, width: int) -> int:
    return min(width - 1, round(place * (width - 1)))


def _years(ticks: Sequence[Tick], width: int) -> str:
    """Write the years where they begin, those that would stand too close left out."""
    text = ""
    for tick in ticks:
        at = _at(tick.at, width)
        if tick.text and (not text or at > len(text)) and at + len(tick.text) <= width:
            text = f"{text:{at}}{tick.text}"
    return f"{text:{width}}"


def _empty(ticks: Sequence[Tick], width: int) -> str:
    """Draw where the years begin."""
    years = {_at(tick.at, width) for tick in ticks if tick.text}
    return "".join(YEAR if at in years else " " for at in range(width))


def _bar(bar: Bar, ticks: Sequence[Tick], width: int) -> str:
    cells = list(_empty(ticks, width))
    begin, end = (None if place is None else _at(place, width) for place in (bar.begin, bar.end))
    if begin is None and end is not None:
        cells[:end] = [BEFORE if cell == " " else cell for cell in cells[:end]]
        cells[end] = DUE
    elif begin is not None:
        last = width - 1 if end is None else end
        cells[begin : last + 1] = FILLS[bar.status] * (last + 1 - begin)
        if end is None:
            cells[last] = OPEN
    return "".join(cells)
