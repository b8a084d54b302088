"""Small shapes and words as masks with soft edges, each made once: what a PNG is put together from."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor

from PIL import Image, ImageDraw
from PIL.Image import Image as Mask

from .letters import advances, face

FINE = 4
"""How many times as large a shape is drawn, to be made smaller: so its edges become soft."""

Points = tuple[tuple[float, float], ...]

_STEPS = [round(value / 17) * 17 for value in range(256)]
"""Sixteen steps between light and dark: more are not seen, and cost a third of a file."""

_EMPTY = Image.new("L", (1, 1))


@lru_cache(512)
def polygon(points: Points) -> Mask:
    """Give a filled shape; its points, in dots, lie at the right of and below 0."""
    wide, high = (ceil(max(point[axis] for point in points)) + 1 for axis in (0, 1))
    fine = Image.new("L", (wide * FINE, high * FINE))
    ImageDraw.Draw(fine).polygon([(x * FINE - 0.5, y * FINE - 0.5) for x, y in points], fill=255)
    return _soft(fine)


@lru_cache(512)
def stroke(points: Points, weight: float) -> Mask:
    """Give a line through several points, round at its ends and corners."""
    wide, high = (ceil(max(point[axis] for point in points) + weight) + 1 for axis in (0, 1))
    fine = Image.new("L", (wide * FINE, high * FINE))
    drawn = ImageDraw.Draw(fine)
    places = [(x * FINE, y * FINE) for x, y in points]
    drawn.line(places, fill=255, width=round(weight * FINE), joint="curve")
    half = weight * FINE / 2
    for x, y in (places[0], places[-1]):
        drawn.ellipse((x - half, y - half, x + half, y + half), fill=255)
    return _soft(fine)


@lru_cache(256)
def ellipse(left: float, top: float, size: float, half: bool) -> Mask:
    """Give a disc in a square of `size` dots that lies at the right of and below 0; or its left half."""
    side = ceil(max(left, top) + size) + 1
    fine = Image.new("L", (side * FINE, side * FINE))
    drawn = ImageDraw.Draw(fine)
    place = (left * FINE, top * FINE, (left + size) * FINE - 1, (top + size) * FINE - 1)
    if half:
        drawn.pieslice(place, 90, 270, fill=255)
    else:
        drawn.ellipse(place, fill=255)
    return _soft(fine)


@lru_cache(64)
def corner(radius: float) -> Mask:
    """Give the upper left quarter of a disc."""
    side = ceil(radius)
    fine = Image.new("L", (side * FINE, side * FINE))
    ImageDraw.Draw(fine).ellipse((0, 0, 2 * radius * FINE - 1, 2 * radius * FINE - 1), fill=255)
    return _soft(fine)


@lru_cache(64)
def hatching(wide: int, high: int, gap: int, weight: float) -> Mask:
    """Give slanted lines."""
    fine = Image.new("L", (wide * FINE, high * FINE))
    drawn = ImageDraw.Draw(fine)
    for at in range(gap * FINE // 2, (wide + high) * FINE, gap * FINE):
        drawn.line((at - high * FINE, high * FINE, at, 0), fill=255, width=round(weight * FINE))
    return _soft(fine)


@lru_cache(8192)
def word(said: str, bold: bool, italic: bool, size: int, shift: int) -> tuple[Mask, int, int, float]:
    """Give a word, where its mask lies from its beginning on the baseline, and its width as a part of the type's size.

    size: of its type, in quarters of a dot. shift: how many quarters of a dot it begins to the right of a whole one.
    """
    pen, widths = shift / FINE, advances(bold, italic)
    wide = sum(map(widths.__getitem__, said))
    placed: list[tuple[Mask, int, int]] = []
    for letter in said:
        whole = floor(pen + 1 / (2 * FINE))
        mask, left, top = glyph(letter, bold, italic, size, min(FINE - 1, max(0, round((pen - whole) * FINE))))
        if mask is not _EMPTY:
            placed.append((mask, whole + left, top))
        pen += widths[letter] * size / FINE
    if not placed:
        return _EMPTY, 0, 0, wide
    first, high = min(left for _, left, _ in placed), min(top for _, _, top in placed)
    last = max(left + mask.width for mask, left, _ in placed)
    low = max(top + mask.height for mask, _, top in placed)
    whole_word = Image.new("L", (last - first, low - high))
    for mask, left, top in placed:
        whole_word.paste(255, (left - first, top - high), mask)
    return whole_word, first, high, wide


@lru_cache(8192)
def glyph(letter: str, bold: bool, italic: bool, size: int, shift: int) -> tuple[Mask, int, int]:
    """Give a letter as `word` gives a word."""
    font = face(bold, italic, size)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(letter, anchor="ls"))
    if right <= left or bottom <= top:
        return _EMPTY, 0, 0
    first, high = (left + shift) // FINE, top // FINE
    wide, tall = -(-(right + shift) // FINE) - first, -(-bottom // FINE) - high
    fine = Image.new("L", (wide * FINE, tall * FINE))
    ImageDraw.Draw(fine).text((shift - first * FINE, -high * FINE), letter, font=font, fill=255, anchor="ls")
    return _soft(fine), first, high


def _soft(fine: Mask) -> Mask:
    """Make what was drawn too large as large as it is to be."""
    return fine.reduce(FINE).point(_STEPS)
