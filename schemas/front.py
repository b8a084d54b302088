"""Stamblad: what the document is, who owns it and who adopts it."""

from typing import Annotated

from .choices import Arrangement, Citizens, DocumentKind, Language, Readers, Status, Topic
from .fields import Ask, Day, Item, ItemId, Line, Model, Text
from .organisation import CONTACTS
from .sections import Attachment, Sections


class RelatedPlan(Item):
    """Another plan of the municipality that stands beside this one."""

    name: Annotated[Line, Ask(visibility="public")] = ""
    topic: Annotated[Topic | None, Ask(visibility="public")] = None
    relation: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    address: Annotated[Line, Ask(visibility="public")] = ""


class Version(Item):
    """One row of the version log."""

    day: Annotated[Day | None, Ask(visibility="public", depth="full")] = None
    what: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    who: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    decided: Annotated[Line, Ask(visibility="public", depth="full")] = ""


class Front(Model):
    """The title block every plan needs; answered by the owner alone, before the workshop."""

    municipality: Annotated[Line, Ask(visibility="public")] = ""
    title: Annotated[Line, Ask(visibility="public")] = ""
    kind: Annotated[DocumentKind | None, Ask(visibility="public", law=("duty",))] = None
    language: Annotated[Language, Ask(visibility="public")] = Language.DA
    owner: Annotated[ItemId | None, Ask(visibility="public", to=CONTACTS)] = None
    revision_owner: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None
    adopting_body: Annotated[Line, Ask(visibility="public", law=("duty",))] = ""
    committees: Annotated[tuple[Line, ...], Ask(visibility="public", depth="full")] = ()
    valid_from: Annotated[Day | None, Ask(visibility="public")] = None
    valid_to: Annotated[Day | None, Ask(visibility="public", depth="full")] = None
    status: Annotated[Status, Ask(visibility="public")] = Status.DRAFT
    adopted_on: Annotated[Day | None, Ask(visibility="public", law=("duty",))] = None
    published_at: Annotated[Line, Ask(visibility="public", depth="full", law=("duty",))] = ""
    next_revision: Annotated[Day | None, Ask(visibility="public", law=("duty",))] = None
    file_number: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    citizens: Annotated[tuple[Citizens, ...], Ask(visibility="public", depth="full", law=("duty", "adults"))] = ()
    readers: Annotated[tuple[Readers, ...], Ask(visibility="public", depth="full")] = ()
    scope: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    joint: Annotated[tuple[Line, ...], Ask(visibility="public", depth="full")] = ()
    related: Annotated[tuple[RelatedPlan, ...], Ask(visibility="public", law=("duty", "separate"))] = ()
    versions: Annotated[tuple[Version, ...], Ask(visibility="public", depth="full", law=("duty",))] = ()
    attachments: Annotated[tuple[Attachment, ...], Ask(visibility="public", depth="full")] = ()
    sections: Sections = ()
    arrangement: Annotated[Arrangement, Ask(depth="full")] = Arrangement.COMPONENT
