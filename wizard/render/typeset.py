"""Typst, which sets pictures and printed pages: with the fonts that came with the program, never the machine's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

from .folder import templates
from .trouble import RenderTrouble

if TYPE_CHECKING:
    from typst import Fonts


@cache
def fonts() -> Fonts:
    """Give our own fonts and those that typst brings; the same on every machine, so that the bytes are, too."""
    from typst import Fonts

    return Fonts(include_system_fonts=False, font_paths=[str(templates() / "fonts")])


class Typesetter:
    """A template of ours with what it reads as `sys.inputs`, data and never source; set once for all its formats.

    Typst lets other threads run meanwhile.
    """

    def __init__(self, template: Path, inputs: Mapping[str, str]) -> None:
        from typst import Compiler

        self._lock = Lock()
        self._compiler = Compiler(str(template), root=str(templates()), font_paths=fonts(), sys_inputs=dict(inputs))

    def page(self, format: Literal["svg", "png"], sharpness: float = 72) -> bytes:
        """Give its first page; sharpness: dots per inch of a PNG. Raises `RenderTrouble` where typst fails."""
        from typst import TypstError

        try:
            with self._lock:
                pages = self._compiler.compile(format=format, ppi=sharpness)
        except TypstError as error:
            raise RenderTrouble("failed", detail=error.message[:400]) from error
        return (pages[0] if isinstance(pages, list) else pages) or b""
