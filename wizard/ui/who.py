"""People's names, fit to be shown: an author is "login" or "login (Name)", and may have chosen the name to annoy."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

from .printable import printable

SHORT, WHOLE = 24, 60
"""The most columns of a name within a sentence, and where it is listed."""
UNSEEN = frozenset({"Mn", "Me", "Cf", "Co", "Cs", "Cn"})
"""Kinds of characters that take no room of their own, or draw over what stands beside them."""


def _parts(author: str) -> tuple[str, str]:
    login, bracket, name = author.partition(" (")
    return (login, name.removesuffix(")")) if bracket and name.endswith(")") else (author, "")


def _said(text: str, most: int) -> str:
    """Write a name on one line, at most some columns wide."""
    seen = (one for one in unicodedata.normalize("NFC", text) if unicodedata.category(one) not in UNSEEN)
    line = " ".join(printable("".join(seen)).split())
    return line if cell_len(line) <= most else set_cell_size(line, most - 1).rstrip() + "…"


def name_of(author: str, most: int = SHORT) -> str:
    """Give the name people know an author by: the one that was told, else the login."""
    login, name = _parts(author)
    return _said(name, most) or _said(login, most) or "?"


def whole_name(author: str) -> str:
    """Give an author's name and login in full."""
    login, name = _parts(author)
    said = _said(login, WHOLE)
    return f"{_said(name, WHOLE)} ({said})" if _said(name, WHOLE) not in ("", said) else said or "?"


def initials(authors: Iterable[str]) -> dict[str, str]:
    """Give each author two letters that nobody else has; those who come first keep theirs."""
    given: dict[str, str] = {}
    for author in authors:
        if author not in given:
            given[author] = next((one for one in _wishes(author) if one not in given.values()), "··")
    return given


def _wishes(author: str) -> Iterable[str]:
    """Yield what an author's two letters could be, the plainest first."""
    words = [letters for word in name_of(author).split() if (letters := _letters(word))] or ["?"]
    first = words[0]
    if len(words) > 1:
        yield first[0] + words[-1][0]
    for other in first[1:]:
        yield first[0] + other
    yield from (f"{first[0]}{number}" for number in range(1, 10))
    yield from (str(number) for number in range(10, 100))


def _letters(word: str) -> str:
    return "".join(one for one in word.upper() if one.isalnum() and cell_len(one) == 1)
