"""Texts that try to steer a terminal, turn a sentence round, hide words or flood a line."""

from __future__ import annotations

import re

from hypothesis import strategies as st

HOSTILE = (
    "\x1b[2J\x1b[31mrød\x1b[0m",
    "\x1b]0;et andet navn\x07",
    "\x9b31m\x85\x90q\x9c",
    "\u202egnp.exe\u202c",
    "\u2066skjult\u2069\u200f\u200e\u061c",
    "nul\u200bbred\u2060de\ufefftegn",
    "\U000e0001\U000e0068\U000e0065\U000e006c\U000e0070\U000e007f",
    "linje\u2028afsnit\u2029slut\x0bside\x0c",
    "bag\rforan\x08\x7f\x00",
    "za" + "\u0335\u0321\u035c\u0489" * 40 + "lgo",
    "שלום עולם مرحبا",
    "ord" * 400,
    "&#8238; &#x1b; &ZeroWidthSpace;",
    "\ufff9note\ufffb\ufdd0\uffff",
    "👩\u200d🚀 e\u0301 می\u200cخواهم",
)
HALF = "\ud83d halv \udc80"
"""Half characters, which a name of a file may have and no plan file."""

STEERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\uffff\U000e0000-\U000e0fff]"
)
"""What never leaves the program; written out here once more, so that a mistake in the program's list is seen."""
FLOOD = re.compile("[\u0300-\u036f\u0483-\u0489]{5}")

texts = st.lists(
    st.one_of(
        st.sampled_from(HOSTILE), st.characters(), st.characters(categories=("Cc", "Cf", "Zl", "Zp", "Mn", "Cs"))
    ),
    max_size=12,
).map("".join)


def harmless(text: str) -> bool:
    """Tell whether a text holds nothing of it."""
    return not STEERS.search(text) and not FLOOD.search(text)
