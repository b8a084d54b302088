"""Which documents are wished for, as `--document` names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemas.language import Words
from wizard.render.documents import DOCUMENTS, PLAN, Document
from wizard.render.edition import Edition
from wizard.render.formats import FORMATS, Format

from .exits import Exit, Stop

ALL = "all"
"""Stands for every document that a plan can give."""

EDITIONS = {
    "public": Edition.PUBLIC,
    "offentlig": Edition.PUBLIC,
    "internal": Edition.INTERNAL,
    "intern": Edition.INTERNAL,
}

NEAREST = 3
"""So many names are proposed for one that is not known."""

ALIKE = 0.6
PART = 0.7
"""From where on two names are alike, and how much a name is like one that it is a part of."""


def documents(given: Iterable[str], said: Words) -> tuple[Document, ...]:
    """Give the documents that are named, each once; the plan where none is. Raises `Stop` for what is not known."""
    names = [name.strip().lower() for one in given for name in one.split(",")]
    if not names:
        return (PLAN,)
    if unknown := [name for name in dict.fromkeys(names) if name != ALL and name not in DOCUMENTS]:
        raise Stop(Exit.USAGE, "\n".join(_unknown(unknown, said)))
    return tuple(DOCUMENTS.values() if ALL in names else (DOCUMENTS[name] for name in dict.fromkeys(names)))


def _unknown(names: list[str], said: Words) -> Iterator[str]:
    """Say of each name that there is no such document and which are like it, and at the end which there are."""
    for name in names:
        near = said.either(_nearest(name, said))
        yield said(f"commands.usage.document{'_near' if near else ''}", name=name, near=near)
    yield said("commands.usage.documents", choices=", ".join(DOCUMENTS), all=ALL)


def _nearest(name: str, said: Words) -> list[str]:
    """Give the names that are most like one, by themselves or by what their files are called."""
    called = {said(f"documents.names.{one}"): one for one in DOCUMENTS}
    if name in called:
        return [called[name]]
    likeness = {one: max(_likeness(name, one), _likeness(name, file)) for file, one in called.items()}
    near = sorted(likeness, key=lambda one: -likeness[one])
    return [one for one in near if likeness[one] >= ALIKE][:NEAREST]


def _likeness(name: str, other: str) -> float:
    """Tell how much alike two names are, from 0 to 1; one that is a part of the other is much like it."""
    from difflib import SequenceMatcher

    part = PART if len(name) > 2 and name in other else 0.0
    return max(part, SequenceMatcher(None, name, other).ratio())


def formats(names: str, wanted: tuple[Document, ...], every: bool, said: Words) -> dict[Document, tuple[Format, ...]]:
    """Give the documents with the formats each is made in: the usual ones it exists in where none is named.

    every: whether the documents are all that there are; those that exist in none of the formats are then left out.
    Raises `Stop` for a format that is not known, one that no document exists in, and a document that exists in none.
    """
    if not names:
        return {one: tuple(format for format in one.formats if format.usual) for one in wanted}
    asked = tuple(known_format(name.strip().lower(), said) for name in dict.fromkeys(names.split(",")))
    made = {one: tuple(format for format in dict.fromkeys(asked) if format in one.formats) for one in wanted}
    if lacking := [one for one in asked if not any(one in document.formats for document in wanted)]:
        raise Stop(Exit.USAGE, _no_format(wanted, lacking, said))
    if not every and (bare := next((one for one in wanted if not made[one]), None)):
        raise Stop(Exit.USAGE, _no_format((bare,), list(asked), said))
    return {one: found for one, found in made.items() if found}


def known_format(name: str, said: Words) -> Format:
    """Give the format of a name. Raises `Stop`."""
    if name not in FORMATS:
        raise Stop(Exit.USAGE, said("commands.usage.format", name=name, choices=", ".join(FORMATS)))
    return FORMATS[name]


def _no_format(documents: tuple[Document, ...], lacking: list[Format], said: Words) -> str:
    names = said.join([one.name for one in lacking])
    if len(documents) > 1:
        return said("commands.usage.no_format_any", format=names)
    there = ", ".join(one.name for one in documents[0].formats)
    return said("commands.usage.no_format", name=documents[0].name, format=names, choices=there)


def editions(name: str, wanted: tuple[Document, ...], every: bool, said: Words) -> dict[Document, Edition]:
    """Give the documents with the edition each is made in; a work paper exists in the internal one alone.

    every: whether the documents are all that there are; the work papers are left out where the public edition is
    asked for. Raises `Stop` for an edition that is not known, and one that a document does not exist in.
    """
    if not name:
        return {one: Edition.INTERNAL if one.internal else Edition.PUBLIC for one in wanted}
    edition = known_edition(name, said)
    internal = [one for one in wanted if one.internal and edition is Edition.PUBLIC]
    if internal and not every:
        raise Stop(Exit.USAGE, said("commands.usage.internal_only", name=said.join([one.name for one in internal])))
    return {one: edition for one in wanted if one not in internal}


def known_edition(name: str, said: Words) -> Edition:
    """Give the edition of a name in either language. Raises `Stop`."""
    if name.lower() not in EDITIONS:
        raise Stop(Exit.USAGE, said("commands.usage.edition", name=name.lower()))
    return EDITIONS[name.lower()]
