"""Typst's source, as pandoc writes it, to a PDF: tagged for screen readers, in a font that comes with the program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from .brand.brand import Brand, Logo
from .documents import Document
from .folder import templates
from .trouble import RenderTrouble
from .typeset import fonts

if TYPE_CHECKING:
    from typst import Fonts

STANDARD: Final = "ua-1"
"""PDF/UA-1: typst writes no file that a screen reader could not read."""

UNSEEN = "□"
"""What stands for a character that no font on the machine has."""

NO_FILES: Mapping[str, bytes] = MappingProxyType({})

LOGO = "logo.svg"
_MAIN = "main.typ"
_LACKING = re.compile(r'the text `"(.*?)"` could not be displayed with font ')
_LACKING_IN_PICTURES = re.compile(r'the text `"(.*?)"` could not be displayed with a font')
_LABEL = re.compile(r'(?<!\\)(<[^<>\s"]+>)')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def inputs(metadata: Mapping[str, str], footer: Mapping[str, str], document: Document, brand: Brand) -> dict[str, str]:
    """Give what plan.typ must know beside the text, as plain strings.

    footer: the words around the page's numbers.
    """
    lang, _, region = metadata["lang"].partition("-")
    return {
        "title": metadata["title"],
        "author": metadata["author"],
        "lang": lang,
        "region": region,
        "page": "yes" if document.close else "no",
        "sheet": "yes" if document.page else "no",
        "accent": brand.accent,
        "ink": brand.ink,
        "rule": brand.rule,
        "line": brand.line,
        "font": brand.font,
        "heading": brand.heading or brand.font,
        **_logo(brand.logo),
        **footer,
    }


def _logo(logo: Logo | None) -> dict[str, str]:
    """Give the name of the logo's file, what it says and how broad it is; an empty name where there is none."""
    name = LOGO if logo else ""
    return {"logo": name, "logo-alt": logo.alt if logo else "", "logo-width": f"{logo.width if logo else 0:.2f}"}


def finish(source: bytes, inputs: Mapping[str, str], made: datetime, files: Mapping[str, bytes] = NO_FILES) -> bytes:
    """Make a PDF; the same source gives the same bytes on the same machine. Raises `RenderTrouble`.

    inputs: plain strings by name, for `sys.inputs`. files: what the source may show, by name; it reads nothing else.
    """
    text, given = source.decode(), dict(inputs)
    # Our own font has the letters of Europe. A brand's font and other scripts are looked for on the machine, and only
    # where they are asked for.
    for system in (True,) if given.get("font") or given.get("heading") else (False, True):
        try:
            return _compiled(text, given, made, files, system)
        except RuntimeError as trouble:
            if not (seen := _seen(trouble, _LACKING)) and not _seen(trouble, _LACKING_IN_PICTURES):
                raise _trouble(trouble) from trouble
            drawn = seen | _seen(trouble, _LACKING_IN_PICTURES)
    # A heading's label is not printed, and would be none with such a sign in it.
    shown = "".join(part if part.startswith("<") else part.translate(seen) for part in _LABEL.split(text))
    named = {name: value.translate(seen) for name, value in given.items()}
    pictures = {name: data.decode().translate(drawn).encode() for name, data in files.items()}
    try:
        return _compiled(shown, named, made, pictures, system=True)
    except RuntimeError as trouble:
        raise _trouble(trouble) from trouble


def _compiled(text: str, given: dict[str, str], made: datetime, files: Mapping[str, bytes], system: bool) -> bytes:
    # It costs 10 ms to import and is not needed for any other format.
    import typst

    # A folder in memory, which typst takes though its types do not say so.
    folder = cast("str", {_MAIN: text.encode(), **files})
    return typst.compile(
        folder,
        root=str(templates() / "fonts"),
        font_paths=_and_the_machines() if system else fonts(),
        format="pdf",
        sys_inputs=given,
        pdf_standards=STANDARD,
        timestamp=made,
    )


@cache
def _and_the_machines() -> Fonts:
    """Give our own fonts, and those of the machine."""
    from typst import Fonts

    return Fonts(include_system_fonts=True, font_paths=[str(templates() / "fonts")])


def _seen(trouble: RuntimeError, lacking: re.Pattern[str]) -> dict[int, str]:
    """Give what stands for the characters that no font has."""
    found = "".join(lacking.findall(str(getattr(trouble, "diagnostic", ""))))
    text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found)
    return {ord(one): UNSEEN for one in text if not one.isascii()}


def _trouble(trouble: RuntimeError) -> RenderTrouble:
    return RenderTrouble("failed", detail=str(trouble)[:400])
