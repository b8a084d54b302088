"""Texts broken into lines: as many words on each as there is room for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wizard.render.together import held

from .hyphens import parted
from .letters import width
from .marks import Type

Run = tuple[str, Type]
"""A text in one type; a paragraph is one run or several, one behind the other."""

WORTH = 0.4
"""The part of a line that must be left for a long word to begin there."""

_CHANCES = re.compile(r"\u200b|(?<=[^\W\d_]{2}[-–/])(?=[^\W\d_]{2})")
"""Where a word may go on below without a hyphen of ours."""

_SPACES = re.compile(r"[ \t\n\r]+")
_SLACK = 1e-6


class Piece(NamedTuple):
    """A stretch of a line in one type, at its place from the line's beginning."""

    x: float
    said: str
    width: float
    type: Type


Row = tuple[Piece, ...]


class _Word(NamedTuple):
    said: str
    width: float
    type: Type
    gap: float


def broken(runs: Sequence[Run], room: float, language: str) -> list[Row]:
    """Break a paragraph into lines of `room` millimetres; a single letter may be wider than that, nothing else is."""
    if row := _whole(runs, room):
        return [row]
    lines: list[list[_Word]] = [[]]
    used = 0.0
    for word in _words(runs):
        if used + word.gap * bool(lines[-1]) + word.width <= room + _SLACK:
            lines[-1].append(word)
            used += word.gap * (len(lines[-1]) > 1) + word.width
            continue
        if word.width > room + _SLACK:
            used = _part(lines, word, used, room, language)
        else:
            lines.append([word])
            used = word.width
    return [_row(line) for line in lines if line]


def _whole(runs: Sequence[Run], room: float) -> Row | None:
    """Give a paragraph as one line where it has room on it, as most have."""
    pieces: list[Piece] = []
    x = 0.0
    for said, type in runs:
        if not said.isprintable() or "\u200b" in said:
            return None
        shown = said.rstrip(" ")
        wide = width(shown, type)
        pieces.append(Piece(x, shown, wide, type))
        if x + wide > room + _SLACK:
            return None
        x += wide + (len(said) - len(shown)) * width(" ", type)
    return tuple(pieces)


def _part(lines: list[list[_Word]], word: _Word, used: float, room: float, language: str) -> float:
    """Put a word on several lines, and give the room it takes on the last."""
    first = room - used - word.gap * bool(lines[-1])
    if lines[-1] and first < room * WORTH:
        lines.append([])
        first = room
    given = 0.0
    for number, said in enumerate(parted(word.said, word.type, first + _SLACK, room + _SLACK, language)):
        if number:
            lines.append([])
            used = 0
        if said:
            given = width(said, word.type)
            lines[-1].append(_Word(said, given, word.type, word.gap))
            used += given
    return used


def _words(runs: Sequence[Run]) -> Iterator[_Word]:
    gap = 0.0
    for said, type in runs:
        space = width(" ", type)
        for number, spaced in enumerate(_SPACES.split(_kept(said))):
            gap = space if number else gap
            chances = _CHANCES.split(spaced) if len(spaced) > 5 or "\u200b" in spaced else (spaced,)
            for word in chances:
                if word:
                    yield _Word(word, width(word, type), type, gap)
                    gap = 0.0


def _kept(said: str) -> str:
    """Keep the sign that a text was cut at on the line of its last word, and a section's number on one."""
    return held(f"{said[:-2]}\u00a0…" if said.endswith(" …") else said)


def _row(line: Sequence[_Word]) -> Row:
    """Join the words of a line, those of one type to one piece."""
    pieces: list[Piece] = []
    x = 0.0
    for number, word in enumerate(line):
        gap = word.gap if number else 0.0
        x += gap
        if pieces and pieces[-1].type is word.type:
            last = pieces[-1]
            said = f"{last.said} {word.said}" if gap else last.said + word.said
            pieces[-1] = Piece(last.x, said, x + word.width - last.x, word.type)
        else:
            pieces.append(Piece(x, word.said, word.width, word.type))
        x += word.width
    return tuple(pieces)
