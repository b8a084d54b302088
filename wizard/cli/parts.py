"""The parts of a plan as people name them on the command line."""

from __future__ import annotations

from difflib import get_close_matches

from schemas.language import LANGUAGES, Words, words
from wizard.document.reach import REACHABLE

from .exits import Exit, Stop


def parts(text: str, said: Words, among: tuple[str, ...] = REACHABLE) -> tuple[str, ...]:
    """Understand names of parts with commas between them, by id or by Danish or English title; in the plan's order.

    Raises `Stop` where one is not known, with the one that comes near it, and where none is named.
    """
    names = _names(among)
    wanted = [name for name in (_tidy(one) for one in text.split(",")) if name]
    for name in wanted:
        if name not in names:
            raise Stop(Exit.USAGE, _unknown(name, names, among, said))
    if not wanted:
        raise Stop(Exit.USAGE, said("groups.no_parts", choices=_listed(among, said)))
    found = {names[name] for name in wanted}
    return tuple(name for name in among if name in found)


def title(part: str, said: Words) -> str:
    """Name a part as the wizard's steps do."""
    key = f"parts.{part}.title"
    return said(key) if said.has(key) else said.field("Plan", part)["label"]


def _names(among: tuple[str, ...]) -> dict[str, str]:
    """Give each part by everything it is called."""
    found = {part: part for part in among}
    for language in LANGUAGES:
        for part in among:
            for kind in ("title", "short"):
                if words(language).has(key := f"parts.{part}.{kind}"):
                    found.setdefault(_tidy(words(language)(key)), part)
    return found


def _tidy(name: str) -> str:
    return " ".join(name.split()).casefold()


def _unknown(name: str, names: dict[str, str], among: tuple[str, ...], said: Words) -> str:
    if near := get_close_matches(name, names, n=1):
        part = names[near[0]]
        return said("groups.near_part", name=name, near=part, title=title(part, said))
    return said("groups.unknown_part", name=name, choices=_listed(among, said))


def _listed(among: tuple[str, ...], said: Words) -> str:
    return ", ".join(among)
