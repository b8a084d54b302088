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


class Citizens(StrEnum):
    """The citizens a plan covers."""

    CHILDREN = "children"
    FAMILIES = "families"
    ADULTS = "adults"


class Readers(StrEnum):
    """The readers a plan is written for."""

    LEADERS = "leaders"
    STAFF = "staff"
    POLITICIANS = "politicians"
    CITIZENS = "citizens"
    ASSOCIATIONS = "associations"


class Arrangement(StrEnum):
    """The order a plan's document is printed in."""

    COMPONENT = "component"
    LEVEL = "level"
    GUIDE = "guide"


class SignGroup(StrEnum):
    """What a sign of concern is seen in."""

    STATEMENTS = "statements"
    BEHAVIOUR = "behaviour"
    RELATIONS = "relations"
    SYMBOLS = "symbols"
    ONLINE = "online"
    WELLBEING = "wellbeing"


class Basis(StrEnum):
    """The rules an answer can rest on: rows of the law table, by their ids."""

    DUTY = "duty"
    SCREENING = "screening"
    INVESTIGATION = "investigation"
    REPORT_STAFF = "report_staff"
    REPORT_ALL = "report_all"
    REPORT_AFTER = "report_after"
    ADULTS = "adults"
    EXCHANGE = "exchange"
    EMPLOYMENT = "employment"
    SCHOOL = "school"
    CPR = "cpr"


class PartyKind(StrEnum):
    """What a stakeholder is."""

    INTERNAL = "internal"
    AUTHORITY = "authority"
    CIVIL_SOCIETY = "civil_society"
    PRIVATE = "private"
    NATIONAL = "national"


class Rating(StrEnum):
    """How much, from little to much; for the workshop's own use and never projected."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"


class Attendance(StrEnum):
    """How a member takes part in the infohus."""

    STANDING = "standing"
    AD_HOC = "ad_hoc"


class Ages(StrEnum):
    """Whom a step or a way in is for; the law draws the line at 18 years."""

    ALL = "all"
    UNDER_18 = "under_18"
    ADULT = "adult"


class Reporter(StrEnum):
    """Who turns to the municipality with a concern."""

    CITIZEN = "citizen"
    PROFESSIONAL = "professional"
    LEADER = "leader"
    ASSOCIATION = "association"


class Phase(StrEnum):
    """The seven phases of a concern, from the first call to the closing."""

    INTAKE = "intake"
    GATHER = "gather"
    ANALYSE = "analyse"
    ASSESS = "assess"
    DECIDE = "decide"
    FEEDBACK = "feedback"
    CLOSE = "close"


class ForumLevel(StrEnum):
    """Whether a forum steers or works."""

    STRATEGIC = "strategic"
    OPERATIONAL = "operational"


class Occasion(StrEnum):
    """What makes a transition."""

    ADULTHOOD = "adulthood"
    MOVE = "move"
    RELEASE = "release"
    SCHOOL = "school"
    OTHER = "other"


class Month(StrEnum):
    """The months of the annual wheel."""

    JANUARY = "january"
    FEBRUARY = "february"
    MARCH = "march"
    APRIL = "april"
    MAY = "may"
    JUNE = "june"
    JULY = "july"
    AUGUST = "august"
    SEPTEMBER = "september"
    OCTOBER = "october"
    NOVEMBER = "november"
    DECEMBER = "december"


class CardKind(StrEnum):
    """The handlekort a municipality can start from."""

    DANGER = "danger"
    THREAT = "threat"
    MISSING = "missing"
    ATTACK_HERE = "attack_here"
    ATTACK_ELSEWHERE = "attack_elsewhere"
    RUMOUR = "rumour"
    PRESS = "press"
    EMPLOYEE = "employee"
    CONCERN_UNDER_18 = "concern_under_18"
    CONCERN_ADULT = "concern_adult"
    CONCERN_CITIZEN = "concern_citizen"
    OWN = "own"


class CaughtKind(StrEnum):
    """What can be caught in the room without leaving the question."""

    PARKED = "parked"
    DECISION = "decision"
    TASK = "task"
    DISAGREEMENT = "disagreement"
    NOTE = "note"


class CaughtState(StrEnum):
    """Whether something caught still waits for an answer."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class ReadinessOrder(StrEnum):
    """The order the room takes the components in."""

    NEED = "need"
    LEAFLET = "leaflet"
