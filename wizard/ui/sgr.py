"""From one look of a cell to another, in as few bytes as it takes."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

TEXT = {38, 39, *range(30, 38), *range(90, 98)}
GROUND = {48, 49, *range(40, 48), *range(100, 108)}
LENGTHS = {"2": 3, "5": 1}
"""How many numbers a colour of 24 and of 8 bits has."""


class Look(NamedTuple):
    """What SGR parameters set: attributes such as bold, the colour of the text and that of the ground."""

    attributes: tuple[str, ...]
    text: str
    ground: str


@lru_cache(maxsize=4096)
def change(old: str | None, new: str) -> str:
    """Give the sequence that turns the parameters that are on into others; None where it is not known what is on."""
    if old is not None:
        was, wanted = look(old), look(new)
        colours = [b for a, b in zip(was[1:], wanted[1:], strict=True) if a != b]
        if was.attributes == wanted.attributes and all(colours) and colours:
            return f"\x1b[{';'.join(colours)}m"
    return f"\x1b[0;{new}m" if new else "\x1b[m"


@lru_cache(maxsize=1024)
def look(parameters: str) -> Look:
    """Tell apart what parameters set."""
    attributes, text, ground = [], "", ""
    waiting = iter(parameters.split(";") if parameters else ())
    for one in waiting:
        if one in ("38", "48"):
            kind = next(waiting)
            colour = ";".join([one, kind, *(next(waiting) for _ in range(LENGTHS[kind]))])
        else:
            colour = one
        if int(one) in TEXT:
            text = colour
        elif int(one) in GROUND:
            ground = colour
        else:
            attributes.append(one)
    return Look(tuple(attributes), text, ground)
