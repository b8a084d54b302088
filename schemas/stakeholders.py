"""Interessenter: who has a part in the work, inside the municipality and outside it."""

from typing import Annotated

from .choices import Involvement, Task
from .fields import Ask, Item, Line, Model


class Party(Item):
    """One stakeholder: a unit, an authority, an association; never a person."""

    name: Annotated[Line, Ask(visibility="public")] = ""
    tasks: Annotated[tuple[Task, ...], Ask(visibility="public")] = ()
    involvement: Annotated[Involvement | None, Ask(visibility="public")] = None


class Stakeholders(Model):
    """The leaflet's third component."""

    parties: Annotated[tuple[Party, ...], Ask(visibility="public", rows=5)] = ()
