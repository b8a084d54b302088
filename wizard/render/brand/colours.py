"""Contrast as WCAG 2.1 reckons it, and the nearest colour that has enough of it."""

from __future__ import annotations

import colorsys
import re

TEXT, GRAPHIC = 4.5, 3.0
"""The least contrast of text, and of lines and large type: success criteria 1.4.3 and 1.4.11."""

WHITE = "#ffffff"
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_STEPS = 400


def is_colour(text: str) -> bool:
    """Tell whether a text is a colour as `#rrggbb`, in small letters."""
    return _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """Reckon the contrast of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def nearest(colour: str, needed: float, ground: str = WHITE) -> str:
    """Darken a colour, with its hue kept, until it stands out from a light ground as much as is needed."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    found = colour
    for step in range(_STEPS + 1):
        if contrast(found, ground) >= needed:
            break
        red, green, blue = colorsys.hls_to_rgb(hue, light * (1 - step / _STEPS), saturation)
        found = _written(red * 255, green * 255, blue * 255)
    return found


def tint(colour: str, share: float) -> str:
    """Mix a colour with white: `share` of the colour, from 0 to 1."""
    return _written(*(255 - (255 - part) * share for part in _parts(colour)))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _written(*parts: float) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in parts)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
