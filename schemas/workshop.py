"""The record of the workshop itself: who was there, what was said and caught, and where the room stands."""

from typing import Annotated

from .choices import Answer, CaughtKind, CaughtState, ReadinessOrder
from .fields import Ask, Day, Item, ItemId, Line, Model


class Standing(Model):
    """One answer to "Har din kommune …?": partly says what is missing, yes says where it stands.

    counts: how many in the room said yes, partly and no; that they disagree is a finding of its own.
    """

    answer: Annotated[Answer | None, Ask()] = None
    note: Annotated[Line, Ask()] = ""
    count_yes: Annotated[int | None, Ask(depth="full")] = None
    count_partly: Annotated[int | None, Ask(depth="full")] = None
    count_no: Annotated[int | None, Ask(depth="full")] = None


class Readiness(Model):
    """The seven answers, in the leaflet's order."""

    understanding: Annotated[Standing, Ask()] = Standing()
    strategy: Annotated[Standing, Ask()] = Standing()
    stakeholders: Annotated[Standing, Ask()] = Standing()
    organisation: Annotated[Standing, Ask()] = Standing()
    concerns: Annotated[Standing, Ask()] = Standing()
    coordination: Annotated[Standing, Ask()] = Standing()
    measures: Annotated[Standing, Ask()] = Standing()


class Present(Item):
    """Somebody at a session, by role and unit, never by name."""

    role: Annotated[Line, Ask(depth="full")] = ""
    unit: Annotated[Line, Ask(depth="full")] = ""


class Meeting(Item):
    """One meeting of the workshop."""

    title: Annotated[Line, Ask(depth="full")] = ""
    held_on: Annotated[Day | None, Ask(depth="full")] = None
    place: Annotated[Line, Ask(depth="full")] = ""
    present: Annotated[tuple[Present, ...], Ask(depth="full")] = ()
    closed: Annotated[bool, Ask(depth="full")] = False


class Caught(Item):
    """Something said in the room that must not be lost.

    about: path of the field it was caught at; empty where it belongs to no field.
    who, due: of a task. outcome: what came of it.
    """

    kind: Annotated[CaughtKind | None, Ask(depth="full")] = None
    text: Annotated[Line, Ask(depth="full")] = ""
    who: Annotated[Line, Ask(depth="full")] = ""
    due: Annotated[Day | None, Ask(depth="full")] = None
    about: Annotated[Line, Ask(depth="full")] = ""
    session: Annotated[ItemId | None, Ask(depth="full", to="workshop.sessions")] = None
    state: Annotated[CaughtState, Ask(depth="full")] = CaughtState.OPEN
    outcome: Annotated[Line, Ask(depth="full")] = ""


class Workshop(Model):
    """What belongs to the work, not to the plan: never in a public edition."""

    before: Annotated[Readiness, Ask()] = Readiness()
    order: Annotated[ReadinessOrder | None, Ask(depth="full")] = None
    sessions: Annotated[tuple[Meeting, ...], Ask(depth="full")] = ()
    caught: Annotated[tuple[Caught, ...], Ask(depth="full")] = ()
    after: Annotated[Readiness, Ask(depth="full")] = Readiness()
