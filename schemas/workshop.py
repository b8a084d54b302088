"""The record of the workshop itself: the room's answers to the leaflet's seven questions."""

from typing import Annotated

from .choices import Answer
from .fields import Ask, Line, Model


class Standing(Model):
    """One answer to "Har din kommune …?": partly says what is missing, yes says where it stands."""

    answer: Annotated[Answer | None, Ask()] = None
    note: Annotated[Line, Ask()] = ""


class Readiness(Model):
    """The seven answers, in the leaflet's order."""

    understanding: Annotated[Standing, Ask()] = Standing()
    strategy: Annotated[Standing, Ask()] = Standing()
    stakeholders: Annotated[Standing, Ask()] = Standing()
    organisation: Annotated[Standing, Ask()] = Standing()
    concerns: Annotated[Standing, Ask()] = Standing()
    coordination: Annotated[Standing, Ask()] = Standing()
    measures: Annotated[Standing, Ask()] = Standing()


class Workshop(Model):
    """What belongs to the work, not to the plan: never in a public edition."""

    before: Annotated[Readiness, Ask()] = Readiness()
