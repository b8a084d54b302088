"""Characters that no reader sees or that steer what shows them: one list for documents, terminals and messages.

Costs nothing to import: the first picture of the wizard needs it.
"""

from __future__ import annotations

import re

_ENDS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))

STEERING = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, the escape among them, but for tab and new line
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # what turns the reading direction
    "\u2028\u2029\ufff9-\ufffb"  # other ends of lines and paragraphs; marks of a note between the lines
    "\ud800-\udfff\ufdd0-\ufdef"  # half characters, and some that are none
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U00013430-\U0001343f"  # formats of shorthand, music and hieroglyphs
    f"\U000e0000-\U000e0fff{_ENDS}"  # tags, which spell words that nobody sees, and more that are none
)
"""As in a set of a pattern: what steers a terminal or hides what it says."""

WIDTHLESS = "\u180e\u200b\u2060-\u2065\ufeff"
"""Spaces without width and their like. What joins and parts letters (U+200C, U+200D) stays: some scripts need it."""

_UNSEEN = re.compile(f"[{STEERING}{WIDTHLESS}]")
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")

_UPON = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06dc\u06df-\u06e4\u0730-\u074a\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u0f71-\u0f84\u1ab0-\u1ace\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\u2de0-\u2dff\ua66f-\ua67d\ufe00-\ufe0f"
    "\ufe20-\ufe2f"
)
MOST = 4
"""How many marks stand upon one letter in any script that people write."""
# Written as one of them and the rest, since a pattern that begins with a set is looked for much faster.
_FLOOD = re.compile(f"([{_UPON}][{_UPON}]{{{MOST - 1}}})[{_UPON}]+")


def bare(text: str) -> str:
    """Give a text without what nobody sees, and with no more marks upon a letter than a script has."""
    if not text.isprintable():
        text = _UNSEEN.sub("", text)
    return text if text.isascii() else _FLOOD.sub(_first, text)


def clean(text: str) -> str:
    """Give a text as a document prints it: as `bare` does, and every line break is one newline."""
    return bare(text if text.isprintable() else _BREAKS.sub("\n", text))


def _first(match: re.Match[str]) -> str:
    """Give a pattern's first group; a function costs nothing where nothing is found, unlike a template."""
    return match[1]


_STEERS = re.compile(f"[{STEERING}]")


def printable(text: str) -> str:
    """Give a text as the wizard draws it: a visible mark for each character that steers, as many as there were."""
    return text if text.isprintable() else _STEERS.sub("\ufffd", text).replace("\t", " ")


def message(text: str) -> str:
    """Give a text as a message or a list says it: what steers is seen as a mark, the rest as in a document."""
    return bare(printable(text))


def spelled(json: str) -> str:
    """Give JSON with each such character spelled out in ASCII: the same to a program, and harmless on a screen."""
    return json if json.isprintable() else _UNSEEN.sub(_escaped, json)


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
