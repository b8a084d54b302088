"""Indsatser: what the municipality does, on each level of prevention."""

from typing import Annotated

from .choices import Level, MeasureStatus
from .fields import Ask, Day, Item, ItemId, Line, Model
from .organisation import CONTACTS


class Measure(Item):
    """One measure."""

    level: Annotated[Level | None, Ask(visibility="public", given=True)] = None
    name: Annotated[Line, Ask(visibility="public")] = ""
    target: Annotated[Line, Ask(visibility="public")] = ""
    goal: Annotated[ItemId | None, Ask(visibility="public", to="strategy.goals")] = None
    owner: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    due: Annotated[Day | None, Ask(visibility="public")] = None
    status: Annotated[MeasureStatus | None, Ask(visibility="public")] = None


class Measures(Model):
    """The leaflet's seventh component."""

    measures: Annotated[tuple[Measure, ...], Ask(visibility="public", rows=3, law=("adults",))] = ()
