"""What a plan is: the title block, the leaflet's seven components, the acute task and the work itself."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from .acute import Acute
from .concerns import Concerns
from .coordination import Coordination
from .fields import Ask, Hidden, Line, Model
from .front import Front
from .measures import Measures
from .organisation import Organisation
from .stakeholders import Stakeholders
from .strategy import Strategy
from .understanding import Understanding
from .workshop import Workshop

SCHEMA_VERSION = 1
"""The version of the plan file that this program writes."""


class Unanswered(StrEnum):
    """Why a field stands empty on purpose."""

    SKIPPED = "skipped"
    IRRELEVANT = "irrelevant"


class Reason(Model):
    """The reason given for passing a field by."""

    state: Annotated[Unanswered, Hidden()] = Unanswered.SKIPPED
    reason: Annotated[Line, Hidden()] = ""


class Saved(Model):
    """The stamp of a written plan file: which plan, at which change of its history, and when.

    history: which history wrote it, since a plan that was mailed has another one there. origins: what that history
    has taken in of others, as `HISTORY:SEQ`, so that a file finds what it has in common with where it came from.
    """

    plan: Annotated[Line, Hidden()] = ""
    seq: Annotated[int, Hidden()] = 0
    at: Annotated[datetime | None, Hidden()] = None
    history: Annotated[Line, Hidden()] = ""
    origins: Annotated[tuple[Line, ...], Hidden()] = ()


class Answers(Model):
    """All that a plan says, part by part, with the reasons for what it leaves open.

    acknowledged: by a field's path the fingerprint of what looks private in it and may be published all the same.
    """

    front: Annotated[Front, Ask(visibility="public")] = Front()
    understanding: Annotated[Understanding, Ask(visibility="public")] = Understanding()
    strategy: Annotated[Strategy, Ask(visibility="public")] = Strategy()
    stakeholders: Annotated[Stakeholders, Ask(visibility="public")] = Stakeholders()
    organisation: Annotated[Organisation, Ask(visibility="public")] = Organisation()
    concerns: Annotated[Concerns, Ask(visibility="public")] = Concerns()
    coordination: Annotated[Coordination, Ask(visibility="public")] = Coordination()
    measures: Annotated[Measures, Ask(visibility="public")] = Measures()
    acute: Annotated[Acute, Ask(visibility="public")] = Acute()
    workshop: Annotated[Workshop, Ask()] = Workshop()
    reasons: Annotated[dict[str, Reason], Hidden()] = {}
    acknowledged: Annotated[dict[str, Line], Hidden()] = {}


class Group(Model):
    """What makes a plan file a group's: the plan it was split from, at which change, and what the group works on.

    start: what the file held when the group began, so that a merge can tell what the group has changed.
    """

    plan: Annotated[Line, Hidden()] = ""
    seq: Annotated[int, Hidden()] = 0
    parts: Annotated[tuple[Line, ...], Hidden()] = ()
    start: Annotated[Answers, Hidden()] = Answers()


class Plan(Answers):
    """A municipality's plan. `Plan()` is valid, and so is every state on the way to a finished one."""

    schema_version: Annotated[int, Hidden()] = SCHEMA_VERSION
    saved: Annotated[Saved, Hidden()] = Saved()
    group: Annotated[Group | None, Hidden()] = None
