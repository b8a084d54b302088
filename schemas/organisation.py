"""Organisering: who is ready to act, and the register of roles that the whole plan points to."""

from typing import Annotated

from .choices import Attendance, OrganisationModel
from .fields import Ask, Day, Item, ItemId, Line, Model, Text
from .sections import Sections

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


class Seat(Item):
    """A place in the steering group."""

    role: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None
    mandate: Annotated[Line, Ask(visibility="public", depth="full")] = ""


class Member(Item):
    """A member of the infohus, standing or called in."""

    role: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None
    attendance: Annotated[Attendance | None, Ask(visibility="public", depth="full")] = None


class Responsibility(Item):
    """One row of the roles grid: who performs a task, who decides, who is asked and who is told."""

    task: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    performs: Annotated[tuple[ItemId, ...], Ask(visibility="public", depth="full", to=CONTACTS)] = ()
    decides: Annotated[tuple[ItemId, ...], Ask(visibility="public", depth="full", to=CONTACTS)] = ()
    asked: Annotated[tuple[ItemId, ...], Ask(visibility="public", depth="full", to=CONTACTS)] = ()
    told: Annotated[tuple[ItemId, ...], Ask(visibility="public", depth="full", to=CONTACTS)] = ()


class Training(Item):
    """A course for those who need it."""

    target: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    content: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    how_often: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    by: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None
    last_done: Annotated[Day | None, Ask(visibility="public", depth="full")] = None


class Organisation(Model):
    """The leaflet's fourth component."""

    model: Annotated[OrganisationModel | None, Ask(visibility="public")] = None
    management: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None
    mandate: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    steering: Annotated[tuple[Seat, ...], Ask(visibility="public", depth="full")] = ()
    coordinator: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    deputy: Annotated[ItemId | None, Ask(to=CONTACTS)] = None
    police: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    members: Annotated[tuple[Member, ...], Ask(visibility="public", depth="full")] = ()
    rhythm: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    secretariat: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    responsibilities: Annotated[tuple[Responsibility, ...], Ask(visibility="public", depth="full")] = ()
    out_of_hours: Annotated[ItemId | None, Ask(to=CONTACTS)] = None
    disagreement: Annotated[Line, Ask(visibility="public")] = ""
    training: Annotated[Text, Ask(visibility="public")] = ""
    courses: Annotated[tuple[Training, ...], Ask(visibility="public", depth="full")] = ()
    chart: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    contacts: Annotated[tuple[Contact, ...], Ask(depth="full")] = ()
    sections: Sections = ()
