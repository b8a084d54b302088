"""Koordinering på tværs af forvaltninger: hand-overs, sharing and disagreement."""

from typing import Annotated

from .fields import Ask, Item, ItemId, Line, Model, Text
from .organisation import CONTACTS


class Handover(Item):
    """A point where one unit hands a matter to another and gets a receipt."""

    source: Annotated[Line, Ask(visibility="public")] = ""
    target: Annotated[Line, Ask(visibility="public")] = ""
    trigger: Annotated[Line, Ask(visibility="public")] = ""
    receipt: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None


class Coordination(Model):
    """The leaflet's sixth component."""

    handovers: Annotated[tuple[Handover, ...], Ask(visibility="public", rows=3)] = ()
    sharing: Annotated[Text, Ask(visibility="public", law=("exchange",))] = ""
    escalation: Annotated[Text, Ask(visibility="public")] = ""
