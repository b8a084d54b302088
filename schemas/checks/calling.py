"""Whom a line of a handlekort reaches."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..organisation import Contact

_112 = re.compile(r"\D*1[\s-]?1[\s-]?2(?!\d)")
"""A line whose first number is 112, such as "112" or "Ring 112"."""

_114 = re.compile(r"(?<!\d)1[\s-]?1[\s-]?4(?!\d)")
_PHONE = re.compile(r"(?:\d[\s.]?){8}")


def alarms(line: str) -> bool:
    """Tell whether a line calls 112 before anybody else."""
    return bool(_112.match(line))


def reaches(line: str, contacts: Iterable[Contact]) -> bool:
    """Tell whether a line leads to somebody: 114, 112, a phone number or a role of the register."""
    if _114.search(line) or alarms(line) or _PHONE.search(line):
        return True
    said = line.casefold()
    names = (name.strip().casefold() for contact in contacts for name in (contact.role, contact.unit))
    return any(name and name in said for name in names)
