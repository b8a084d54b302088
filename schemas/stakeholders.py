"""Interessenter: who has a part in the work, inside the municipality and outside it."""

from typing import Annotated

from .choices import Involvement, PartyKind, Rating, Task
from .fields import Ask, Item, ItemId, Line, Model, Text
from .organisation import CONTACTS
from .sections import Sections


class Party(Item):
    """One stakeholder: a unit, an authority, an association; never a person."""

    name: Annotated[Line, Ask(visibility="public")] = ""
    kind: Annotated[PartyKind | None, Ask(visibility="public", depth="full")] = None
    tasks: Annotated[tuple[Task, ...], Ask(visibility="public")] = ()
    involvement: Annotated[Involvement | None, Ask(visibility="public")] = None
    gives: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    needs: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    contact: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None
    agreement: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    handling: Annotated[Line, Ask(depth="full")] = ""
    interest: Annotated[Rating | None, Ask(depth="full")] = None
    influence: Annotated[Rating | None, Ask(depth="full")] = None
    affected: Annotated[Rating | None, Ask(depth="full")] = None


class Stakeholders(Model):
    """The leaflet's third component."""

    parties: Annotated[tuple[Party, ...], Ask(visibility="public", rows=5)] = ()
    missing: Annotated[Text, Ask(depth="full")] = ""
    sections: Sections = ()
