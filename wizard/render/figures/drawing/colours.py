"""The colours of a PNG on one line, each a number: so that soft edges are numbers between two of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from .style import GREY, INK, LIGHT, LINE, PALE, RED, SHADE, WARNING, WHITE

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
    found = bytearray()
    for (low, first), (high, last) in pairwise(anchors):
        for place in range(low, high):
            part = (place - low) / (high - low)
            found += bytes(round(a + (b - a) * part) for a, b in zip(first, last, strict=True))
    return bytes(found + bytes(anchors[-1][1]))


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
