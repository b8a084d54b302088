"""Akutte situationer: the handlekort of the leaflet's third task, in the layout of the national cards."""

from typing import Annotated

from .choices import CardKind, Urgency
from .fields import Ask, Day, Item, ItemId, Line, Model, Text
from .organisation import CONTACTS
from .sections import Sections


class Card(Item):
    """One handlekort. The national layout: Situation, Alarmering, Opgaver, Handling, Ledelse og organisation,
    Bemanding og udstyr, Kommunikation, Kontaktoplysninger, opmærksomhedspunkter, Oprettelse/revision."""

    title: Annotated[Line, Ask(visibility="public", given=True)] = ""
    kind: Annotated[CardKind | None, Ask(visibility="public", depth="full")] = None
    urgency: Annotated[Urgency | None, Ask(visibility="public", given=True)] = None
    situation: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    calls: Annotated[tuple[Line, ...], Ask()] = ()
    tasks: Annotated[tuple[Line, ...], Ask(visibility="public", depth="full")] = ()
    actions: Annotated[tuple[Line, ...], Ask(visibility="public", depth="full")] = ()
    leader: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    leading: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    staffing: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    press: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    communication: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    contacts: Annotated[tuple[ItemId, ...], Ask(visibility="public", depth="full", to=CONTACTS)] = ()
    aftercare: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    attention: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    created_on: Annotated[Day | None, Ask(visibility="public", depth="full")] = None
    revised_on: Annotated[Day | None, Ask(visibility="public", depth="full")] = None
    revised_by: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None
    approved_by: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    tested_on: Annotated[Day | None, Ask(visibility="public", depth="full")] = None
    lessons: Annotated[Text, Ask(depth="full")] = ""


class Acute(Model):
    """The cards that hang on the wall, and how the municipality covers the five core tasks of a crisis."""

    cards: Annotated[tuple[Card, ...], Ask(visibility="public", rows=1)] = ()
    crisis_staff: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    information: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    resources: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    communication: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    response: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    sections: Sections = ()
