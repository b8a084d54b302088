"""The stakeholder map in characters: a number in each field, and the names below. Never in room mode."""

from __future__ import annotations

from wizard.render.figures.stakeholders import Map, Spot

from .strokes import Lines, beside, fit, folded, shares

MARK = "*"
"""Stands behind the number of whoever is particularly affected."""

HIGH = 2
"""Lines of a field."""

SPLIT = 3
"""The rating after which the corners divide."""


def draw(chart: Map, width: int) -> Lines:
    """Draw the map and its list."""
    says = chart.says
    each = max(9, min(16, (width - 8) // 5))
    lines = [f"{says['influence']} ▲", _edge("┌", "┬", "┐", each, (says["backing"], says["close"]))]
    for influence in range(5, 0, -1):
        fields = [_field(chart, interest, influence, each) for interest in range(1, 6)]
        for number in range(max(HIGH, *map(len, fields))):
            row = [fit(field[number] if number < len(field) else "", each) for field in fields]
            left, right = ("┊".join(part) for part in (row[:SPLIT], row[SPLIT:]))
            lines.append(f"{influence if number == 0 else ' '} │{left}│{right}│")
        if influence == SPLIT + 1:
            lines.append(_edge("├", "┼", "┤", each, ("", "")))
    lines.append(_edge("└", "┴", "┘", each, (says["watch"], says["informed"])))
    lines.append("   " + " ".join(f"{number:^{each}}" for number in range(1, 6)))
    lines.append(f"{says['interest'] + ' ►':>{8 + 5 * each}}")
    return [*lines, *_names(chart, width)]


def _edge(left: str, middle: str, right: str, each: int, names: tuple[str, str]) -> str:
    wide, narrow = each * SPLIT + SPLIT - 1, each * (5 - SPLIT) + 4 - SPLIT
    first, second = (
        f"{f' {fit(name, min(len(name), size - 2))} ' if name else '':─^{size}}"
        for name, size in zip(names, (wide, narrow), strict=True)
    )
    return f"  {left}{first}{middle}{second}{right}"


def _field(chart: Map, interest: int, influence: int, width: int) -> Lines:
    ours = [_number(spot) for spot in chart.spots if (spot.interest, spot.influence) == (interest, influence)]
    return folded(" ".join(ours), width)


def _number(spot: Spot) -> str:
    return f"{spot.number}{MARK * spot.affected}"


def _name(spot: Spot, width: int) -> Lines:
    first, *rest = folded(spot.name, width - 5)
    return [f"{_number(spot):>4} {first}", *(f"     {line}" for line in rest)]


def _names(chart: Map, width: int) -> Lines:
    """List the names, in two columns where there is room."""
    columns = 2 if width >= 70 else 1
    widths = shares(width, columns, 2)
    per = -(-len(chart.spots) // columns)
    named = [
        [line for spot in chart.spots[at : at + per] for line in _name(spot, min(widths))]
        for at in range(0, len(chart.spots), per)
    ]
    lines = beside(named, widths[: len(named)], 2)
    marked = f"{MARK} {chart.says['affected']}" if chart.says["marked"] else ""
    return lines + [line for text in (chart.more, marked, chart.unrated) if text for line in folded(text, width)]
