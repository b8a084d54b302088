"""Strategi og vision: where the municipality wants to be, and who sees to it."""

from typing import Annotated

from .choices import Task
from .fields import Ask, Day, Item, ItemId, Line, Model, Text


class Goal(Item):
    """One goal, tied to one of the three tasks."""

    task: Annotated[Task | None, Ask(visibility="public", given=True)] = None
    text: Annotated[Line, Ask(visibility="public")] = ""
    owner: Annotated[ItemId | None, Ask(visibility="public", to="organisation.contacts")] = None
    due: Annotated[Day | None, Ask(visibility="public")] = None


class Strategy(Model):
    """The leaflet's second component."""

    vision: Annotated[Text, Ask(visibility="public", most=300)] = ""
    goals: Annotated[tuple[Goal, ...], Ask(visibility="public", rows=3)] = ()
    follow_up_by: Annotated[ItemId | None, Ask(visibility="public", to="organisation.contacts")] = None
    follow_up_when: Annotated[Line, Ask(visibility="public")] = ""
