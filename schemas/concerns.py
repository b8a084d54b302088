"""Arbejdsgange ved bekymringshenvendelser: what happens from the first call to the closing of the matter."""

from typing import Annotated

from .fields import Ask, Item, ItemId, Line, Model, Text
from .organisation import CONTACTS


class Step(Item):
    """One step on the way of a concern."""

    name: Annotated[Line, Ask(visibility="public", given=True)] = ""
    who: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    limit: Annotated[Line, Ask(visibility="public")] = ""


class Concerns(Model):
    """The leaflet's fifth component."""

    entry_citizen: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    entry_professional: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    steps: Annotated[
        tuple[Step, ...], Ask(visibility="public", rows=7, law=("report_staff", "report_all", "report_after"))
    ] = ()
    adults: Annotated[Text, Ask(visibility="public", law=("adults", "report_staff"))] = ""
    recording: Annotated[Text, Ask(visibility="public")] = ""
    anonymity: Annotated[Text, Ask(visibility="public")] = ""
