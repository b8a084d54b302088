"""Short texts for figures: an answer without its marks, cut where it is too long, and lists with an end."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.fields import ItemId
from schemas.language import Words
from schemas.plan import Plan
from wizard.render import answers

NAMED = 6
"""The most names that a sentence lists."""


def label(text: str, most: int) -> str:
    """Write an answer on one line without its marks, cut at a word where it is longer than `most` characters."""
    line = answers.plain(text)
    if len(line) <= most:
        return line
    head = line[:most].rstrip()
    at_word = head.rpartition(" ")[0]
    return f"{(at_word if len(at_word) > most // 2 else head).rstrip(' ,;:–-')} …"


def amount(words: Words, key: str, count: int, **values: object) -> str:
    """Say a sentence about one or about several."""
    return words(f"figures.{key}_{'one' if count == 1 else 'many'}", count=count, **values)


def listed(names: Sequence[str], words: Words, most: int = NAMED) -> str:
    """List names, which may hold an "and" of their own, and say how many were left out."""
    if len(names) <= most + 1:  # to count one takes as much room as to name it
        return ", ".join(names)
    return words("figures.and", text=", ".join(names[:most]), count=len(names) - most)


def sentence(text: str) -> str:
    """End a text as a sentence, once."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


class Roles:
    """The roles of the register, by their ids."""

    def __init__(self, plan: Plan, most: int) -> None:
        self._roles = {one.id: label(one.role, most) or label(one.unit, most) for one in plan.organisation.contacts}

    def __call__(self, key: ItemId | None) -> str:
        """Name a role; nothing where it is gone or nameless."""
        return self._roles.get(key or "", "")
