"""The path of a concern in characters; the exit stands on top, and a dotted rail leads to it from every step."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.render.figures.path import Leg, Path, Stop

from .strokes import HEAVY, LOOSE, Lines, beside, centred, down, fit, folded, framed, shares

RAIL = 5
"""Columns at the right that the rail takes."""


def draw(path: Path, width: int) -> Lines:
    """Draw the path."""
    main = width - RAIL
    says = path.says
    exit = framed([line for said in path.acute for line in folded(said, width - 4, "  ")], width, says["acute"], HEAVY)
    exit[-1] = exit[-1][: main + 2] + "▲" + exit[-1][main + 3 :]
    blocks = [_doors(path, main), *_blocks(path.legs, main, says)]
    lines = [f"{'':{main + 2}}┊", f"{says['any_time']:>{main}}  ┊"]
    for number, (block, ways) in enumerate(blocks):
        if number:
            lines += [f"{line:{main}}  ┊" for line in down(main, max(ways, blocks[number - 1][1]))]
        lines += _railed(block, main, 2 if number and ways == 2 else 1, last=number == len(blocks) - 1)
    return [*exit, *lines, *down(main), f"{path.more or says['end']:^{main}}"]


def _railed(block: Lines, main: int, exit: int, last: bool) -> Lines:
    """Lead from a line of a block to the rail; below that of the last block there is no rail any more."""
    rails = ["  ┊"] * exit + ["╌╌┘" if last else "╌╌┤"] + ["" if last else "  ┊"] * len(block)
    return [f"{fit(line, main)}{rail}" for line, rail in zip(block, rails, strict=False)]


def _doors(path: Path, width: int) -> tuple[Lines, int]:
    """Draw the ways in side by side."""
    doors = path.doors
    if not doors:
        return framed([path.says["door"]], width), 1
    widths = shares(width, len(doors))
    pairs = zip(doors, widths, strict=True)
    return beside([framed(folded(one.meets, each - 4), each, one.whom) for one, each in pairs], widths), len(doors)


def _blocks(legs: Sequence[Leg], width: int, says: dict[str, str]) -> list[tuple[Lines, int]]:
    """Draw each step or fork, and tell how many lanes it has."""
    blocks: list[tuple[Lines, int]] = []
    for leg in legs:
        if leg.all:
            blocks += [(_stop(stop, width, says), 1) for stop in leg.all]
        else:
            widths = shares(width, 2)
            lanes = ((says["under_18"], leg.under_18), (says["adult"], leg.adult))
            drawn = [_lane(*lane, each, says) for lane, each in zip(lanes, widths, strict=True)]
            blocks.append((beside(drawn, widths), 2))
    return blocks


def _lane(name: str, stops: Sequence[Stop], width: int, says: dict[str, str]) -> Lines:
    lines = [centred(f"» {name} «", width)]
    if not stops:
        return [*lines, *framed(folded(says["nothing"], width - 4), width, frame=LOOSE)]
    for number, stop in enumerate(stops):
        lines += (down(width) if number else []) + _stop(stop, width, says)
    return lines


def _stop(stop: Stop, width: int, says: dict[str, str]) -> Lines:
    inner = width - 4
    lines = folded(f"{stop.number} {stop.name}", inner, "  ")
    for text in (
        stop.who,
        stop.limit and f"{says['limit']}: {stop.limit}",
        stop.to and f"{says['to']}: {stop.to}",
    ):
        if text:
            lines += [f"  {line}" for line in folded(text, inner - 2)]
    return framed(lines, width)
