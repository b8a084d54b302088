"""The colours of a PNG on one line, each a number: so that soft edges are numbers between two of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from .style import GREY, INK, LIGHT, LINE, PALE, RED, SHADE, WARNING, WHITE

Rgb = tuple[int, int, int]

PAPER = 160
"""The place of white: what is dark or blue lies below it by its lightness, what is red above."""

_FIXED = {
    INK: 0, GREY: 51, LINE: 87, LIGHT: 124, PALE: 128, SHADE: 151, WHITE: PAPER, WARNING: 168, RED: 255,
}  # fmt: skip
"""The places of the colours that every figure has."""

_DARKEST, _LIGHTEST = 26, 255
"""The lightness of ink and of paper."""


@lru_cache(16)
def places(accent: str) -> Mapping[str, int]:
    """Give the place of each colour on the line."""
    if accent in _FIXED:
        return _FIXED
    red, green, blue = _rgb(accent)
    light = (299 * red + 587 * green + 114 * blue) / 1000
    place = min(PAPER - 1, max(1, round((light - _DARKEST) / (_LIGHTEST - _DARKEST) * PAPER)))
    return {accent: place + (place in _FIXED.values()), **_FIXED}


@lru_cache(16)
def palette(accent: str) -> bytes:
    """Give what stands at each of the 256 places, as red, green and blue."""
    anchors = sorted((place, _rgb(colour)) for colour, place in places(accent).items())
    found: list[Rgb] = []
    for (low, first), (high, last) in pairwise(anchors):
        for place in range(low, high):
            colour = _between(first, last, (place - low) / (high - low))
            neutral = _between(_rgb(INK), _rgb(WHITE), place / PAPER)
            # The edges of both blue and black letters: so they are half as blue as what lies on both sides.
            found.append(colour if place == low or place >= PAPER else _between(colour, neutral, 0.5))
    return b"".join(map(bytes, (*found, anchors[-1][1])))


def _between(one: Rgb, other: Rgb, part: float) -> Rgb:
    red, green, blue = (round(low + (high - low) * part) for low, high in zip(one, other, strict=True))
    return red, green, blue


def _rgb(colour: str) -> Rgb:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
