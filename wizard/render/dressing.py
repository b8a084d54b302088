"""The folder that pandoc and typst read a look's templates and styles from."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from .brand.brand import OURS
from .brand.page import head, style
from .folder import templates
from .look import PLAIN, Look
from .reference.building import TARGETS, reference
from .trouble import RenderTrouble

LOOKS = 8
"""How many looks are kept at hand at a time."""

LAID_OUT = ("*.html", "*.css", "*.openxml", "*.typ")
"""What is read from the folder by others than us. Our filters are not among it: they are code, and ours alone."""


def dressed(look: Look) -> Path:
    """Give the folder with a look's templates for pandoc and typst and its Word styles; ours where it is plain.

    Raises `RenderTrouble` where there is no room for it.
    """
    if look == PLAIN:
        return templates()
    try:
        return _laid_out(look)
    except OSError as error:
        raise RenderTrouble("failed", detail=error.strerror or str(error)) from error


@lru_cache(LOOKS)
def _laid_out(look: Look) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="planbygger-look-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name, data in _files(look):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder


def _files(look: Look) -> Iterator[tuple[str, bytes]]:
    """Yield our files, each with what the look puts in its place or behind it."""
    own = dict(look.templates)
    for pattern in LAID_OUT:
        for path in sorted(templates().glob(pattern)):
            name = path.relative_to(templates()).as_posix()
            text = own[name] if name in own else path.read_text(encoding="utf-8")
            yield name, _branded(name, text, look).encode()
    for page, name in TARGETS.items():
        yield name, _reference(look, page)


def _reference(look: Look, page: bool) -> bytes:
    if not look.reference:
        return reference(page, look.brand)
    from .reference.merging import merged

    return merged(look.reference, page, look.brand)


def _branded(name: str, text: str, look: Look) -> str:
    if name == "plan.css" and look.brand != OURS:
        return text + style(look.brand)
    return head(look.brand.logo) if name == "logo.html" else text
