"""For whom a document is printed."""

from enum import StrEnum


class Edition(StrEnum):
    """The public edition for everyone, the internal one for those who work on the plan."""

    PUBLIC = "public"
    INTERNAL = "internal"
