"""The organisation in characters: tiers below one another."""

from __future__ import annotations

from wizard.render.figures.organisation import Box, Organisation

from .strokes import HEAVY, LOOSE, THIN, Lines, beside, centred, down, folded, framed, shares

NARROW = 44
"""Columns of a box that holds one role alone."""


def draw(chart: Organisation, width: int) -> Lines:
    """Draw the chart; where boxes side by side would be too narrow they stand below one another."""
    lines: Lines = []
    for number, tier in enumerate(chart.tiers):
        main = len(chart.tiers) > 2 and number == len(chart.tiers) - 2
        count = len(tier)
        lines += _spread(width, count) if number else []
        if count == 1:
            lines += _alone(tier[0], width, HEAVY if main else THIN)
        else:
            widths = shares(width, count)
            lines += beside([_box(box, each, THIN) for box, each in zip(tier, widths, strict=True)], widths)
    return lines


def _spread(width: int, count: int) -> Lines:
    """Draw what leads from one box to those below it."""
    if count == 1:
        return down(width)
    arrows = down(width, count)[0]
    places = [at for at, sign in enumerate(arrows) if sign == "▼"]
    across = [" "] * width
    across[places[0] : places[-1] + 1] = "─" * (places[-1] + 1 - places[0])
    for place in places[1:-1]:
        across[place] = "┬"
    across[places[0]], across[places[-1]] = "┌", "┐"
    middle = places[count // 2] if count % 2 else (places[0] + places[-1]) // 2
    across[middle] = "┼" if count % 2 else "┴"
    return ["".join(across), arrows]


def _alone(box: Box, width: int, frame: str) -> Lines:
    each = NARROW if len(box.people) == 1 and width > NARROW else width
    return [centred(line, width) for line in _box(box, each, frame)]


def _box(box: Box, width: int, frame: str) -> Lines:
    inner = width - 4
    lines: Lines = []
    for one in box.people:
        bullet = "• " if len(box.people) > 1 and not one.part else ""
        text = f"{one.part}: {one.role}" if one.part else f"{bullet}{one.role}"
        lines += folded(text, inner, "  ")
    lines += folded(box.more, inner) + folded(box.note, inner, "  ")
    return framed(lines, width, box.name, LOOSE if box.loose else frame)
