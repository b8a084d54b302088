"""Strategi og vision: where the municipality wants to be, and who sees to it."""

from typing import Annotated

from .choices import Basis, Level, Task
from .fields import Ask, Day, Item, ItemId, Line, Model, Text
from .organisation import CONTACTS
from .sections import Sections


class Goal(Item):
    """One goal, tied to one of the three tasks."""

    task: Annotated[Task | None, Ask(visibility="public", given=True)] = None
    text: Annotated[Line, Ask(visibility="public")] = ""
    level: Annotated[Level | None, Ask(visibility="public", depth="full")] = None
    indicator: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    baseline: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    goal_value: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    owner: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    due: Annotated[Day | None, Ask(visibility="public")] = None


class Theory(Item):
    """One step of the theory of change: if, then, because."""

    condition: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    outcome: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    because: Annotated[Line, Ask(visibility="public", depth="full")] = ""


class Resource(Item):
    """What the work may cost, in hours or in money."""

    what: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    hours: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    money: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    source: Annotated[Line, Ask(visibility="public", depth="full")] = ""


class Report(Item):
    """What is reported, to whom, how often and by whom."""

    what: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    to_whom: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    how_often: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    by: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None


class Strategy(Model):
    """The leaflet's second component."""

    vision: Annotated[Text, Ask(visibility="public", most=300)] = ""
    purposes: Annotated[tuple[Line, ...], Ask(visibility="public", depth="full")] = ()
    goals: Annotated[tuple[Goal, ...], Ask(visibility="public", rows=3)] = ()
    theory: Annotated[tuple[Theory, ...], Ask(visibility="public", depth="full")] = ()
    basis: Annotated[tuple[Basis, ...], Ask(visibility="public", depth="full", law=("duty", "adults", "exchange"))] = ()
    basis_note: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    policies: Annotated[tuple[Line, ...], Ask(visibility="public", depth="full")] = ()
    mandate: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    resources: Annotated[tuple[Resource, ...], Ask(visibility="public", depth="full")] = ()
    follow_up_by: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    follow_up_when: Annotated[Line, Ask(visibility="public")] = ""
    reporting: Annotated[tuple[Report, ...], Ask(visibility="public", depth="full")] = ()
    sections: Sections = ()
