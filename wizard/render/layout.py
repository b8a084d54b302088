"""How the answers of each part are laid out: what stands in one table, what under one heading, and in which order.

Every question that a document prints stands here once; a test holds it against the schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """Short answers as the rows of one table; `key` names its caption."""

    key: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer under its own heading, and what belongs to it below."""

    name: str
    below: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Name the fields that are printed."""
        return (self.name, *self.below)


@dataclass(frozen=True, slots=True)
class Group:
    """Answers under a heading that they share; `key` names it."""

    key: str
    parts: tuple[Facts | Answer, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Name the fields that are printed."""
        return tuple(name for part in self.parts for name in part.names)


Block = Facts | Answer | Group


def _answers(*names: str) -> tuple[Answer, ...]:
    return tuple(Answer(name) for name in names)


CONTROL = Facts(
    "control",
    (
        "municipality", "kind", "owner", "revision_owner", "adopting_body", "committees", "valid_from", "valid_to",
        "status", "adopted_on", "published_at", "next_revision", "file_number",
    ),
)  # fmt: skip
"""The table on the first page."""

LAYOUT: Mapping[str, tuple[Block, ...]] = {
    "front": (
        Facts("about", ("citizens", "readers", "joint")),
        *_answers("scope", "related", "versions", "sections"),
    ),
    "attachments": _answers("attachments"),
    "understanding": (
        Answer("extremism", ("extremism_source",)),
        Answer("radicalisation", ("radicalisation_source",)),
        Answer("forms", ("forms_note",)),
        *_answers("not_concern", "equal_treatment", "principles", "signs"),
        Group("factors", _answers("risk_factors", "protective_factors")),
        Group("pyramid", _answers("constructive", "anticipatory", "intervening")),
        Answer("local_picture", ("picture_on",)),
        *_answers("online", "data_needs", "figures", "lessons", "experience", "sections"),
    ),
    "strategy": (
        *_answers("vision", "purposes", "goals", "theory"),
        Answer("basis", ("basis_note",)),
        *_answers("policies", "mandate", "resources"),
        Group("follow_up", (Facts("strategy", ("follow_up_by", "follow_up_when")), Answer("reporting"))),
        Answer("sections"),
    ),
    "stakeholders": _answers("parties", "missing", "sections"),
    "organisation": (
        Facts(
            "organisation",
            ("model", "management", "coordinator", "deputy", "police", "out_of_hours", "rhythm", "disagreement"),
        ),
        *_answers("mandate", "steering", "members", "secretariat", "responsibilities"),
        Answer("training"),
        *_answers("courses", "chart", "contacts", "sections"),
    ),
    "concerns": (
        Facts("concerns", ("entry_citizen", "entry_professional")),
        *_answers("entries", "acute_branch", "steps", "adults", "reporting_duty", "police", "consent", "anonymity"),
        *_answers("feedback", "closing", "employee"),
        Group(
            "data",
            (
                Facts("data", ("dpo_heard", "impact_considered", "impact_where")),
                *_answers("recording", "recordings", "processing", "informing"),
            ),
        ),
        Answer("sections"),
    ),
    "coordination": _answers(
        "handovers", "forums", "sharing", "sharing_rules", "transitions", "escalation", "interplay", "crisis_staff",
        "calendar", "sections",
    ),
    "measures": _answers("measures", "sections"),
    "acute": (
        Answer("cards"),
        Group("crisis", _answers("crisis_staff", "information", "resources", "communication", "response")),
        Answer("sections"),
    ),
}  # fmt: skip
"""The blocks of each part, in the order of the document. Where a table stands first it needs no heading of its own."""
