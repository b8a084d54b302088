"""Reads a folder of templates that stand for ours: those with the same path, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from schemas.texts import shown
from wizard.files.mapping import decode, read_bytes
from wizard.files.trouble import BrokenFile
from wizard.render.folder import templates

from .trouble import BrokenTemplates

PAGES = ("plan.html", "plan.css", "plan.openxml")
"""What stands around a document's text."""

MOST = 500
"""How many templates a folder may hold."""

LONGEST = 500_000
"""The most letters of one."""

_PART = re.compile(r"[:\s${]([^\s:${}()]+)\(\)")


def ours() -> tuple[str, ...]:
    """List the templates that can be replaced, by their path in our folder."""
    found = (path.relative_to(templates()).as_posix() for path in templates().rglob("*.md.j2"))
    return (*sorted(found), *PAGES)


def read_templates(folder: Path) -> tuple[tuple[str, str], ...]:
    """Read the templates of a folder by path, in order; partials of a name of their own may be included by the others.

    Raises `CannotRead` and `BrokenFile`.
    """
    if not folder.is_dir():
        raise BrokenTemplates("not_there", name=shown(str(folder)))
    return tuple(sorted((name, _text(folder, name)) for name in _names(folder)))


def _names(folder: Path) -> Iterator[str]:
    yield from (name for name in PAGES if (folder / name).is_file())
    found = [*(folder / "documents").rglob("*.md.j2"), *(folder / "partials").rglob("*.md.j2")]
    if len(found) > MOST:
        raise BrokenTemplates("too_many", limit=MOST)
    yield from (path.relative_to(folder).as_posix() for path in found)


def _text(folder: Path, name: str) -> str:
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise BrokenTemplates("outside", name=shown(name))
    try:
        text = decode(read_bytes(path)).replace("\r\n", "\n")
    except BrokenFile as trouble:
        raise BrokenTemplates("unreadable", name=shown(name)) from trouble
    if len(text) > LONGEST:
        raise BrokenTemplates("too_long", name=shown(name), limit=LONGEST)
    if name in PAGES:
        _refuse_foreign_parts(name, text)
    return text


def _refuse_foreign_parts(name: str, text: str) -> None:
    """Refuse a page that would take in other files than ours: pandoc reads whatever is named with `()` behind it."""
    for line, written in enumerate(text.split("\n"), 1):
        for part in _PART.findall(written) if "$" in written else ():
            if part not in ("plan.css", "logo.html"):
                raise BrokenTemplates("foreign_part", name=name, line=line, found=shown(part))
