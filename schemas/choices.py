"""The closed lists an answer is chosen from. The values stand in plan files; what people read is in `words/`."""

from enum import StrEnum


class Language(StrEnum):
    """The language a plan is written in."""

    DA = "da"
    EN = "en"


class DocumentKind(StrEnum):
    """What the council calls the document."""

    ACTION_PLAN = "action_plan"
    PREPAREDNESS = "preparedness"
    STRATEGY = "strategy"


class Status(StrEnum):
    """How far the document is on its way through the council."""

    DRAFT = "draft"
    HEARING = "hearing"
    ADOPTED = "adopted"
    UNDER_REVISION = "under_revision"


class Topic(StrEnum):
    """What a neighbouring plan covers."""

    HONOUR = "honour"
    ABUSE = "abuse"
    CRISIS = "crisis"
    CRIME = "crime"
    OTHER = "other"


class Form(StrEnum):
    """The forms of extremism a plan covers."""

    RIGHT_WING = "right_wing"
    LEFT_WING = "left_wing"
    MILITANT_ISLAMISM = "militant_islamism"
    SINGLE_ISSUE = "single_issue"
    MIXED = "mixed"


class Task(StrEnum):
    """The leaflet's three tasks."""

    GENERAL = "general"
    CONCERN = "concern"
    ACUTE = "acute"


class Involvement(StrEnum):
    """How a stakeholder takes part."""

    DECIDES = "decides"
    CO_CREATES = "co_creates"
    CONSULTED = "consulted"
    INFORMED = "informed"


class OrganisationModel(StrEnum):
    """The practice models that the national mapping of 2018 describes."""

    COORDINATOR = "coordinator"
    AD_HOC = "ad_hoc"
    STANDING = "standing"


class Level(StrEnum):
    """The three levels of prevention."""

    CONSTRUCTIVE = "constructive"
    ANTICIPATORY = "anticipatory"
    INTERVENING = "intervening"


class MeasureStatus(StrEnum):
    """Whether a measure exists already."""

    EXISTS = "exists"
    NEW = "new"
    EXPANDED = "expanded"
    STOPPED = "stopped"


class Urgency(StrEnum):
    """How fast a handlekort calls for help."""

    LIFE = "life"
    URGENT = "urgent"
    OTHER = "other"


class Answer(StrEnum):
    """The leaflet's answers to its seven questions."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
