"""Arbejdsgange ved bekymringshenvendelser: what happens from the first call to the closing of the matter."""

from typing import Annotated

from .choices import Ages, Basis, Phase, Reporter
from .fields import Ask, Day, Item, ItemId, Line, Model, Text
from .organisation import CONTACTS
from .sections import Sections


class Entry(Item):
    """A way in besides the two that every plan names: for an age, or for one kind of reporter."""

    contact: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None
    reporter: Annotated[Reporter | None, Ask(visibility="public", depth="full")] = None
    ages: Annotated[Ages | None, Ask(visibility="public", depth="full")] = None
    note: Annotated[Line, Ask(visibility="public", depth="full")] = ""


class Step(Item):
    """One step on the way of a concern."""

    name: Annotated[Line, Ask(visibility="public", given=True)] = ""
    phase: Annotated[Phase | None, Ask(visibility="public", depth="full", given=True)] = None
    ages: Annotated[Ages | None, Ask(visibility="public", depth="full")] = None
    who: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    what: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    limit: Annotated[Line, Ask(visibility="public")] = ""
    tool: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    basis: Annotated[tuple[Basis, ...], Ask(visibility="public", depth="full")] = ()
    basis_note: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    record: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    hand_over: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None


class Recording(Item):
    """What is written down, in which system, for how long, and who can read it."""

    what: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    system: Annotated[Line, Ask(depth="full")] = ""
    retention: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    access: Annotated[Line, Ask(visibility="public", depth="full")] = ""


class Concerns(Model):
    """The leaflet's fifth component."""

    entry_citizen: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    entry_professional: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    entries: Annotated[tuple[Entry, ...], Ask(visibility="public", depth="full")] = ()
    acute_branch: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    steps: Annotated[
        tuple[Step, ...], Ask(visibility="public", rows=7, law=("report_staff", "report_all", "report_after"))
    ] = ()
    adults: Annotated[Text, Ask(visibility="public", law=("adults", "report_staff"))] = ""
    reporting_duty: Annotated[
        Text, Ask(visibility="public", depth="full", law=("report_staff", "report_all", "report_after"))
    ] = ""
    police: Annotated[Text, Ask(visibility="public", depth="full", law=("division",))] = ""
    consent: Annotated[Text, Ask(visibility="public", depth="full", law=("adults",))] = ""
    anonymity: Annotated[Text, Ask(visibility="public")] = ""
    feedback: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    closing: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    employee: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    recording: Annotated[Text, Ask(visibility="public")] = ""
    recordings: Annotated[tuple[Recording, ...], Ask(visibility="public", depth="full", law=("cpr",))] = ()
    processing: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    informing: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    dpo_heard: Annotated[Day | None, Ask(depth="full")] = None
    impact_considered: Annotated[bool, Ask(depth="full")] = False
    impact_where: Annotated[Line, Ask(depth="full")] = ""
    sections: Sections = ()
