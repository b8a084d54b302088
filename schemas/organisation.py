"""Organisering: who is ready to act, and the register of roles that the whole plan points to."""

from typing import Annotated

from .choices import OrganisationModel
from .fields import Ask, Day, Item, ItemId, Line, Model, Text

CONTACTS = "organisation.contacts"


class Contact(Item):
    """A role or a unit that can be reached; the numbers are homework, never asked in the room."""

    role: Annotated[Line, Ask(visibility="public")] = ""
    unit: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    phone: Annotated[Line, Ask(visibility="flagged", depth="full")] = ""
    mail: Annotated[Line, Ask(visibility="flagged", depth="full")] = ""
    hours: Annotated[Line, Ask(visibility="flagged", depth="full")] = ""
    checked_on: Annotated[Day | None, Ask(visibility="flagged", depth="full")] = None
    public: Annotated[bool, Ask(depth="full", law=("staff_data",))] = False


class Organisation(Model):
    """The leaflet's fourth component."""

    model: Annotated[OrganisationModel | None, Ask(visibility="public")] = None
    coordinator: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    deputy: Annotated[ItemId | None, Ask(to=CONTACTS)] = None
    police: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    out_of_hours: Annotated[ItemId | None, Ask(to=CONTACTS)] = None
    disagreement: Annotated[Line, Ask(visibility="public")] = ""
    training: Annotated[Text, Ask(visibility="public")] = ""
    contacts: Annotated[tuple[Contact, ...], Ask(depth="full")] = ()
