"""What is wished for of each plan, as the words of the command line say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from schemas.language import Words
from schemas.plan import Plan
from wizard.render.asked import PLAINLY, Asked
from wizard.render.documents import DOCUMENTS, MINUTES, TELLING, Document
from wizard.render.edition import Edition
from wizard.render.formats import FORMATS, Format

from .console import say
from .exits import Exit, Stop
from .inputs import one_plan
from .looking import BESIDE, Looks

T = TypeVar("T")

EDITIONS = {
    "public": Edition.PUBLIC,
    "offentlig": Edition.PUBLIC,
    "internal": Edition.INTERNAL,
    "intern": Edition.INTERNAL,
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made of each plan."""

    formats: tuple[Format, ...]
    edition: Edition
    document: Document
    asked: Asked = PLAINLY
    verify: bool = False
    looks: Looks = BESIDE

    @classmethod
    def of(
        cls, formats: str, edition: str, document: str, said: Words,
        *, since: str = "", session: str = "", acknowledge: bool = False,
    ) -> Wish:  # fmt: skip
        """Understand the words of the command line, where an empty one is left out.

        since: the file of an earlier plan, which is read. acknowledge: what looks private may be published this time,
        and that is said. Raises `Stop` for a word that is not known, a document
        that has no such edition, and an earlier plan or a meeting that the document has no use for.
        """
        wanted = known(document.lower(), DOCUMENTS, "document", said)
        return cls(
            _formats(formats, wanted, said),
            _edition(edition, wanted, said),
            wanted,
            Asked(_earlier(since, wanted, said), _session(session, wanted, said), _told(acknowledge, said)),
        )


def _formats(names: str, document: Document, said: Words) -> tuple[Format, ...]:
    """Give the formats that are wished for; the usual ones that the document exists in where none is named."""
    if not names:
        return tuple(format for format in document.formats if format.usual)
    wanted = dict.fromkeys(name.strip().lower() for name in names.split(","))
    formats = tuple(known(name, FORMATS, "format", said) for name in wanted)
    if lacking := [one.name for one in formats if one not in document.formats]:
        there = ", ".join(one.name for one in document.formats)
        raise Stop(
            Exit.USAGE, said("commands.usage.no_format", name=document.name, format=said.join(lacking), choices=there)
        )
    return formats


def _told(acknowledge: bool, said: Words) -> bool:
    """Say that what looks private is let through, so that nobody does it unknowing."""
    if acknowledge:
        say(said("private.this_run"))
    return acknowledge


def _edition(name: str, document: Document, said: Words) -> Edition:
    """Give the edition that is wished for; a work paper is printed in the internal one alone, and no other is."""
    if not name:
        return Edition.INTERNAL if document.internal else Edition.PUBLIC
    edition = known(name.lower(), EDITIONS, "edition", said)
    if document.internal and edition is Edition.PUBLIC:
        raise Stop(Exit.USAGE, said("commands.usage.internal_only", name=document.name))
    return edition


def _earlier(name: str, document: Document, said: Words) -> Plan | None:
    """Read the earlier plan that changes are told from."""
    if not name:
        return None
    if document not in TELLING:
        raise Stop(Exit.USAGE, said("commands.usage.since"))
    return one_plan(name, said)


def one_stdin(*names: str, said: Words) -> None:
    """Stop where two plans are to come from standard input, which can be read only once."""
    if names.count("-") > 1:
        raise Stop(Exit.USAGE, said("commands.diff.one_stdin"))


def _session(text: str, document: Document, said: Words) -> int | None:
    """Read the number of the meeting that minutes are of."""
    if not text:
        return None
    if document is not MINUTES:
        raise Stop(Exit.USAGE, said("commands.usage.session"))
    if not (text.isdecimal() and text.isascii() and 0 < len(text) < 5):
        raise Stop(Exit.USAGE, said("commands.usage.session_number", name=text))
    return int(text)


def known(name: str, choices: Mapping[str, T], what: str, said: Words) -> T:
    if name not in choices:
        raise Stop(Exit.USAGE, said(f"commands.usage.{what}", name=name, choices=", ".join(choices)))
    return choices[name]
