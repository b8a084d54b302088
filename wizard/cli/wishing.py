"""What is wished for of each plan, as the words of the command line say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from schemas.language import Words
from schemas.plan import Plan
from wizard.render.asked import PLAINLY, Asked
from wizard.render.documents import DOCUMENTS, MINUTES, TELLING, Document
from wizard.render.edition import Edition
from wizard.render.formats import Format

from .console import say
from .exits import Exit, Stop
from .inputs import one_plan
from .looking import BESIDE, Looks
from .wanted import documents, editions, formats


@dataclass(frozen=True, slots=True)
class Piece:
    """One document that is wished for of each plan, in its formats."""

    document: Document
    formats: tuple[Format, ...]
    edition: Edition
    asked: Asked = PLAINLY


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made of each plan.

    every: whether that is whatever the plan can give; what it has nothing for is then left out and is no failure.
    """

    pieces: tuple[Piece, ...]
    every: bool = False
    verify: bool = False
    looks: Looks = BESIDE

    @classmethod
    def of(
        cls, format: str, edition: str, names: Iterable[str], said: Words,
        *, since: str = "", session: str = "", acknowledge: bool = False,
    ) -> Wish:  # fmt: skip
        """Understand the words of the command line, where an empty one is left out.

        names: of documents, one or more in each word. since: the file of an earlier plan, which is read.
        acknowledge: what looks private may be published this time, and that is said. Raises `Stop` for a word that is
        not known, a document that has no such edition, and an earlier plan or a meeting that no document has a use for.
        """
        wanted = documents(names, said)
        every = len(wanted) == len(DOCUMENTS)
        printed, shown = formats(format, wanted, every, said), editions(edition, wanted, every, said)
        earlier, number = _earlier(since, wanted, said), _session(session, wanted, said)
        told = _told(acknowledge, said)
        pieces = (
            Piece(one, printed[one], shown[one], _asked(one, earlier, number, told))
            for one in wanted
            if one in printed and one in shown
        )
        return cls(tuple(pieces), every)

    @property
    def compares(self) -> bool:
        """Tell whether changes since an earlier plan are told."""
        return any(one.asked.earlier for one in self.pieces)


def _asked(document: Document, earlier: Plan | None, session: int | None, acknowledged: bool) -> Asked:
    """Ask of a document what it has a use for."""
    return Asked(earlier if document in TELLING else None, session if document is MINUTES else None, acknowledged)


def _told(acknowledge: bool, said: Words) -> bool:
    """Say that what looks private is let through, so that nobody does it unknowing."""
    if acknowledge:
        say(said("private.this_run"))
    return acknowledge


def _earlier(name: str, wanted: tuple[Document, ...], said: Words) -> Plan | None:
    """Read the earlier plan that changes are told from."""
    if not name:
        return None
    if not any(one in TELLING for one in wanted):
        raise Stop(Exit.USAGE, said("commands.usage.since"))
    return one_plan(name, said)


def one_stdin(*names: str, said: Words) -> None:
    """Stop where two plans are to come from standard input, which can be read only once."""
    if names.count("-") > 1:
        raise Stop(Exit.USAGE, said("commands.diff.one_stdin"))


def _session(text: str, wanted: tuple[Document, ...], said: Words) -> int | None:
    """Read the number of the meeting that minutes are of."""
    if not text:
        return None
    if MINUTES not in wanted:
        raise Stop(Exit.USAGE, said("commands.usage.session"))
    if not (text.isdecimal() and text.isascii() and 0 < len(text) < 5):
        raise Stop(Exit.USAGE, said("commands.usage.session_number", name=text))
    return int(text)
