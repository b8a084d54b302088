"""Akutte situationer: the handlekort of the leaflet's third task."""

from typing import Annotated

from .choices import Urgency
from .fields import Ask, Item, ItemId, Line, Model
from .organisation import CONTACTS


class Card(Item):
    """One handlekort."""

    title: Annotated[Line, Ask(visibility="public", given=True)] = ""
    urgency: Annotated[Urgency | None, Ask(visibility="public", given=True)] = None
    leader: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    calls: Annotated[tuple[Line, ...], Ask()] = ()
    press: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None


class Acute(Model):
    """The cards that hang on the wall."""

    cards: Annotated[tuple[Card, ...], Ask(visibility="public", rows=1)] = ()
