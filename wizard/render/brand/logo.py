"""A logo file to what documents hold: an image of known size, drawn anew, with nothing else that the file held."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from .brand import Logo

LIMIT = 1_000_000
"""The most bytes of a logo."""

SIDE = 4000
"""The most pixels a side of a picture may have; a small file can unpack to gigabytes."""

WIDE, HIGH, LEAST = 60.0, 16.0, 3.0
"""The largest logo on paper, in millimetres, and the least that either side may come to."""

SHARP = 300
"""Dots an inch."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The marks of a JPEG that tell its size."""

_SHEET = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#context {{
  let size = measure(image("{name}"))
  let scale = calc.min({wide}mm / size.width, {high}mm / size.height)
  image("{name}", width: size.width * scale, height: size.height * scale)
}}
"""


class BadLogo(Exception):
    """A logo that is refused; `key` leads to its sentence."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@lru_cache(8)
def logo(data: bytes, alt: str) -> Logo:
    """Read a logo. Raises `BadLogo`."""
    if len(data) > LIMIT:
        raise BadLogo("too_large", limit=LIMIT // 1_000_000)
    svg = ""
    if data.startswith((_PNG, _JPEG)):
        _check_size(_size(data))
        name = "logo.png" if data.startswith(_PNG) else "logo.jpg"
    else:
        from .svg import cleaned

        svg, name = cleaned(data), "logo.svg"
        data = svg.encode()
    png = _drawn(name, data)
    width, height = (side * 25.4 / SHARP for side in _size(png))
    if min(width, height) < LEAST:
        raise BadLogo("logo_too_narrow")
    return Logo(png, svg, width, height, alt)


def _drawn(name: str, data: bytes) -> bytes:
    """Draw a picture anew as PNG; what cannot be drawn is no picture."""
    import typst

    from wizard.render.typeset import fonts

    with tempfile.TemporaryDirectory(prefix="planbygger-logo-") as folder:
        sheet = Path(folder, "sheet.typ")
        sheet.write_text(_SHEET.format(name=name, wide=WIDE, high=HIGH), encoding="utf-8")
        Path(folder, name).write_bytes(data)
        try:
            drawn = typst.compile(str(sheet), root=folder, font_paths=fonts(), format="png", ppi=float(SHARP))
        except RuntimeError:  # typst's own errors are such, and so is what it says of bytes that are no picture
            raise BadLogo("logo_broken") from None
    return drawn[0] if isinstance(drawn, list) else (drawn or b"")


def _check_size(size: tuple[int, int] | None) -> None:
    if size is None or min(size) < 1:
        raise BadLogo("logo_broken")
    if max(size) > SIDE:
        raise BadLogo("logo_pixels", width=size[0], height=size[1], limit=SIDE)


def _size(data: bytes) -> tuple[int, int]:
    """Read the width and height of a PNG or JPEG, in pixels; raises `BadLogo` where they are not to be found."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    for mark, body in _segments(data):
        if mark in _SIZES and len(body) >= 5:
            return int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big")
    raise BadLogo("logo_broken")


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the marks of a JPEG, each with its bytes."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        yield data[at + 1], data[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)
