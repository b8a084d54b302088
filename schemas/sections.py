"""What has no field of its own: free sections in any part of a plan, and papers that belong to it."""

from typing import Annotated

from .fields import Ask, Item, Line, Text


class Section(Item):
    """A section with a heading of its own, printed at the end of the part it stands in."""

    title: Annotated[Line, Ask(visibility="flagged", depth="full")] = ""
    text: Annotated[Text, Ask(visibility="flagged", depth="full")] = ""
    public: Annotated[bool, Ask(depth="full")] = True


class Attachment(Item):
    """A paper that belongs to the plan, named and never opened: the program reads no file that a plan points to."""

    title: Annotated[Line, Ask(visibility="flagged", depth="full")] = ""
    address: Annotated[Line, Ask(visibility="flagged", depth="full")] = ""
    note: Annotated[Line, Ask(visibility="flagged", depth="full")] = ""
    public: Annotated[bool, Ask(depth="full")] = True


Sections = Annotated[tuple[Section, ...], Ask(visibility="public", depth="full")]
"""The free sections of a part."""
