"""Typst, which sets printed pages: with the fonts that came with the program, never the machine's own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .folder import templates

if TYPE_CHECKING:
    from typst import Fonts


@cache
def fonts() -> Fonts:
    """Give our own fonts and those that typst brings; the same on every machine, so that the bytes are, too."""
    from typst import Fonts

    return Fonts(include_system_fonts=False, font_paths=[str(templates() / "fonts")])
