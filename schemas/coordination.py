"""Koordinering på tværs af forvaltninger: hand-overs, sharing and disagreement."""

from typing import Annotated

from .choices import Basis, ForumLevel, Month, Occasion
from .fields import Ask, Item, ItemId, Line, Model, Text
from .organisation import CONTACTS
from .sections import Sections

FORUMS = "coordination.forums"


class Handover(Item):
    """A point where one unit hands a matter to another and gets a receipt."""

    source: Annotated[Line, Ask(visibility="public")] = ""
    target: Annotated[Line, Ask(visibility="public")] = ""
    trigger: Annotated[Line, Ask(visibility="public")] = ""
    what: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    limit: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    receipt: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None


class Forum(Item):
    """A place where departments meet."""

    name: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    level: Annotated[ForumLevel | None, Ask(visibility="public", depth="full")] = None
    chair: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None
    members: Annotated[tuple[ItemId, ...], Ask(visibility="public", depth="full", to=CONTACTS)] = ()
    rhythm: Annotated[Line, Ask(visibility="public", depth="full")] = ""


class Sharing(Item):
    """What may be said in one forum, what may not, and how it is written down."""

    forum: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=FORUMS)] = None
    basis: Annotated[tuple[Basis, ...], Ask(visibility="public", depth="full", law=("exchange",))] = ()
    basis_note: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    may: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    may_not: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    documented: Annotated[Line, Ask(visibility="public", depth="full")] = ""


class Transition(Item):
    """A change in a person's life at which nobody may lose sight of the matter."""

    occasion: Annotated[Occasion | None, Ask(visibility="public", depth="full")] = None
    what: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    owner: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None
    limit: Annotated[Line, Ask(visibility="public", depth="full")] = ""


class Event(Item):
    """One entry of the annual wheel."""

    month: Annotated[Month | None, Ask(visibility="public", depth="full")] = None
    activity: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    owner: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None


class Coordination(Model):
    """The leaflet's sixth component."""

    handovers: Annotated[tuple[Handover, ...], Ask(visibility="public", rows=3)] = ()
    forums: Annotated[tuple[Forum, ...], Ask(visibility="public", depth="full")] = ()
    sharing: Annotated[Text, Ask(visibility="public", law=("exchange",))] = ""
    sharing_rules: Annotated[tuple[Sharing, ...], Ask(visibility="public", depth="full", law=("exchange",))] = ()
    transitions: Annotated[tuple[Transition, ...], Ask(visibility="public", depth="full", law=("exchange",))] = ()
    escalation: Annotated[Text, Ask(visibility="public")] = ""
    interplay: Annotated[Text, Ask(visibility="public", depth="full", law=("exchange", "division"))] = ""
    crisis_staff: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    calendar: Annotated[tuple[Event, ...], Ask(visibility="public", depth="full")] = ()
    sections: Sections = ()
