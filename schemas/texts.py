"""What an answer may hold."""

from __future__ import annotations

import re

TEXT_LIMIT = 200_000
"""The most characters one answer may hold; more is refused at the control, with nothing dropped."""

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no plan file can hold: control characters, half characters and two that are none."""

_BREAKS = re.compile("\r\n?|[\x0b\x0c]")


def fit(text: str) -> str:
    """Give a text as a plan can hold it, for what was typed or pasted.

    Every kind of line break, Word's and a page's included, becomes a new line; any other character that a plan
    file cannot hold becomes U+FFFD, so that it is seen that something stood there.
    """
    if text.isprintable():
        return text
    return UNFIT.sub("\ufffd", _BREAKS.sub("\n", text))


def shown(text: str, width: int = 60) -> str:
    """Shorten a text for a message, on one line and with its invisible characters written out."""
    cut = text if len(text) <= width else text[: width - 1] + "…"
    return "".join(char if char.isprintable() else char.encode("unicode_escape", "replace").decode() for char in cut)
