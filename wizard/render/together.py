"""What is not parted where a line ends: in figures and on the screen, as together.lua has it in documents."""

from __future__ import annotations

import re

_SECTION = re.compile(r"§+ ?\d+(?: [a-zæøå]\b)?")
"""The number of a section: § 12 b."""


def held(text: str) -> str:
    """Keep the number of a section on one line: its spaces become no-break spaces."""
    return _SECTION.sub(lambda section: section[0].replace(" ", "\u00a0"), text)
