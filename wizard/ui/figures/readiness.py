"""The answers before and now in characters: a hollow mark before, a filled one now, an arrow between."""

from __future__ import annotations

from wizard.render.figures.readiness import Readiness, Row

from .strokes import Lines, fit, folded

BEFORE, NOW, BOTH = "○", "●", "◉"


def draw(found: Readiness, width: int) -> Lines:
    """Draw the scale, a line for each component."""
    label = max(20, min(46, width - 34))
    scale = min(46, width - label - 1)
    places = [scale * (1 + 2 * number) // 6 for number in range(3)]
    head = [" "] * scale
    for place, name in zip(places, found.scale, strict=True):
        head[place - len(name) // 2 : place - len(name) // 2 + len(name)] = name
    lines = [f"{'':{label}} {''.join(head)}", "─" * width]
    for row in found.rows:
        first, *rest = folded(row.name, label, "  ")
        told = " → ".join(part.replace(" ", "") for part in (row.counts_before, row.counts_now) if part)
        lines.append(f"{fit(first, label)} {_scale(row, places, scale, found.says['unanswered'])}")
        lines.append(f"{fit(rest[0] if rest else '', label)} {told:^{scale}}".rstrip())
    legend = f"{BEFORE} {found.says['before']}"
    if found.compared:
        legend += f"   {NOW} {found.says['now']}   {BOTH} {found.says['before']} = {found.says['now'].lower()}"
    return [*lines, "─" * width, legend, *([found.says["counted"]] if found.says["counted"] else [])]


def _scale(row: Row, places: list[int], width: int, unanswered: str) -> str:
    cells = [" "] * width
    for place in places:
        cells[place] = "┊"
    before, now = (None if one is None else places[one] for one in (row.before, row.now))
    if before is None and now is None:
        return fit(f" {unanswered}", width)
    if before is not None and now is not None and before != now:
        low, high = sorted((before, now))
        cells[low + 1 : high] = "─" * (high - low - 1)
        cells[high - 1 if now > before else low + 1] = "►" if now > before else "◄"
    if before is not None:
        cells[before] = BEFORE
    if now is not None:
        cells[now] = BOTH if now == before else NOW
    return "".join(cells)
