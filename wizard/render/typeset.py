"""Typst, which sets pictures and printed pages: with the fonts that came with the program, never the machine's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
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


def typeset(
    template: Path, inputs: Mapping[str, str], format: Literal["svg", "png"], sharpness: float = 72
) -> tuple[bytes, ...]:
    """Set a template of ours and give its pages; raises `RenderTrouble` where typst fails.

    inputs: what the template reads as `sys.inputs`, data and never source. sharpness: dots per inch of a PNG.
    Typst lets other threads run meanwhile.
    """
    import typst

    try:
        pages = typst.compile(
            str(template),
            root=str(templates()),
            font_paths=fonts(),
            format=format,
            ppi=sharpness,
            sys_inputs=dict(inputs),
        )
    except typst.TypstError as error:
        raise RenderTrouble("failed", detail=error.message[:400]) from error
    return tuple(pages) if isinstance(pages, list) else (pages or b"",)
