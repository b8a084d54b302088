"""Indsatser: what the municipality does, on each level of prevention."""

from typing import Annotated

from .choices import Basis, Level, MeasureStatus, Task
from .fields import Ask, Day, Item, ItemId, Line, Model, Text
from .organisation import CONTACTS
from .sections import Sections


class Measure(Item):
    """One measure."""

    level: Annotated[Level | None, Ask(visibility="public", given=True)] = None
    name: Annotated[Line, Ask(visibility="public")] = ""
    description: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    tasks: Annotated[tuple[Task, ...], Ask(visibility="public", depth="full")] = ()
    target: Annotated[Line, Ask(visibility="public")] = ""
    purpose: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    goal: Annotated[ItemId | None, Ask(visibility="public", to="strategy.goals")] = None
    owner: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    partners: Annotated[tuple[ItemId, ...], Ask(visibility="public", depth="full", to="stakeholders.parties")] = ()
    start: Annotated[Day | None, Ask(visibility="public", depth="full")] = None
    due: Annotated[Day | None, Ask(visibility="public")] = None
    status: Annotated[MeasureStatus | None, Ask(visibility="public")] = None
    resource: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    evidence: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    indicator: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    basis: Annotated[tuple[Basis, ...], Ask(visibility="public", depth="full", law=("adults",))] = ()
    basis_note: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    access: Annotated[Line, Ask(visibility="public", depth="full")] = ""


class Measures(Model):
    """The leaflet's seventh component."""

    measures: Annotated[tuple[Measure, ...], Ask(visibility="public", rows=3, law=("adults",))] = ()
    sections: Sections = ()
